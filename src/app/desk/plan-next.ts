import { myPeople } from '../../participants/index.ts'
import { addDays, momentOf } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import type { Work } from '../../platform/work.ts'
import { sessionsBetween } from '../../sessions/index.ts'
import { t } from './words.ts'

/** Meetings with a mentor have no course that plans them: whoever has none ahead is a step for today, so that nobody is left waiting. */
export async function nextMeetingsToPlan(work: Work): Promise<Due[]> {
  if (!work.actor.roles.includes('mentor')) return []
  const mentees = (await myPeople(work)).filter(({ role, state, stopped }) => role === 'mentor' && state === 'active' && !stopped)
  if (mentees.length === 0) return []
  const ahead = await sessionsBetween(work, work.now, momentOf(addDays(work.today, 400), '12:00', work.timeZone) ?? work.now)
  const planned = new Set(ahead.filter(({ author_id: author }) => author === work.actor.id).map(({ participant_id: id }) => id))
  return mentees.filter(({ participant_id: id }) => !planned.has(id)).map((one) => ({
    on: work.today, says: t('myday.plan-next'), about: one.name, href: `/people/${one.public_id}/sessions/plan`, because: t('myday.plan-next.because') }))
}
