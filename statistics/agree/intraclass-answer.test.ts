import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intraclassAgreement } from './intraclass-agreement.ts'
import { intraclassConsistency } from './intraclass-consistency.ts'
import { intraclassOneWay } from './intraclass-one-way.ts'
import { twoWayTable } from './two-way-table.ts'

const forms = Object.entries({ intraclassOneWay, intraclassAgreement, intraclassConsistency })
const ratings = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 7 })

test.each(forms)('%s asks for two persons and two raters', (_, form) => {
  expect(form(twoWayTable([[1, 2, 3]]), 'single')).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(form(twoWayTable([[1], [2]]), 'single')).toMatchObject({ kind: 'too-few', needed: 2 })
})
test.each(forms)('%s has no value when all ratings are the same', (_, form) => {
  expect(form(twoWayTable([[4, 4], [4, 4]]), 'average')).toMatchObject({ kind: 'not-computable' })
})
test.each(forms)('%s is 1 without an interval when raters agree exactly', (_, form) => {
  expect(form(twoWayTable([[1, 1], [4, 4], [9, 9]]), 'single')).toMatchObject({ value: 1, f: null, interval: null, cautions: ['no-spread'] })
})
test.each(forms)('%s does not change when a constant is added or persons change order, and never shows a number that is none', (_, form) => {
  fc.assert(fc.property(ratings, fc.constantFrom('single', 'average'), (rows, used) => {
    const here = form(twoWayTable(rows), used)
    const moved = form(twoWayTable(rows.toReversed().map((row) => row.map((value) => value + 5))), used)
    expect(moved.kind).toBe(here.kind)
    if (here.kind !== 'found' || moved.kind !== 'found') return
    expect(moved.value).toBeCloseTo(here.value, 8)
    if (here.interval) expect(here.interval.lower).toBeLessThanOrEqual(here.interval.upper)
  }))
})
