import { readFileSync } from 'node:fs'
import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { levelDesign } from './between-case-design.ts'
import { betweenCaseSmd } from './between-case-smd.ts'
import { addUp, crossProducts, lowRankTotals } from './case-totals.ts'
import { evaluationOf } from './likelihood.ts'
import { sessionCases } from './session-cases.ts'
import type { SessionColumns } from './session-cases.ts'

const change = (before: number[], after: number[]) => ({
  y: [...before, ...after], time: [...before, ...after].map((_, i) => i + 1), x: [...before.map(() => [1, 0]), ...after.map(() => [1, 1])],
})
// Case means 3, 5, 10; all change by 4. Within: 12 squares over 12 - 3 - 1 degrees of freedom; between: mean square 52, four sessions each.
const cases = [change([0, 2], [4, 6]), change([2, 4], [6, 8]), change([7, 9], [11, 13])]

test('it matches the hand case', () => {
  const result = betweenCaseSmd({ cases, effect: [0, 1], errors: 'independent' })
  if (result.kind !== 'found') throw new Error('it settles')
  expect(result.coefficients[1]).toBeCloseTo(4, 9)
  expect(result.within).toBeCloseTo(1.5, 6)
  expect(result.between).toBeCloseTo((52 - 1.5) / 4, 5)
  expect(result.value / (1 - 3 / (4 * result.df - 1))).toBeCloseTo(4 / Math.sqrt(1.5 + 50.5 / 4), 6)
})
test('it turns over with the outcomes, and does not mind a constant or the unit', () => {
  const of = (scale: number, shift: number) => betweenCaseSmd({ cases: cases.map((one) => ({ ...one, y: one.y.map((value) => scale * value + shift) })), effect: [0, 1], errors: 'autocorrelated' })
  const [here, turned] = [of(1, 0), of(-3, 50)]
  if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('both settle')
  expect(turned.value).toBeCloseTo(-here.value, 5)
  expect(turned.se).toBeCloseTo(here.se, 5)
})
test('it asks for three cases, and has no answer for equal outcomes or a phase that is missing', () => {
  expect(betweenCaseSmd({ cases: cases.slice(0, 2), effect: [0, 1], errors: 'independent' })).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(betweenCaseSmd({ cases: cases.map((one) => ({ ...one, y: one.y.map(() => 1) })), effect: [0, 1], errors: 'independent' })).toMatchObject({ kind: 'not-computable' })
  const bare = cases.map((one) => ({ ...one, x: one.x.map(() => [1, 0]) }))
  expect(betweenCaseSmd({ cases: bare, effect: [0, 1], errors: 'independent' })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('phase') })
})

// Two stored variances between cases stopped short of the top: with the rest of the parameters ours, ours is higher.
const stored = JSON.parse(readFileSync(new URL('../references/02_bcsmd.json', import.meta.url), 'utf8')) as { id: string, inputs: SessionColumns, expected: { tauSq: number, logLikREML: number } }[]
test('it stands higher than the stored fit of the study that stopped short, and its slope is zero', () => {
  const one = stored.find((other) => other.id === 'reml.MBP.level.IID.DelemereDounavi.1')!
  const data = levelDesign(sessionCases(one.inputs).cases)
  const result = betweenCaseSmd({ cases: data, effect: [0, 1], errors: 'independent' })
  if (result.kind !== 'found') throw new Error('it settles')
  const at = (between: number) => evaluationOf(addUp(data.map((own) => lowRankTotals(crossProducts(own, own.y.map(() => [1])), new Matrix([[between]]), [new Matrix([[1]])], result.within)!)), 'REML')!
  expect(Math.abs(at(result.between).gradient[0]!)).toBeLessThan(1e-7)
  expect(Math.abs(at(one.expected.tauSq).gradient[0]!)).toBeGreaterThan(1e-6)
  expect(result.logLik).toBeGreaterThanOrEqual(one.expected.logLikREML - 1e-9)
})
test('it reports a variance of zero between cases where the stored fit has not quite come to it, and stands no lower', () => {
  const one = stored.find((other) => other.id === 'reml.MBP.level.AR1.DelemereDounavi.1')!
  const result = betweenCaseSmd({ cases: levelDesign(sessionCases(one.inputs).cases), effect: [0, 1], errors: 'autocorrelated' })
  expect(result).toMatchObject({ between: 0, cautions: ['singular-fit'] })
  expect(result.kind === 'found' && result.logLik).toBeGreaterThanOrEqual(one.expected.logLikREML)
})
