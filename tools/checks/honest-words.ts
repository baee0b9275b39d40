import { isTest, type Check, type Tree } from './tree.ts'

// The word for "it was the programme that did it", put together so that this file does not find itself.
const word = new RegExp(`\\b${['effect', 'ive'].join('')}(?:ly|ness)?\\b`, 'i')
const claim = new RegExp(['mayBeCalled', 'Effect', 'ive'].join(''))

/** Where it may stand, and why. Each of these must hold it: a permission that nobody uses goes. */
const permitted: Record<string, RegExp> = {
  'src/evaluation/evaluation.words.en.json': /"evaluation\.by-lot\./,
  'src/evaluation/found/by-lot.ts': claim,
  'src/evaluation/found/result-said.ts': /byLot\.isEffective \?/,
  'docs/statistics.md': /by lot/,
}

export const honestWords: Check = {
  name: 'honest-words',
  asks: 'Does the word that says a programme did it stand only where the design permits it?',
  look(tree) {
    const files = tree.files.filter(isReadByPeople)
    return { seen: files.length, problems: [...files.flatMap((file) => stray(tree, file)), ...unused(tree)] }
  },
}

// What becomes a sentence on a page or in a report, what explains a figure, and what is written about them. Decisions tell how it came to be, and tests ask after it.
function isReadByPeople(file: string): boolean {
  return /\.(?:ts|tsx|sql|ya?ml|md|json)$/.test(file) && !isTest(file) && /^(?:src|statistics|definitions|database|docs|tools)\/|^[^/]+\.md$/.test(file)
    && !/^docs\/decisions\/|^statistics\/references\/|^definitions\/schema\//.test(file)
}

function stray(tree: Tree, file: string): string[] {
  return tree.read(file).split('\n').flatMap((line, at) => word.test(line) && !permitted[file]?.test(line) ? [`${file}:${at + 1} says of something that it worked, which only a design with drawn and kept beginnings permits: ${line.trim().slice(0, 90)}`] : [])
}

function unused(tree: Tree): string[] {
  return Object.keys(permitted).filter((file) => tree.files.includes(file) && !word.test(tree.read(file))).map((file) => `${file} is permitted the word and does not use it`)
}
