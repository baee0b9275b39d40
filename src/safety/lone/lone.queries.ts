import { sql } from 'kysely'
import type { Instant } from '../../platform/day.ts'
import { inSameWords, type Asking } from '../../platform/in-same-words.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import type { Ask } from '../incident.ts'

function outings(work: Asking) {
  return work.db.selectFrom('outings as o').innerJoin('colleagues as c', 'c.id', 'o.colleague_id').innerJoin('colleagues as l', 'l.id', 'o.lookout_id').leftJoin('colleagues as b', 'b.id', 'o.answered_by')
    .select(['o.id', 'o.public_id', 'o.colleague_id', 'o.lookout_id', 'o.place', 'o.reach', 'o.begins_at', 'o.back_by', 'o.out_at', 'o.returned_at', 'o.called_off_at', 'o.answered_at', 'o.done', 'o.told_last_at',
      'c.name', 'l.name as lookout', 'b.name as answerer'])
}

export type OutingRow = Awaited<ReturnType<typeof theOuting>>

/** One that the actor may see: their own, one they look out for, or one they are asked about. */
export async function theOuting(work: Work, publicId: string) {
  const found = await outings(work).where('o.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}

/** The one I am on, or have announced. */
export function myOpenOuting(work: Work) {
  return outings(work).where('o.colleague_id', '=', work.actor.id).where('o.returned_at', 'is', null).where('o.called_off_at', 'is', null).executeTakeFirst()
}

/** Those that nobody has come back from yet and for whom I look out. */
export function iLookOutFor(work: Work) {
  return outings(work).where('o.lookout_id', '=', work.actor.id).where('o.returned_at', 'is', null).where('o.called_off_at', 'is', null).orderBy('o.back_by').execute()
}

/** All three that concern me, in one question of my day: the one I am on, those I look out for, and overdue ones about which I was asked and nobody has answered. */
export async function outingsAboutMe(work: Work) {
  const me = work.actor.id
  const open = await openAbout(work, me)
  const asked = open.filter((one) => one.asked_at !== null && one.answered_at === null)
  return { mine: open.find((one) => one.colleague_id === me), asked, lookingOut: open.filter((one) => one.lookout_id === me && !asked.includes(one)) }
}

const openAbout = inSameWords((work, me: number) =>
  outings(work).leftJoin('outing_asks as a', (join) => join.onRef('a.outing_id', '=', 'o.id').on('a.colleague_id', '=', me).on('a.asked_at', 'is not', null)).select('a.asked_at')
    .where('o.returned_at', 'is', null).where('o.called_off_at', 'is', null)
    .where((is) => is.or([is('o.colleague_id', '=', me), is('o.lookout_id', '=', me), is.and([is('a.asked_at', 'is not', null), is('o.answered_at', 'is', null)])])).orderBy('o.back_by'))

export type NamedAsk = Ask & { name: string }

export async function asksOfOuting(work: Work, outingId: number): Promise<NamedAsk[]> {
  const rows = await work.db.selectFrom('outing_asks as a').innerJoin('colleagues as c', 'c.id', 'a.colleague_id').select(['a.colleague_id', 'a.place', 'a.minutes', 'a.as_coordinator', 'a.asked_at', 'a.answer_by', 'c.name'])
    .where('a.outing_id', '=', outingId).orderBy('a.place').execute()
  return rows.map((row) => ({ colleagueId: row.colleague_id, place: row.place, minutes: row.minutes, asCoordinator: row.as_coordinator, askedAt: row.asked_at, answerBy: row.answer_by, name: row.name }))
}

/** The line without names: the caretaker knows nobody. Whoever lost the role for it since is passed over, as in a crisis. */
export async function lineOfOuting(work: Work, outingId: number): Promise<Ask[]> {
  const rows = await work.db.selectFrom('outing_asks').select(['colleague_id', 'place', 'minutes', 'as_coordinator', 'asked_at', 'answer_by']).where('outing_id', '=', outingId)
    .where(sql<boolean>`may_be_asked(colleague_id)`).orderBy('place').execute()
  return rows.map((row) => ({ colleagueId: row.colleague_id, place: row.place, minutes: row.minutes, asCoordinator: row.as_coordinator, askedAt: row.asked_at, answerBy: row.answer_by }))
}

/** What the caretaker looks at: open ones whose time has come, and that nobody has answered. */
export function overdueOnes(work: Work, ids: readonly number[], now: Instant) {
  return work.db.selectFrom('outings').select(['id', 'back_by', 'told_last_at']).where('returned_at', 'is', null).where('called_off_at', 'is', null).where('answered_at', 'is', null)
    .where('back_by', '<=', now).$if(ids.length > 0, (query) => query.where('id', 'in', [...ids])).orderBy('id').forUpdate().execute()
}
