import { expect, test } from 'vitest'
import { codersOf } from './coders.ts'
import { codersCautions, codersSaid } from './coders-said.ts'

const pair = (first: number | null, second: number | null, sessions: number, domain = 'Coping') => ({ domain, first, second, sessions, people: 3 })
const study = { outcome: 'Coping' }

// 10 notes: 6 twice clear, 2 twice some, 2 clear and some. Same answer: 8 of 10. Shares of the 20 codes: clear 0.7, some 0.3.
// Kappa (Fleiss): chance 0.49 + 0.09 = 0.58, (0.8 - 0.58) / 0.42 = 0.5238. AC1 over four answers: chance (0.21 + 0.21) / 3 = 0.14, (0.8 - 0.14) / 0.86 = 0.7674.
test('it reckons how far two coders agree, by hand', () => {
  const [coping] = codersOf(study, { pairs: [pair(2, 2, 6), pair(1, 1, 2), pair(2, 1, 2)] })
  expect(coping).toMatchObject({ domain: 'Coping', isOutcome: true, notes: 10, people: 3, counts: [[0, 0, 0, 0], [0, 2, 0, 0], [0, 2, 6, 0], [0, 0, 0, 0]] })
  const { percent, kappa, ac1 } = coping!.coefficients!
  expect(percent).toMatchObject({ kind: 'found', value: expect.closeTo(0.8, 12), n: 10 })
  expect(kappa).toMatchObject({ kind: 'found', value: expect.closeTo(0.22 / 0.42, 12), n: 10 })
  expect(ac1).toMatchObject({ kind: 'found', value: expect.closeTo(0.66 / 0.86, 12), n: 10 })
  for (const one of [percent, kappa, ac1]) expect(one.kind === 'found' && one.interval!.lower < one.value && one.value < one.interval!.upper).toBe(true)
})

test('it takes "the note does not speak of it" as an answer: one who found nothing and one who found something do not agree', () => {
  const [coping] = codersOf(study, { pairs: [pair(null, null, 5), pair(null, 2, 5)] })
  expect(coping!.coefficients!.percent).toMatchObject({ value: expect.closeTo(0.5, 12), n: 10, missing: 0 })
  expect(coping!.counts[3]).toEqual([0, 0, 5, 5])
})

test('it gives no coefficient of nine notes, and one of ten under a caution', () => {
  const nine = codersOf(study, { pairs: [pair(2, 2, 5), pair(1, 1, 4)] })
  expect(nine[0]?.coefficients).toBeNull()
  expect(codersSaid(nine).rows[0]).toEqual(['Coping (the outcome)', '9 of 3 people', ...Array.from({ length: 3 }, () => 'too few: 10 notes are needed')])
  expect(codersCautions(codersOf(study, { pairs: [pair(2, 2, 6), pair(1, 1, 4)] })).join(' ')).toContain('Fewer than 30')
  expect(codersCautions(codersOf(study, { pairs: [pair(2, 2, 20), pair(1, 1, 10)] }))).toEqual([expect.stringContaining('resemble each other')])
})

test('it says of notes that all got one code that no kappa can be reckoned, never a figure', () => {
  const [coping] = codersOf(study, { pairs: [pair(2, 2, 12)] })
  expect(coping!.coefficients!.kappa.kind).toBe('not-computable')
  expect(codersSaid([coping!]).rows[0]?.join(' ')).not.toContain('NaN')
})

test('it keeps each domain apart, the outcome marked, in a fixed order', () => {
  expect(codersOf(study, { pairs: [pair(2, 2, 1, 'Identity'), pair(2, 2, 1)] }).map(({ domain, isOutcome }) => [domain, isOutcome])).toEqual([['Coping', true], ['Identity', false]])
})
