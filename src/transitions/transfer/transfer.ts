import { addMonths, daysBetween, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'

/** Announced, then taken over by the unit they come to, or called off. Until it is taken over somebody belongs to the unit that has them. */
export type TransferState = 'announced' | 'taken' | 'called-off'

export type Ends = { takenAt: Instant | null, calledOffAt: Instant | null }

export function stateOf({ takenAt, calledOffAt }: Ends): TransferState {
  if (takenAt !== null) return 'taken'
  return calledOffAt === null ? 'announced' : 'called-off'
}

/** What happened longer ago belongs in the history that is imported; what lies further ahead is a slip of the hand. */
const mostDaysAgo = 92
const mostMonthsAhead = 12

/** Refuses 'transfer-too-long-ago', 'transfer-too-far-ahead', 'transfer-before-the-last': the day on which somebody goes over. */
export function checkMovesOn(movesOn: Day, { today, lastOn }: { today: Day, /** The day of the last transfer that was taken over. */ lastOn: Day | undefined }): void {
  if (daysBetween(movesOn, today) > mostDaysAgo) throw refuse('transfer-too-long-ago')
  if (movesOn > addMonths(today, mostMonthsAhead)) throw refuse('transfer-too-far-ahead')
  if (lastOn !== undefined && movesOn < lastOn) throw refuse('transfer-before-the-last', { day: say.day(lastOn) })
}

export type Decided = { assignment: string, goes: 'on' | 'ends' }

/** Refuses 'transfer-team-changed': of everybody on the team it is said whether they go on, and of nobody else. */
export function checkTeam(decided: readonly Decided[], team: readonly { public_id: string }[]): void {
  const named = new Set(decided.map(({ assignment }) => assignment))
  if (named.size !== team.length || team.some(({ public_id: id }) => !named.has(id))) throw refuse('transfer-team-changed')
}
