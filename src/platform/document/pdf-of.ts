import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { refuse } from '../refusals.ts'
import { languageOf, pseudoCode } from '../words/index.ts'
import './document.refusals.ts'

export type Reading = { language: string, direction: 'ltr' | 'rtl' }

/**
 * A page for paper as a tagged PDF (PDF/UA-1), from a Typst template and its data. The template finds everything in `data`, and shows
 * what people wrote by `#own(…)`: as text, in its own direction, never as an instruction. The same data give the same bytes.
 * A character that the fonts cannot draw is refused by name ('document-no-glyph'), since an empty box on paper is a lost word.
 */
export function pdfOf(template: string, data: object, { language, direction }: Reading): Uint8Array {
  const inputs = { data: drawable(JSON.stringify(data), language), lang: languageTag(language), dir: direction }
  const compiled = compiler().compile({ mainFileContent: `${prelude}\n${template}`, inputs })
  const fault = compiled.takeError()
  if (fault || !compiled.result) throw new Error(`A template of a document is wrong: ${JSON.stringify(fault && compiler().fetchDiagnostics(fault))}`)
  try {
    return compiler().pdf(compiled.result, { pdfStandard: 'ua-1' })
  } catch (wrong) {
    throw undrawn(wrong)
  } finally {
    compiler().evictCache(10)
  }
}

/** The look of paper: one family for Latin, one for Arabic, and nothing that happens to be installed on the machine. */
const prelude = String.raw`
#set document(date: none)
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.4cm), number-align: center)
#set text(font: ("Inter", "Noto Sans Arabic"), weight: 400, size: 11pt, fallback: false, lang: sys.inputs.lang, dir: if sys.inputs.dir == "rtl" { rtl } else { ltr })
#set par(leading: 0.75em, spacing: 1.1em)
#set strong(delta: 200)
#show heading: set text(weight: 600)
#show heading: set block(above: 1.8em, below: 0.9em)
#let right-to-left(words) = {
  let letter = words.match(regex("\p{L}"))
  letter != none and letter.text.match(regex("[\p{Arabic}\p{Hebrew}]")) != none
}
#let own(words) = {
  set text(dir: if right-to-left(words) { rtl } else { ltr })
  words.split("\n").join(linebreak())
}
`

// Only weights that are given here are asked for: a given file goes before the machine's own of the same family and weight.
const fonts = { '@expo-google-fonts/inter': ['400Regular', '600SemiBold'], '@expo-google-fonts/noto-sans-arabic': ['400Regular', '600SemiBold'] }

let made: NodeCompiler | undefined

/** Made at the first print; it finds templates in no folder, and fonts in these alone. */
function compiler(): NodeCompiler {
  made ??= NodeCompiler.create({ workspace: folders()[0]!, fontArgs: [{ fontPaths: folders() }] })
  return made
}

function folders(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return Object.entries(fonts).flatMap(([name, weights]) => weights.map((weight) => join(dirname(resolve(`${name}/package.json`)), weight)))
}

/** The two letters of a language; the invented one is written in the letters of English, and no font has its brackets. */
function languageTag(language: string): string {
  return languageOf(language).locale.split('-')[0]!
}

function drawable(json: string, language: string): string {
  return language === pseudoCode ? json.replaceAll('⟦', '[').replaceAll('⟧', ']') : json
}

/** A mark that stands on a letter comes as its number: shown on a circle, as in tables of letters. */
function asWritten(character: string): string {
  return character.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => { const mark = String.fromCodePoint(Number.parseInt(code, 16)); return /\p{M}/u.test(mark) ? `\u25CC${mark}` : mark })
}

/** The compiler says which characters it could not draw, each in a sentence of its own. */
function undrawn(fault: unknown): Error {
  const said = fault instanceof Error ? fault.message : String(fault)
  const characters = [...said.matchAll(/the text `\\"(.+?)\\"` could not|codepoint `\\"(.+?)\\"`/g)].map((found) => found[1] ?? found[2] ?? '').map(asWritten)
  if (characters.length === 0) return fault instanceof Error ? fault : new Error(said)
  return refuse('document-no-glyph', { characters: [...new Set(characters)].slice(0, 20).join(' ') })
}
