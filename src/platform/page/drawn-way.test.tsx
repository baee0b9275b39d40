import { expect, test } from 'vitest'
import { readerOf, reading } from '../words/index.ts'
import { DrawnWay, htmlOf, type DrawnStep } from './index.ts'

const step = (title: string, level: number, more: Partial<DrawnStep> = {}): DrawnStep => ({ title, level, notes: [], isLengthKnown: true, parts: [], ...more })
const drawn = (steps: DrawnStep[], language = 'en') => reading(readerOf(language, 'UTC'), () => htmlOf(<DrawnWay id="way" title="How it runs" about="Two steps" steps={steps} />))

test('it has a title and a description for who does not see it, and no style of its own', async () => {
  const svg = await drawn([step('First', 0), step('Second', 1)])
  expect(svg).toContain('<title id="way-title">How it runs</title>')
  expect(svg).toMatch(/role="img" aria-labelledby="way-title way-about"/)
  expect(svg).not.toContain('style=')
})

test('it tells what is not known, what is chosen and what is closed by the form of lines alone', async () => {
  const part = { title: 'A theme', isChosen: false, isDouble: false }
  const gaps = async (more: Partial<DrawnStep>) => ((await drawn([step('First', 0, more), step('Second', 1)])).match(/stroke-dasharray/g) ?? []).length
  expect([await gaps({}), await gaps({ isLengthKnown: false }), await gaps({ parts: [{ ...part, isChosen: true }] })]).toEqual([0, 1, 1])
  expect((await drawn([step('First', 0, { parts: [{ ...part, isDouble: true }] })])).match(/<rect/g)).toHaveLength(2)
})

test('it keeps a text of any length within its width, and numbers steps as they were given', async () => {
  const svg = await drawn([step('w'.repeat(200), 0), step('After', 2), step('Beside', 1, { notes: ['some words '.repeat(20)] }), step('Between', 1)])
  for (const [, line = ''] of svg.matchAll(/<text class="drawn-(?:title|note)"[^>]*>([^<]*)/g)) expect(line.length).toBeLessThanOrEqual(46)
  expect([...svg.matchAll(/class="drawn-number"[^>]*>(\d)/g)].map(found => found[1])).toEqual(['1', '3', '4', '2'])
})

test('it stands the other way round for who reads from right to left', async () => {
  const place = (svg: string) => Number(/<circle[^>]* cx="([\d.]+)"/.exec(svg)?.[1])
  const steps = [step('First', 0)]
  expect(place(await drawn(steps)) + place(await drawn(steps, 'qps'))).toBe(380)
})
