import { expect, test } from 'vitest'
import { auditReleases } from './audit-releases.ts'
import { countTable } from './count-table.ts'
import { openSolver } from './solver.ts'

const solver = await openSolver()
const spring = countTable([[12, 8], [9, 11]], [20, 20], [21, 19], 40)
const rule = { threshold: 5, course: 'may-fall' } as const

// One person came into the first cell: every published number is large, the change is not.
test('it sees a single newcomer between two harmless tables', () => {
  const autumn = countTable([[13, 8], [9, 11]], [21, 20], [22, 19], 41)
  const audit = auditReleases(spring, autumn, rule, solver)
  expect(audit).toMatchObject({ kind: 'found', smallChanges: [{ row: 0, column: 0, lower: 1, upper: 1 }] })
  expect(audit.kind === 'found' && audit.smallTotals.map((total) => total.line)).toEqual(['row', 'column', 'grand'])
})
test('it finds nothing where nobody came and nobody left', () => {
  expect(auditReleases(spring, spring, rule, solver)).toMatchObject({ smallChanges: [], smallTotals: [], exposedFirst: [], exposedSecond: [] })
})
// Hidden in spring, 0..5 each; in autumn two of the hidden cells are 0, and counts only grow: then they were 0 in spring.
test('it sees that a hidden cell follows when counts only grow', () => {
  const hidden = countTable([[null, null], [null, null]], [5, 5], [5, 5], 10)
  const later = countTable([[5, 0], [0, 15]], [5, 15], [5, 15], 20)
  expect(auditReleases(hidden, later, { threshold: 5, course: 'only-grows' }, solver)).toMatchObject({ exposedFirst: [{ lower: 5 }, { lower: 0 }, { lower: 0 }, { lower: 5 }] })
  expect(auditReleases(hidden, later, rule, solver)).toMatchObject({ exposedFirst: [] })
})
test('it says when no counts fit both releases, or margins do not add up', () => {
  const shrunk = countTable([[2, 8], [9, 11]], [10, 20], [11, 19], 30)
  expect(auditReleases(spring, shrunk, { threshold: 5, course: 'only-grows' }, solver)).toMatchObject({ kind: 'not-computable', reason: 'no counts fit both releases' })
  expect(auditReleases(spring, { ...spring, grandTotal: 41 }, rule, solver)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('grand total') })
})
test('it refuses a table of another shape', () => {
  expect(() => auditReleases(spring, countTable([[1]], [1], [1], 1), rule, solver)).toThrow('another shape')
})
