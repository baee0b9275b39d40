import { addMonths, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'

/** What a programme names of the time after its end: how long, and how many meetings. What it leaves open is missing. */
export type Allowed = { months?: number, meetings?: number }

/** Refuses 'session-after-the-time' and 'session-enough-after': meetings after the end stay within what the programme names, and where it names no number, within none. */
export function checkAfterTheEnd({ months, meetings }: Allowed, { endedOn, on, others }: { endedOn: Day, on: Day, /** How many there are besides this one. */ others: number }): void {
  if (months !== undefined && on > addMonths(endedOn, Math.ceil(months))) throw refuse('session-after-the-time', { day: say.day(addMonths(endedOn, Math.ceil(months))) })
  if (meetings !== undefined && others >= meetings) throw refuse('session-enough-after', { count: meetings })
}
