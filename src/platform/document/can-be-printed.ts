import { isRefusal, refuse } from '../refusals.ts'
import { wordsOf } from '../words/index.ts'
import en from './document.words.en.json' with { type: 'json' }
import { pdfOf } from './pdf-of.ts'

const t = wordsOf(en)

/**
 * For what will have to stand on paper and cannot be changed by then: a character for which there are no letters is named at its field while whoever writes is still there, and not to somebody else on
 * the day on which the paper is needed.
 */
export function mustBePrintable(fields: Readonly<Record<string, string | undefined>>): void {
  for (const [field, words = ''] of Object.entries(fields)) {
    const characters = lacking(words)
    if (characters !== undefined) throw refuse('document-no-glyph', { characters }, field)
  }
}

/**
 * A name as it can stand on paper. Nobody takes a letter out of a name: of one that is written in letters we have and in others ("宋美 (Song Mei)") those that we have stand there. One that is in other letters alone
 * stays as it is, and is refused by name.
 */
export function nameOnPaper(name: string): string {
  if (lacking(name) === undefined) return name
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const known = words.filter((word) => lacking(word) === undefined)
  return known.length === 0 ? name : known.join(' ').replaceAll(/[()[\]]/g, '')
}

/** What whoever is about to print has to know before it: which letters the document lacks, and what to do; nothing where it can be made. */
export function whyNotPrinted(make: () => Uint8Array): string | undefined {
  const characters = lackingIn(make)
  return characters === undefined ? undefined : t('document.before', { characters })
}

/** The same of one name, for a document that is made later. */
export function whyNameIsNotPrinted(name: string): string | undefined {
  const characters = lacking(nameOnPaper(name))
  return characters === undefined ? undefined : t('document.before', { characters })
}

/** Of these it is known without trying. */
const plain = /^[\n\x20-\x7E\u00C0-\u0148\u014A-\u017F]*$/

function lacking(words: string): string | undefined {
  return plain.test(words) ? undefined : lackingIn(() => pdfOf('#set document(title: data.title)\n#own(data.words)', { title: 'x', words }, { language: 'en', direction: 'ltr' }))
}

function lackingIn(make: () => Uint8Array): string | undefined {
  try {
    make()
    return undefined
  } catch (fault) {
    if (isRefusal(fault) && fault.code === 'document-no-glyph') return String(fault.values?.['characters'] ?? '')
    throw fault
  }
}
