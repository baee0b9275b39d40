import { beforeAll, expect, test } from 'vitest'
import { act, become, colleagueId, offerProgrammes, visit } from '../../../database/testing/index.ts'
import { aHeldSession, ullaSupervisesAmira } from '../../../database/testing/an-observed-session.ts'
import { aColleague } from '../../../database/testing/scopes.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import { day } from '../../platform/day.ts'
import type { Actor, Work } from '../../platform/work.ts'
import { planSession, recordSession } from '../../sessions/index.ts'
import { continuityAround, quarterUntil, withEachPerson, workByUnit, workByWeek, workReasons } from './given.queries.ts'

beforeAll(offerProgrammes)
beforeAll(ullaSupervisesAmira)
beforeAll(twoPeople)

/** Two people of Amira's: one held and one missed with the first, who met Mia as well; one held and one ahead with the other. */
async function twoPeople(): Promise<void> {
  const [one, other] = [await aHeldSession(), await aHeldSession()]
  const at = { on: day('2026-11-23'), minutes: 45, place: '' }
  const does = (about: object) => ({ ...about, does: 'collect' as const })
  await become('Amira', (work) => recordSession(work, { ...at, time: '08:00', state: 'missed', cause: 'no-escort', preparationMinutes: 20, travelMinutes: 90 }), does(one.about))
  await become('Mia', (work) => recordSession(work, { ...at, time: '07:00', state: 'held', done: 'A walk.' }), does(one.about))
  await become('Amira', (work) => planSession(work, { ...at, on: day('2026-11-27'), time: '10:00' }), does(other.about))
  await (await asSuperuser()).query(`insert into session_units (session_id, participant_id, author_id, unit_id, name, about_the_offence, planned, delivered, reason)
    select s.id, s.participant_id, s.author_id, u.id, u.name, false, u.planned, not u.planned, u.reason from sessions s, (values ('relations', 'Relations', true, 'came-up'), ('identity', 'Identity', false, 'person-asked')) u(id, name, planned, reason)
    where s.public_id = $1`, [one.session])
}

const span = quarterUntil(day('2026-11-23'))
const counted = async (work: Work) => ({ weeks: await workByWeek(work, await colleagueId('Amira'), span), units: await workByUnit(work, await colleagueId('Amira'), span), reasons: await workReasons(work, await colleagueId('Amira'), span), kept: await continuityAround(work, await colleagueId('Amira')) })

test('it shows a quarter of whole weeks, those without a meeting too', () => {
  expect(quarterUntil(day('2026-11-25'))).toEqual({ from: '2026-08-31', until: '2026-11-29' })
})

test('it counts for the facilitator what they gave, by week and unit, with whose cause and what time around it, and of a mentor\'s meetings only that there were others', async () => {
  const { weeks, units, reasons, kept } = await become('Amira', counted)
  expect(units).toEqual([{ name: 'Identity', planned: 0, asPlanned: 0, instead: 1, notReached: 0 }, { name: 'Relations', planned: 1, asPlanned: 0, instead: 0, notReached: 1 }])
  expect(reasons).toEqual([{ reason: 'came-up', times: 1 }, { reason: 'person-asked', times: 1 }])
  expect(weeks).toHaveLength(13)
  expect(weeks.at(-1)).toEqual({ from: '2026-11-23', held: 2, minutes: 120, tailored: 1, ahead: 1, unwritten: 0, service: 1, person: 0, neither: 0, preparation: 20, travel: 90, told: 1, beside: 0 })
  expect(weeks.slice(0, -1).every(({ held, ahead }) => held + ahead === 0)).toBe(true)
  expect(kept).toEqual({ people: 2, held: 3, own: 2, met_nobody_else: 1 })
  expect((await become('Amira', withEachPerson)).map(({ held, own, colleagues }) => [held, own, colleagues]).toSorted(([one = 0], [other = 0]) => one - other)).toEqual([[1, 1, 1], [2, 1, 2]])
})

test('it tells their supervisor the same counts, and no name', async () => {
  expect(await become('Ulla', counted)).toEqual(await become('Amira', counted))
  const amira = await publicIdOfAmira()
  const page = await (await visit('Ulla')).get(`/integrity/given/of/${amira}`)
  expect(page.text).toContain('What Amira Haddad gave')
  expect(page.text).toContain('2 people: this colleague was at 2 of 3 sessions; who met nobody else: 1')
  expect(page.text).toContain('20 minutes to prepare and 90 on the way, said of 1 session')
  expect(page.text).toContain('it fitted what came up: 1 time')
  expect(page.text).not.toContain('Jonas')
  expect((await (await visit('Amira')).get('/integrity/given')).text).toMatch(/Jonas Lind/)
})

