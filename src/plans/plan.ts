import { daysBetween, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

export const endings = ['completed', 'commitments consolidated', 'transferred', 'own wish', 'another route'] as const

/** How a plan ends, in fixed words: never "deradicalised", never "safe". */
export type Ending = (typeof endings)[number]

/** Whether a plan ended because its work was done; then what was gained is kept up. */
export function isWorkDone(ending: string | null): boolean {
  return ending === 'completed' || ending === 'commitments consolidated'
}

export type PlanState = 'running' | 'paused' | 'ended'

export type Plan = { state: PlanState, beginsOn: Day }

/** How long ago a plan can have begun that is made now. */
export const mostDaysBack = 92

/** A plan begins today or later, or lately: what began longer ago belongs in the history that is imported. Refuses 'plan-begins-too-early'. */
export function checkBegin(beginsOn: Day, today: Day): void {
  if (daysBetween(beginsOn, today) > mostDaysBack) throw refuse('plan-begins-too-early')
}

/** The last day on which a plan can have ended: today. One that lies ahead whole is ended on the day on which it would have begun. */
export function lastEnd({ beginsOn }: Pick<Plan, 'beginsOn'>, today: Day): Day {
  return beginsOn > today ? beginsOn : today
}

/** Ends a plan on a day. Refuses 'plan-ended-already', 'plan-ends-before-it-begins', 'plan-ends-ahead'. */
export function ended(plan: Plan, on: Day, today: Day): Plan {
  if (plan.state === 'ended') throw refuse('plan-ended-already')
  if (on < plan.beginsOn) throw refuse('plan-ends-before-it-begins')
  if (on > lastEnd(plan, today)) throw refuse('plan-ends-ahead')
  return { ...plan, state: 'ended' }
}

export const adaptations = ['language', 'literacy', 'trauma', 'neurodiversity', 'learning-need', 'faith-need'] as const
export const strands = ['education', 'work', 'pro-social'] as const

/** What makes a plan fit a person: how the work is adapted, what somebody steps into beside it, and whom it needs. */
export const needKinds = [...adaptations, ...strands, 'person'] as const
export type NeedKind = (typeof needKinds)[number]
