import type { Catalogue } from './catalogue.ts'
import { foundCatalogues, readFound, type Found } from './found.ts'
import { wrongIn, type Wrong } from './whole.ts'

/** What is wrong with a service's own catalogue: the sentence is left out, and the one that came with the program, or English, stands in its place. */
export type WordFinding = { file: string, key: string, wrong: Wrong | 'not-read' }

/** A language as it lies there: its sentences, who read it who grew up with it ('' is nobody yet), and what is wrong with it. */
export type Translation = { catalogues: Catalogue[], readBy: string, findings: WordFinding[] }

/** The entry of a catalogue that is no sentence: who of those who grew up with the language has read it. */
const readByEntry = '@read-by'

/** Reads every catalogue of a language. Those of the program were checked when it was made; a service's own are checked here. */
export function readTranslation(code: string, locale: string, english: Readonly<Catalogue>): Translation {
  const translation: Translation = { catalogues: [], readBy: '', findings: [] }
  for (const found of foundCatalogues().filter((one) => one.code === code)) {
    const entries = entriesOf(found, translation)
    const { [readByEntry]: readBy, ...sentences } = entries
    if (typeof readBy === 'string') translation.readBy = readBy
    translation.catalogues.push(found.own ? sound(found, sentences, { locale, english, translation }) : sentences as Catalogue)
  }
  return translation
}

function entriesOf(found: Found, { findings }: Translation): Record<string, unknown> {
  try {
    const read = readFound(found)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>
  } catch (fault) {
    // A catalogue of the program that is no JSON is a fault of ours; a service's own is named, and the rest is read.
    if (!found.own) throw fault
  }
  findings.push({ file: found.file, key: '', wrong: 'not-read' })
  return {}
}

type Against = { locale: string, english: Readonly<Catalogue>, translation: Translation }

/** A sentence that would need a value nobody gives is a page that cannot be shown. */
function sound(found: Found, sentences: Record<string, unknown>, { locale, english, translation }: Against): Catalogue {
  const wrong = wrongIn(sentences, english, locale)
  for (const [key, what] of wrong) translation.findings.push({ file: found.file, key, wrong: what })
  return Object.fromEntries(Object.entries(sentences).filter(([key]) => !wrong.has(key))) as Catalogue
}
