import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'

/**
 * Refuses 'recall-ahead', 'recall-before-release' and 'recall-without-release'. An authority takes back whoever it had let go: a day that lies ahead has not happened, and before a release there is
 * nothing to take back. Returns the day of that release.
 */
export function checkRecalledOn(recalledOn: Day, { today, releaseOn }: { today: Day, releaseOn: Day | null }): Day {
  if (recalledOn > today) throw refuse('recall-ahead')
  if (releaseOn === null) throw refuse('recall-without-release')
  if (recalledOn < releaseOn) throw refuse('recall-before-release', { day: say.day(releaseOn) })
  return releaseOn
}

/** Whoever was outside when they came here has a release that was never ahead, so that no day of it is known here: then whoever records the recall says it. */
export function isReleaseFromBefore(releases: readonly { release_on: Day | null }[], recalls: readonly unknown[]): boolean {
  return recalls.length === 0 && releases.every(({ release_on: on }) => on === null)
}
