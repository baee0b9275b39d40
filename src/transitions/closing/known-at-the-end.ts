import { agreementsPromised } from '../../agreements/index.ts'
import { goalsAsSeen } from '../../measures/index.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import type { PlanRow } from '../../plans/index.ts'
import { givenUnder } from '../../sessions/index.ts'
import { latestOfEach } from '../transition.ts'
import { linksOf, maintenanceOf, ownersOf } from '../transitions.queries.ts'
import type { Known } from './closing.ts'

/**
 * What is known when a plan has ended: what was given, the goals as both saw them, what was promised to each other, what goes on, where to, and who follows. What was missed, what
 * somebody is convicted of or believes, and other people are not gathered at all, so that no report can say them by itself.
 */
export async function knownAtTheEnd(work: Work, plan: PlanRow): Promise<Known> {
  const id = plan.participant_id
  const [given, goals, agreements, links, [meetings], [owner]] = await together([givenUnder(work, plan.id), goalsAsSeen(work, id, plan.id), agreementsPromised(work), linksOf(work, id), maintenanceOf(work, id), ownersOf(work, [id])])
  const places = latestOfEach(links).filter(({ now }) => now.answer === 'agreed').map(({ now }) => [now.name, now.area].filter(Boolean).join(', '))
  return { ...given, goals, agreements, meetings: meetings ?? null, places, follower: owner?.stands === 'there' ? owner.name : null }
}
