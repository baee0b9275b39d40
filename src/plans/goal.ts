import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

export const levels = [-2, -1, 0, 1, 2] as const

/** How far a goal is: 0 is what is expected by the end of its period, in the words that were agreed. */
export type Level = (typeof levels)[number]

export const closings = ['period ended', 'life changed', 'replaced'] as const

/** How a goal is closed. A goal that life changed has not failed, so there is no word for that. */
export type Closing = (typeof closings)[number]

export type GoalInForce = { id: number, publicId: string, title: string, levels: { level: Level, sentence: string }[], from: Day, until: Day | null, planId: number }

export type Period = { from: Day, until: Day | null }

/** Refuses 'goal-begins-in-the-past', 'goal-ends-before-it-begins'. What is agreed today counts from today on. */
export function checkPeriod({ from, until }: Period, today: Day): void {
  if (from < today) throw refuse('goal-begins-in-the-past')
  if (until && until < from) throw refuse('goal-ends-before-it-begins')
}

/** Whether two goals say the same at the same time, however they are spelled. */
export function isTheSame(one: Period & { title: string }, other: Period & { title: string }): boolean {
  const plain = (title: string) => title.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  const meet = (one.until === null || one.until >= other.from) && (other.until === null || other.until >= one.from)
  return meet && plain(one.title) === plain(other.title)
}

/** Until its period starts a goal can be rewritten; afterwards its words are what it is measured by. */
export function isFixed({ from }: Pick<Period, 'from'>, today: Day): boolean {
  return from <= today
}
