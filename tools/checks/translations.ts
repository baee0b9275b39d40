import { wrongIn } from '../../src/platform/words/whole.ts'
import { personKeys } from './person-words.ts'
import { sourcesUnder } from './source.ts'
import { isTest, type Check, type Tree } from './tree.ts'

export const translations: Check = {
  name: 'translations',
  asks: 'Does each language say only what there is, with the same values and its own plural forms, and all of what a person can meet?',
  look(tree) {
    const english = said(tree, 'en')
    const theirs = personKeys(tree, new Set([...english.keys()].map(baseOf)))
    const codes = [...new Set(catalogues(tree).map(({ code }) => code))].filter((code) => code !== 'en')
    return { seen: sourcesUnder(tree, 'src').filter((file) => !isTest(file)).length, problems: codes.flatMap((code) => [...wrong(tree, code, english), ...missing(tree, { code, theirs, english }), ...elsewhere(tree, code, english)]) }
  },
}

type Catalogue = { file: string, code: string }

function catalogues(tree: Tree): Catalogue[] {
  return tree.files.flatMap((file) => {
    const code = /^src\/.+\.words\.([A-Za-z\d-]+)\.json$/.exec(file)?.[1]
    return code === undefined ? [] : [{ file, code }]
  })
}

function entriesOf(tree: Tree, file: string): [string, string][] {
  return Object.entries(JSON.parse(tree.read(file)) as Record<string, string>).filter(([key]) => !key.startsWith('@'))
}

/** Each key with its file and its text. */
function said(tree: Tree, code: string): Map<string, { file: string, text: string }> {
  return new Map(catalogues(tree).filter((one) => one.code === code).flatMap(({ file }) => entriesOf(tree, file).map(([key, text]) => [key, { file, text }] as const)))
}

function baseOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

const inWords = { 'no-such-key': 'is in no English catalogue', 'no-text': 'has no text', placeholders: 'has other places for values than the English sentence', forms: 'lacks a plural form of its language' }

function wrong(tree: Tree, code: string, english: Map<string, { text: string }>): string[] {
  const own = said(tree, code)
  const faults = wrongIn(Object.fromEntries([...own].map(([key, { text }]) => [key, text])), Object.fromEntries([...english].map(([key, { text }]) => [key, text])), code)
  return [...faults].map(([key, fault]) => `${own.get(key)?.file}: ${key} ${inWords[fault]}`)
}

/** Somebody who reads this language meets these on their own pages, at a desk, or before they have signed in. */
function missing(tree: Tree, { code, theirs, english }: { code: string, theirs: Set<string>, english: Map<string, { file: string }> }): string[] {
  const own = new Set([...said(tree, code).keys()].map(baseOf))
  const place = new Map([...english].map(([key, { file }]) => [baseOf(key), file.replace('.words.en.json', `.words.${code}.json`)]))
  return [...theirs].filter((key) => !own.has(key)).map((key) => `${place.get(key)} lacks ${key}, and a person can meet it`)
}

/** A translation stands beside the English words that it translates. */
function elsewhere(tree: Tree, code: string, english: Map<string, { file: string }>): string[] {
  const place = new Map([...english].map(([key, { file }]) => [baseOf(key), file.replace('.words.en.json', '')]))
  return [...said(tree, code)].flatMap(([key, { file }]) => {
    const home = place.get(baseOf(key))
    return home === undefined || file === `${home}.words.${code}.json` ? [] : [`${file}: ${key} belongs into ${home}.words.${code}.json`]
  })
}
