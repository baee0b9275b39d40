import { latestLook } from '../../participants/index.ts'
import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** What is found, and how long a look can wait: the same as for restrictions on contact. */
export { findings, latestLook, type Finding } from '../../participants/index.ts'

/** The first look at an order, where nobody says another day: in three months, and never after its end. */
export function firstLook({ fromOn, untilOn }: { fromOn: Day, untilOn: Day }, today: Day): Day {
  const latest = latestLook(fromOn > today ? fromOn : today)
  return latest < untilOn ? latest : untilOn
}

/** Refuses 'monitoring-look-past' and 'monitoring-look-too-far'. */
export function checkLook(on: Day, { today, from }: { today: Day, /** From when the three months count. */ from: Day }): void {
  if (on <= today) throw refuse('monitoring-look-past')
  if (on > latestLook(from)) throw refuse('monitoring-look-too-far')
}
