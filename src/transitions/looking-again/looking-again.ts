import { addMonths, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** What the case manager finds: it is still needed, or the authority is asked for less. Nobody here eases or lifts what an authority ordered. */
export const findings = ['needed', 'ease', 'lift'] as const
export type Finding = (typeof findings)[number]

/** As often as an agreement is looked at again; a service that looks more often writes a nearer day. */
const mostMonths = 3

/** The latest day by which an order is looked at again, counted from a day on. */
export function latestLook(from: Day): Day {
  return addMonths(from, mostMonths)
}

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
