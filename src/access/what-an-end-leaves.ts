import { colleaguesAppointedAs } from '../people/index.ts'
import type { Work } from '../platform/work.ts'
import { teamOf, type runningAssignment } from './access.queries.ts'
import { t } from './words.ts'

/** The end of working together that is being thought of: who goes, from whom, in which role. */
export type Ending = NonNullable<Awaited<ReturnType<typeof runningAssignment>>>

type Leaves = (work: Work, ending: Ending) => Promise<string[]>

/** Port: what somebody has planned, or looks after, belongs to rooms above this one, so the application hands their questions in at start. */
export function whatAnEndLeaves(...leaves: Leaves[]): void {
  asked = leaves
}

/** What would be left without anybody, in sentences that are as true before the end as after it. */
export async function leftBehind(work: Work, ending: Ending): Promise<string[]> {
  const said = await withoutCoordinator(work, ending) ? [t('access.team.ending.last-coordinator')] : []
  for (const leaves of asked) said.push(...await leaves(work, ending))
  return said
}

/** Whether the last who coordinates for this person goes: what waits for a coordinator stands on the day of those on the team. */
async function withoutCoordinator(work: Work, ending: Ending): Promise<boolean> {
  if (ending.role !== 'coordinator') return false
  const appointed = (await colleaguesAppointedAs(work, 'coordinator')).map(({ id }) => id)
  return !(await teamOf(work, ending.participant_id)).some(({ role, colleague_id: id }) => role === 'coordinator' && id !== ending.colleague_id && appointed.includes(id))
}

let asked: readonly Leaves[] = []
