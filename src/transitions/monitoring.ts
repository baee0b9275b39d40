import type { Day } from '../platform/day.ts'

/**
 * Who counts as living support: somebody who meets the person for their sake. A case manager supervises the order and does not count, since control beside control
 * is no support. Other rooms hold no support of their own yet: mentors and circles stand in the team.
 */
export const supportingRoles = ['mentor', 'facilitator', 'circle_volunteer', 'circle_coordinator'] as const

/** Whoever lives there lives with it too: whether they were asked, and what they say. `not-asked` stands only at orders from before it was asked for. */
export const households = ['alone', 'agreed', 'not-agreed'] as const
export type Household = (typeof households)[number]

export type Order = { id: number, publicId: string, fromOn: Day, untilOn: Day, says: string, authority: string, beside: string, household: Household | 'not-asked', householdSays: string, reviewOn: Day | null, endedOn: Day | null, endedWhy: string }

/** Whether an order runs on a day. It ends by itself on its last day, whatever else happens. */
export function runsOn({ untilOn, endedOn }: Pick<Order, 'untilOn' | 'endedOn'>, today: Day): boolean {
  return endedOn === null && untilOn >= today
}
