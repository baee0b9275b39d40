import { readSource, sourcesUnder, type Source } from './source.ts'
import { isTest, type Check, type Tree } from './tree.ts'

export const words: Check = {
  name: 'words',
  asks: 'Does every sentence come from a catalogue, is every key there, and is none left over?',
  look(tree) {
    const sources = sourcesUnder(tree, 'src').filter((file) => !isTest(file)).map((file) => ({ file, source: readSource(tree, file) }))
    const keys = englishKeys(tree)
    return {
      seen: sources.length,
      problems: [...doubles(tree), ...missing(sources, keys), ...leftOver(tree, sources), ...barePhrases(sources)],
    }
  },
}

type Read = { file: string, source: Source }

function catalogues(tree: Tree, pattern: RegExp): string[] {
  return tree.files.filter((file) => pattern.test(file))
}

// An entry for each plural form is one key to those who use it.
function keysOf(tree: Tree, catalogue: string): string[] {
  const keys = Object.keys(JSON.parse(tree.read(catalogue)) as Record<string, string>)
  return [...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))]
}

function englishKeys(tree: Tree): Set<string> {
  return new Set(catalogues(tree, /\.words\.en\.json$/).flatMap((catalogue) => keysOf(tree, catalogue)))
}

function doubles(tree: Tree): string[] {
  const owners = new Map<string, string>()
  return catalogues(tree, /\.words\.en\.json$/).flatMap((catalogue) => keysOf(tree, catalogue).flatMap((key) => {
    const owner = owners.get(key)
    owners.set(key, catalogue)
    return owner === undefined ? [] : [`${catalogue}: ${key} stands in ${owner} too`]
  }))
}

function missing(sources: Read[], keys: Set<string>): string[] {
  return sources.flatMap(({ file, source }) => source.keysSaid
    .filter(({ key, isPattern }) => (isPattern ? ![...keys].some((one) => fits(one, key)) : !keys.has(key)))
    .map(({ key }) => `${file} says ${key}, which is in no catalogue`))
}

function leftOver(tree: Tree, sources: Read[]): string[] {
  const texts = new Set(sources.flatMap(({ source }) => [...source.texts]))
  const patterns = [...new Set(sources.flatMap(({ source }) => source.patterns))].filter((pattern) => /^[a-z][a-z-]*\.[^ ]*\*/.test(pattern))
  // A fault of an import names two sentences at once: fault(cell, 'x') says x.wrong and x.mend.
  const isUsed = (key: string): boolean => texts.has(key) || texts.has(key.replace(/\.(wrong|mend)$/, '')) || patterns.some((pattern) => fits(key, pattern))

  return catalogues(tree, /\.words\.en\.json$/).flatMap((catalogue) => keysOf(tree, catalogue)
    .filter((key) => !isUsed(key))
    .map((key) => `${catalogue}: nobody says ${key}`))
}

function fits(key: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.$^()[\]{}+?|\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`).test(key)
}

function barePhrases(sources: Read[]): string[] {
  return sources.flatMap(({ file, source }) => source.barePhrases.map((phrase) => `${file} shows "${phrase}", which comes from no catalogue`))
}
