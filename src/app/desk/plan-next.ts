import { myPeople } from '../../participants/index.ts'
import { addDays, momentOf } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { plansWithoutAMeeting, sessionsBetween, type WithoutAMeeting } from '../../sessions/index.ts'
import { onTheMove } from '../../transitions/index.ts'
import { t } from './words.ts'

/** Whoever is met and has nothing ahead is a step for today, so that nobody is left waiting: of mentors, whose meetings have no course, and of facilitators, whose course stands still. */
export async function nextMeetingsToPlan(work: Work): Promise<Due[]> {
  return (await together([ofMentees(work), ofPlans(work)])).flat()
}

async function ofMentees(work: Work): Promise<Due[]> {
  if (!work.actor.roles.includes('mentor')) return []
  const mentees = (await myPeople(work)).filter(({ role, state, stopped }) => role === 'mentor' && state === 'active' && !stopped)
  if (mentees.length === 0) return []
  const ahead = await sessionsBetween(work, work.now, momentOf(addDays(work.today, 400), '12:00', work.timeZone) ?? work.now)
  const planned = new Set(ahead.filter(({ author_id: author }) => author === work.actor.id).map(({ participant_id: id }) => id))
  return mentees.filter(({ participant_id: id }) => !planned.has(id)).map((one) => toPlan(work, one, { says: t('myday.plan-next'), because: t('myday.plan-next.because') }))
}

/** A plan that runs with nothing ahead: the next meeting, or its end. Whoever is between two units, or was just taken back, is found out about first. */
async function ofPlans(work: Work): Promise<Due[]> {
  if (!work.actor.roles.includes('facilitator')) return []
  const plans = await plansWithoutAMeeting(work)
  const moving = plans.length === 0 ? [] : await onTheMove(work, plans.map(({ participant_id: id }) => id))
  return plans.filter(({ participant_id: id }) => !moving.includes(id)).map((one) => toPlan(work, one, { says: t('myday.plan-next.or-end'), because: whyOf(one) }))
}

function whyOf({ begins_on: begins, last_on: last }: WithoutAMeeting): string {
  return last === null ? t('myday.plan-next.none-yet', { day: say.day(begins) }) : t('myday.plan-next.none-ahead', { day: say.day(last) })
}

function toPlan(work: Work, { public_id: person, name }: { public_id: string, name: string }, said: Pick<Due, 'says' | 'because'>): Due {
  return { on: work.today, about: name, href: `/people/${person}/sessions/plan`, ...said }
}
