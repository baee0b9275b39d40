import { expect, test } from 'vitest'
import { honestWords } from './honest-words.ts'
import { treeOf } from './tree.ts'

const look = async (contents: Record<string, string>) => (await honestWords.look(treeOf(contents))).problems
const word = ['effec', 'tive'].join('')

test.each(['src/plans/plans.words.en.json', 'src/plans/pages/plan.tsx', 'statistics/meta/pooled-effect.ts', 'definitions/programmes/entre.yaml', 'README.md', 'database/demo/plans.sql'])('it finds the word in %s', async (file) => {
  expect(await look({ [file]: `one line\nan ${word} programme` })).toEqual([expect.stringContaining(`${file}:2 says`)])
})

test('it finds its forms too, and lets the effect itself be', async () => {
  expect(await look({ 'src/a.ts': `${word}ness`, 'src/b.ts': 'an effect size' })).toHaveLength(1)
})

test('it lets it stand where the design permits it, and only in that line', async () => {
  expect(await look({ 'src/evaluation/evaluation.words.en.json': `"evaluation.by-lot.${word}": "It may be called ${word}."` })).toEqual([])
  expect(await look({ 'src/evaluation/evaluation.words.en.json': `"evaluation.answer": "It was ${word}."` })).toHaveLength(1)
})

test('a permission that is not used goes', async () => {
  expect(await look({ 'docs/statistics.md': 'nothing of it' })).toEqual(['docs/statistics.md is permitted the word and does not use it'])
})
