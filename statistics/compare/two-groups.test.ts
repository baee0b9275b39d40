import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupPermutation } from './group-permutation.ts'
import { hedgesG } from './hedges-g.ts'
import { mannWhitneyApproximate } from './mann-whitney-approximate.ts'
import { mannWhitney } from './mann-whitney.ts'
import { probabilityOfSuperiority } from './probability-of-superiority.ts'
import { twoGroupT } from './two-group-t.ts'
import { smallGroup, twoGroups } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 7 })
const figures: Record<string, (groups: TwoGroups) => { p?: number, away: number } | null> = {
  mannWhitney: (groups) => { const r = mannWhitney(groups); return r.kind === 'found' ? { p: r.p, away: r.z } : null },
  mannWhitneyApproximate: (groups) => { const r = mannWhitneyApproximate(groups); return r.kind === 'found' ? { p: r.p, away: r.z } : null },
  probabilityOfSuperiority: (groups) => { const r = probabilityOfSuperiority(groups); return r.kind === 'found' ? { away: r.cliffsDelta } : null },
  welch: (groups) => { const r = twoGroupT(groups, 'unequal'); return r.kind === 'found' ? { p: r.p, away: r.t } : null },
  student: (groups) => { const r = twoGroupT(groups, 'pooled'); return r.kind === 'found' ? { p: r.p, away: r.t } : null },
  hedgesG: (groups) => { const r = hedgesG(groups); return r.kind === 'found' ? { away: r.value } : null },
  groupPermutation: (groups) => { const r = groupPermutation(groups); return r.kind === 'found' ? { p: r.p, away: r.value } : null },
}

test.each(Object.entries(figures))('%s changes only its sign when groups of unequal size change places, and stays when a constant is added', (_, figure) => {
  fc.assert(fc.property(group, group, (first, second) => {
    const here = figure(twoGroups(first, second))
    const swapped = figure(twoGroups(second, first))
    const moved = figure(twoGroups(first.map((value) => value + 4), second.map((value) => value + 4)))
    if (!here || !swapped || !moved) return
    expect(swapped.away).toBeCloseTo(-here.away, 9)
    expect(moved.away).toBeCloseTo(here.away, 9)
    if (here.p !== undefined) expect(swapped.p).toBeCloseTo(here.p, 9)
  }), { numRuns: 60 })
})
test('it leaves out and counts missing values', () => {
  expect(twoGroups([1, null, 2], [3, null])).toEqual({ first: [1, 2], second: [3], n: 3, missing: 2 })
})
test('it says which size of group is needed', () => {
  expect(smallGroup(twoGroups([1, 2], [3]), 'test', 2)).toMatchObject({ kind: 'too-few', n: 1, needed: 2 })
  expect(smallGroup(twoGroups([1, 2], [3, 4]), 'test', 2)).toBeNull()
})
test('it names the place of a text', () => expect(() => twoGroups([1], [2, 'x'])).toThrow('y, place 2'))
