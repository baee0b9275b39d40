import { reliableChange, type ChangeClass } from '../../../statistics/index.ts'
import type { Study } from '../study.ts'

/** Compared with the error of measurement: more than that for the better, for the worse, or neither. */
export type Change = 'better' | 'worse' | 'within-error'
/** Null where it is not known; `jacobson` where the plan names a cut-off too. */
export type Judged = { change: Change | null, jacobson: ChangeClass | null }
export type Ends = { first: number | null, latest: number | null }

type Yardstick = Pick<Study, 'reliability' | 'spread' | 'better' | 'cutoff'>

/** Each person's first and latest score, beside the error of measurement that the plan names. Nothing of it is for a decision about them. */
export function changesOf({ reliability, spread, better, cutoff }: Yardstick, ends: readonly Ends[]): Judged[] {
  const unknown = ends.map(() => ({ change: null, jacobson: null }))
  if (reliability === null || spread === null || ends.length === 0) return unknown
  const found = reliableChange(ends.map(({ first }) => first), ends.map(({ latest }) => latest), { rciMethod: 'JT', betterIs: better, reliability, norm: { mean: cutoff ?? 0, sd: spread } })
  if (found.kind !== 'found') return unknown
  return ends.map((one, at) => {
    const index = found.rci[at] ?? null
    if (index === null) return { change: null, jacobson: null }
    const change = Math.abs(index) <= found.criticalValue ? 'within-error' : (index > 0) === (better === 'higher') ? 'better' : 'worse'
    return { change, jacobson: cutoff === null ? null : classOf(change, one as { first: number, latest: number }, { better, cutoff }) }
  })
}

/**
 * Jacobson and Truax 1991. Recovered: reliably better, and from the side of the cut-off where most in need are to the other. Harmed: reliably worse, and from not there to not on the other
 * side. Exactly on the cut-off is neither side.
 */
function classOf(change: Change, { first, latest }: { first: number, latest: number }, { better, cutoff }: { better: Study['better'], cutoff: number }): ChangeClass {
  const sign = better === 'higher' ? 1 : -1
  const [wasInNeed, isBeyond] = [sign * (first - cutoff) < 0, sign * (latest - cutoff) > 0]
  if (change === 'better') return wasInNeed && isBeyond ? 'recovered' : 'improved'
  if (change === 'worse') return !wasInNeed && !isBeyond ? 'harmed' : 'deteriorated'
  return 'unchanged'
}

/** The smallest difference of two scores that is more than error of measurement, by the yardstick of the plan. */
export function reachOf({ reliability, spread }: Pick<Study, 'reliability' | 'spread'>): number | null {
  if (reliability === null || spread === null) return null
  const found = reliableChange([0], [0], { rciMethod: 'JT', betterIs: 'higher', reliability, norm: { mean: 0, sd: spread } })
  return found.kind === 'found' ? found.minimalReliableChange : null
}
