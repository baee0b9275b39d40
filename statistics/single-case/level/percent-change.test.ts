import { expect, test } from 'vitest'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { LogRatioReading } from './log-response-ratio.ts'
import { percentChange } from './percent-change.ts'

const up: LogRatioReading = { improvement: 'increase', scale: 'other', form: 'increasing', corrected: false }

test('it is 200 per cent when the level triples', () => {
  expect((percentChange([1, 3], [4, 8], up) as { value: number }).value).toBeCloseTo(200, 10)
})

test('it is nothing when the level stays', () => {
  expect((percentChange([1, 3], [3, 1], up) as { value: number }).value).toBeCloseTo(0, 10)
})

test.each(storedCases('01_ab_effect_sizes').filter((one) => 'LRRi' in one.expected))('it agrees with the stored figures of $id', (one) => {
  const result = percentChange(one.inputs['A'] as number[], one.inputs['B'] as number[], { ...one.options as LogRatioReading, form: 'increasing' })
  const interval = result.kind === 'found' ? result.interval : null
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'pctChange_i.est'))).toBe(true)
  expect(agreesWithStored(interval?.upper, storedFigure(one, 'pctChange_i.ciUpper'))).toBe(true)
})

test('it keeps its own name where there is no ratio', () => {
  expect(percentChange([0, 0], [4, 8], up)).toMatchObject({ kind: 'not-computable', method: expect.stringContaining('percentage change') as string })
})
