import { teamOf, type Ending } from '../access/index.ts'
import { colleaguesAppointedAs } from '../people/index.ts'
import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { isInForce, type Standing } from './advice.ts'
import { t } from './words.ts'

/** When the last of health leaves a team: said whether or not anything was ever arranged, so that whoever names the team learns nothing by it (docs/decisions/0084). */
export async function healthLeavesBy(work: Work, ending: Ending): Promise<string[]> {
  if (ending.role !== 'health') return []
  return (await ofHealthOnTeam(work, ending.participant_id)).some((id) => id !== ending.colleague_id) ? [] : [t('health.left-by-health')]
}

/** What holds and should have been looked at again, where nobody is reminded of it any more. Asked only where something is late. */
export async function isLeftByHealth(work: Work, participantId: number, standing: readonly Standing[]): Promise<boolean> {
  return standing.some((one) => isInForce(one) && isLate(one, work.today)) && (await ofHealthOnTeam(work, participantId)).length === 0
}

export function isLate({ reviewOn }: Pick<Standing, 'reviewOn'>, today: Day): boolean {
  return reviewOn < today
}

/** Those of health on the team; to a colleague only those who are still appointed, as they alone are reminded. The person reads their team, and no appointments. */
async function ofHealthOnTeam(work: Work, participantId: number): Promise<number[]> {
  const team = (await teamOf(work, participantId)).filter(({ role }) => role === 'health').map(({ colleague_id: id }) => id)
  if (work.actor.shape !== 'casework' || team.length === 0) return team
  const appointed = (await colleaguesAppointedAs(work, 'health')).map(({ id }) => id)
  return team.filter((id) => appointed.includes(id))
}
