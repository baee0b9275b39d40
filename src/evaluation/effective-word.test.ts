import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Where a page or a report takes its sentences from. */
const catalogues = globSync('src/**/*.words.*.json', { cwd: `${import.meta.dirname}/../..` })

test('the word stands in one sentence of all, which only a design with drawn and kept beginnings may say', () => {
  expect(catalogues.length).toBeGreaterThan(15)
  const saying = catalogues.flatMap((file) => Object.entries(JSON.parse(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8')) as Record<string, string>).filter(([, sentence]) => /effective/i.test(sentence)).map(([key]) => key))
  expect(saying).toEqual(['evaluation.by-lot.effective'])
})

test('no page and no report spells it beside the words', () => {
  const spelled = globSync(['src/**/*.tsx', 'src/evaluation/found/*.ts', 'src/pictures/*.ts'], { cwd: `${import.meta.dirname}/../..` })
    .filter((file) => !file.endsWith('.test.ts') && /['">][^'"<>]*\beffective\b[^'"<>]*['"<]/i.test(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|\bt\('[^']+'/g, '')))
  expect(spelled).toEqual([])
})
