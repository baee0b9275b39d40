import { teamOf } from '../access/index.ts'
import { whatSecondLacks } from '../certificates/index.ts'
import { dayAt, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { definitionOf, type Rests } from './sessions.verbs.ts'

type Second = { colleague_id: number, name: string }

/** The second one works with the person as a facilitator too, and is not oneself. */
export async function theSecond(work: Work, secondId: number): Promise<Second> {
  const second = (await teamOf(work, work.about)).find(({ colleague_id: id, role }) => id === secondId && role === 'facilitator')
  if (!second || secondId === work.actor.id) throw refuse('session-second-not-there')
  return second
}

/** Two who deliver a programme hold its certificate both, each on the days of the sessions. `field` is where the days are chosen. */
export async function mustHoldToo(work: Work, { colleague_id: secondId, name }: Second, sessions: readonly { startsAt: Instant, rests: Pick<Rests, 'programme'> }[], field: 'meetings' | 'on'): Promise<void> {
  const definition = await definitionOf(work, sessions[0]?.rests.programme ?? null)
  if (!definition) return
  const lacks = await whatSecondLacks(work, { definition, secondId, days: [...new Set(sessions.map(({ startsAt }) => dayAt(startsAt, work.timeZone)))] })
  if (lacks) throw refuse('session-second-without-certificate', { name, certificate: lacks.certificate, days: say.list(lacks.days.map((day) => say.day(day))) }, field)
}