const nothing = { weeks: [], units: [], reasons: [], kept: undefined }

test('it tells nothing to another facilitator, to another supervisor, to a head, or to whoever works with the same people', async () => {
  for (const first of ['Kai', 'Noor', 'Mia', 'Lena', 'Petra', 'Otto', 'Cleo'] as const) expect(await become(first, counted), first).toEqual(nothing)
  expect(await act(await appointed('facilitator'), counted, {})).toEqual(nothing)
  expect(await act(await appointed('clinical_supervisor', { supervises: await aColleague() }), counted, {})).toEqual(nothing)
  await expect(become('Olga', counted)).rejects.toThrow(/permission denied/)
})

test('it does not exist for them as a page either, and no page lists two', async () => {
  const amira = await publicIdOfAmira()
  for (const first of ['Amira', 'Kai', 'Mia', 'Petra', 'Olga', 'Otto'] as const) expect((await (await visit(first)).get(`/integrity/given/of/${amira}`)).status, first).toBe(404)
  for (const first of ['Kai', 'Mia', 'Ulla', 'Olga'] as const) expect((await (await visit(first)).get('/integrity/given')).status, first).toBe(404)
})

test('it counts sessions at which they were the second one, and what nobody has written down yet as neither held nor ahead', async () => {
  const [other, amira] = [await aColleague(), await colleagueId('Amira')]
  const one = await aHeldSession()
  const before = await become('Amira', counted)
  const add = async (on: string, more: object) => {
    const id = await freshId()
    await put('sessions', { id, public_id: `s${id}`, participant_id: one.id, plan_id: (await openPlanOf(one.id)), author_id: amira, starts_at: on, minutes: 60, state: 'held', recorded_at: '2026-11-23T07:00:00Z', ...more })
  }
  await add('2026-11-23T05:00:00Z', { author_id: other, second_id: amira })
  await add('2026-11-23T06:00:00Z', { state: 'planned' })
  const after = await become('Amira', counted)
  const [was, is] = [before.weeks.at(-1)!, after.weeks.at(-1)!]
  expect([is.beside - was.beside, is.unwritten - was.unwritten, is.held - was.held, is.ahead - was.ahead]).toEqual([1, 1, 0, 0])
  expect([after.kept!.held - before.kept!.held, after.kept!.own - before.kept!.own, after.kept!.met_nobody_else - before.kept!.met_nobody_else]).toEqual([1, 1, -1])
  const page = (await (await visit('Amira')).get(`/people/${one.publicId}/dose`)).text
  expect(page).toMatch(/Of these, nothing is written down yet<\/dt><dd[^>]*>1</)
  expect(page).toContain('2 colleagues; the one they met most held 2 of 2')
})

test('it answers for days that nobody could have meant, without a fault', async () => {
  const amira = await visit('Amira')
  for (const until of ['1900-01-01', '2099-01-01', '2027-05-01']) expect((await amira.get(`/integrity/given?until=${until}`)).status, until).toBe(200)
  for (const until of ['9999-12-31', '0001-01-01']) expect((await amira.get(`/integrity/given?until=${until}`)).status, until).toBeLessThan(500)
})

test('it ends with the supervision', async () => {
  const amira = await colleagueId('Amira')
  const former = await appointed('clinical_supervisor', { supervises: amira, until: '2026-11-23T08:00:00Z' })
  expect(await act(former, counted, {})).toEqual(nothing)
})

/** Somebody new in one role of today, supervising one colleague where that is asked for. */
async function appointed(role: string, { supervises, until = null }: { supervises?: number, until?: string | null } = {}): Promise<Actor> {
  const id = await aColleague()
  const since = { from_at: '2026-11-01T09:00:00Z' }
  await put('appointments', { id: await freshId(), public_id: `a${await freshId()}`, colleague_id: id, role, ...since })
  if (supervises !== undefined) await put('supervisions', { id: await freshId(), public_id: `s${await freshId()}`, supervisor_id: id, colleague_id: supervises, role, ...since, until_at: until })
  return { kind: 'colleague', id, shape: 'casework', name: 'Somebody new', roles: [role], language: 'en' }
}

async function publicIdOfAmira(): Promise<string> {
  const id = await colleagueId('Amira')
  return become('Kai', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow()).public_id)
}

async function openPlanOf(participant: number): Promise<number> {
  const { rows } = await (await asSuperuser()).query<{ id: number }>(`select id from plans where participant_id = $1 and state <> 'ended'`, [participant])
  return rows[0]!.id
}
