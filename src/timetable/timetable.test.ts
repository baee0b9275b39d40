import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { aVisitor, become, becomeParticipant, colleagueId, offerProgrammes, visit } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { appoint, assign } from '../access/index.ts'
import { setState, sayTimes, shareTimes } from '../participants/index.ts'
import { allColleagues } from '../people/index.ts'
import { addDays, day } from '../platform/day.ts'
import { newPublicId } from '../platform/open-work.ts'
import { planSession } from '../sessions/index.ts'
import { proposeSeries } from './proposal/propose-series.ts'
import { confirmSeries } from './proposal/confirm-series.ts'
import { sayAway, sayHours } from './settings/settings.verbs.ts'
import { awayOfMine, hoursOfMine } from './timetable.queries.ts'

beforeAll(offerProgrammes)
afterAll(async () => { await (await asSuperuser()).query(`update services set holidays = '{}'`) })

const four = { weeks: 4, from: day('2026-11-30') }
const about = ({ publicId }: Planned) => ({ about: publicId })
const propose = (person: Planned, more: object = {}) => become('Amira', (work) => proposeSeries(work, { ...four, ...more }), about(person))
const chosen = ({ meetings }: Awaited<ReturnType<typeof propose>>) => meetings.map(({ on, time, room }) => [on, time, room?.publicId].filter(Boolean).join(' '))
const hiddenIn = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
const clear = async () => (await asSuperuser()).query('delete from working_hours; delete from days_away; delete from regime_hours; update sessions set room_id = null; delete from rooms; delete from ways_between')

/** A room of another unit, which no series here is placed in. */
const inTheList = async (name: string) => put('rooms', { id: await freshId(), public_id: newPublicId(), unit_id: (await (await asSuperuser()).query<{ id: number }>(`select id from units where kind = 'probation' order by id limit 1`)).rows[0]!.id, name, holds: 4 }, { unlessThere: true })

test('it proposes the dose of the plan on two days a week that are no neighbours, and writes nothing', async () => {
  const jonas = await aPlan()
  const { asked, left, meetings, short } = await propose(jonas)
  expect([asked.aWeek, asked.minutes, left, meetings.length, short]).toEqual([2, 60, 50, 8, []])
  expect(new Set(meetings.map(({ time }) => time)).size).toBeLessThanOrEqual(2)
  const { rows } = await (await asSuperuser()).query('select count(*)::int as n from sessions where participant_id = $1', [jonas.id])
  expect(rows[0]).toEqual({ n: 0 })
})

test('it plans what is confirmed in one go, with a series that can move together, and says what was taken meanwhile', async () => {
  const jonas = await aPlan()
  const proposal = await propose(jonas)
  const meetings = chosen(proposal)
  const confirm = (more: object = {}) => become('Amira', (work) => confirmSeries(work, { meetings, minutes: 60, place: 'room B2', ...more }), about(jonas))
  expect(await confirm({ meetings: meetings.slice(1) })).toBe(7)
  await expect(confirm()).rejects.toThrow('series-taken-meanwhile')
  const { rows } = await (await asSuperuser()).query('select count(*)::int as n, count(distinct series_id)::int as series from sessions where participant_id = $1', [jonas.id])
  expect(rows[0]).toEqual({ n: 7, series: 1 })
  const other = await aPlan()
  expect(new Set(chosen(await propose(other))).intersection(new Set(meetings.slice(1))).size).toBe(0)
})

test('it keeps to the hours, the days away, the holidays, the regime, the release and the rooms, and says what would mend a short week', async () => {
  await clear()
  const jonas = await aPlan({ releaseOn: '2026-12-23' })
  await become('Amira', (work) => sayHours(work, { weekday: '1', fromTime: '13:00', untilTime: '15:00' }))
  await become('Amira', (work) => sayHours(work, { weekday: '4', fromTime: '09:00', untilTime: '11:00' }))
  await become('Amira', (work) => sayAway(work, { fromOn: day('2026-12-07'), untilOn: day('2026-12-08') }))
  await (await asSuperuser()).query(`update services set holidays = '{2026-12-17}'`)
  const { meetings, short } = await propose(jonas)
  expect(meetings.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-03', '2026-12-10', '2026-12-14', '2026-12-21'])
  expect(short.map(({ monday, placed, wouldMend }) => [monday, placed, wouldMend])).toEqual([['2026-12-07', 1, ['away']], ['2026-12-14', 1, ['holiday']], ['2026-12-21', 1, ['release']]])
  await (await asSuperuser()).query(`update services set holidays = '{}'`)
  await clear()
})

test('it takes a room that is free all through, and none that is too small for three', async () => {
  await clear()
  const jonas = await aPlan()
  const { rows } = await (await asSuperuser()).query<{ public_id: string, id: number }>('select u.public_id, u.id from units u join participants p on p.unit_id = u.id where p.id = $1', [jonas.id])
  const unit = rows[0]!
  const kai = await visit('Kai')
  expect((await kai.send(`/timetable/units/${unit.public_id}/rooms`, { name: 'B2', holds: '2' }, `/timetable/units/${unit.public_id}`)).status).toBe(303)
  expect((await kai.send(`/timetable/units/${unit.public_id}/regime`, { weekday: '2', fromTime: '13:00', untilTime: '14:30' }, `/timetable/units/${unit.public_id}`)).status).toBe(303)
  const proposal = await propose(jonas, { aWeek: 1 })
  expect(proposal.meetings.map(({ on, time, room }) => [on, time >= '13:00' && time <= '13:30', room?.name])).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map((on) => [on, true, 'B2']))
  const amira = await visit('Amira')
  const refused = await amira.send(`/timetable/units/${unit.public_id}/rooms`, { name: 'Mine', holds: '9' }, `/timetable/units/${unit.public_id}`)
  expect([refused.status, refused.text.includes('Only whoever coordinates this unit changes this.')]).toEqual([409, true])
  expect((await kai.send(`/timetable/units/${unit.public_id}/rooms`, { name: 'b2', holds: '3' }, `/timetable/units/${unit.public_id}`)).text).toContain('A room of this name is open here already.')
  await become('Amira', (work) => confirmSeries(work, { meetings: chosen(proposal), minutes: 60, place: '' }), about(jonas))
  const { rows: taken } = await (await asSuperuser()).query('select distinct place, room_id is not null as has from sessions where participant_id = $1', [jonas.id])
  expect(taken).toEqual([{ place: 'B2', has: true }])
  await clear()
})

test('it proposes around times at which Jonas does not want to be met, and tells "not then" and no more', async () => {
  await clear()
  const jonas = await aPlan()
  await becomeParticipant(jonas.id, async (work) => {
    await sayTimes(work, { weekday: 'every', fromTime: '08:00', untilTime: '15:00', what: 'A prayer that nobody need know of' })
    await shareTimes(work, { facilitator: false, mentor: false })
  }, about(jonas))
  const { meetings } = await propose(jonas)
  expect(meetings.every(({ time }) => time >= '15:00')).toBe(true)
  const amira = await visit('Amira')
  const page = await amira.get(`/people/${jonas.publicId}/series?minutes=90&weeks=2`)
  expect([page.text.includes('times at which the person does not want to be met'), page.text.includes('prayer')]).toEqual([true, false])
})

test('it shows Amira\'s hours and days away to nobody else, and nobody else\'s appointments to her', async () => {
  await clear()
  await become('Amira', (work) => sayHours(work, { weekday: '1', fromTime: '13:00', untilTime: '15:00' }))
  await become('Amira', (work) => sayAway(work, { fromOn: day('2026-12-07'), untilOn: day('2026-12-08') }))
  for (const first of ['Kai', 'Noor', 'Mia', 'Lena'] as const) expect(await become(first, async (work) => [...await work.db.selectFrom('working_hours').select('id').execute(), ...await work.db.selectFrom('days_away').select('id').execute()])).toEqual([])
  expect(await become('Amira', async (work) => [(await hoursOfMine(work)).length, (await awayOfMine(work)).length])).toEqual([1, 1])
  await expect(become('Kai', async (work) => work.db.insertInto('working_hours').values({ id: 9_100_001, public_id: 'x1', colleague_id: await colleagueId('Amira'), weekday: 1, from_time: '08:00', until_time: '09:00' }).execute())).rejects.toThrow('row-level security')
  const stranger = await aPlan()
  await (await asSuperuser()).query(`update assignments set until_at = '2026-11-22T00:00:00Z', from_at = '2026-11-21T00:00:00Z' where participant_id = $1`, [stranger.id])
  await expect(become('Amira', (work) => proposeSeries(work, four), about(stranger))).rejects.toThrow('not-found')
  await clear()
})

test('it proposes nothing to who does not meet the person, without a plan, in a pause, or without a rhythm', async () => {
  const jonas = await aPlan({ programme: 'back-on-track' })
  await expect(become('Lena', (work) => proposeSeries(work, four), about(jonas))).rejects.toThrow('not-found')
  expect((await propose(jonas)).meetings).toEqual([])
  expect((await propose(jonas, { aWeek: 1 })).meetings.length).toBe(4)
  await expect(propose(jonas, { from: addDays(four.from, -30) })).rejects.toThrow('series-from-the-past')
  await become('Kai', (work) => setState(work, 'paused'), about(jonas))
  await expect(propose(jonas)).rejects.toThrow('series-paused')
})

test('it goes the whole way over the page and over the interface', async () => {
  await clear()
  const jonas = await aPlan()
  const amira = await visit('Amira')
  const here = `/people/${jonas.publicId}/series`
  const page = await amira.get(`${here}?weeks=2`)
  const values = [...page.text.matchAll(/name="meetings" value="([^"]+)"/g)].map(([, value]) => value!)
  expect([page.status, values.length, page.text.includes('4 sessions are proposed')]).toEqual([200, 4, true])
  expect((await amira.send(here, { meetings: values[0]!, minutes: '60', place: 'room B2' })).status).toBe(303)
  const offered = (await amira.api(`${here}/proposals`, { weeks: 2 })).json as { meetings: { on: string, time: string }[] }
  expect((await amira.api(here, { meetings: offered.meetings.map(({ on, time }) => `${on} ${time}`), minutes: 60 })).json).toEqual({ planned: offered.meetings.length })
  expect((await amira.send(here, { meetings: '2026-02-30 10:00', minutes: '60' })).status).toBe(422)
})

test('it gives a calendar a place only where that is a room of the list: what is typed may be a name', async () => {
  const jonas = await aPlan()
  await inTheList('Room B2')
  for (const [time, place] of [['08:00', 'room b2'], ['10:00', 'At Petra Falk’s'], ['12:00', '']] as const) await become('Amira', (work) => planSession(work, { on: day('2027-02-02'), time, minutes: 45, place }), about(jonas))
  const amira = await visit('Amira')
  const address = /\/appointments\/[\w-]{43}/.exec((await amira.send('/timetable/feeds', { untilOn: '2027-03-01' }, '/timetable')).text)![0]
  const events = (await amira.get(address)).text.split('BEGIN:VEVENT').filter((one) => one.includes('20270202T'))
  expect(events.map((one) => /LOCATION:(.*)\r/.exec(one)?.[1])).toEqual(['room b2', 'Place as agreed', undefined])
  await (await asSuperuser()).query('delete from appointment_feeds')
})

test('it gives a calendar when and where, no name and no programme, until it is ended', async () => {
  const jonas = await aPlan()
  await inTheList('Room B2')
  const proposal = await propose(jonas, { from: day('2027-01-11'), weeks: 1 })
  await become('Amira', (work) => confirmSeries(work, { meetings: chosen(proposal), minutes: 60, place: 'room B2' }), about(jonas))
  const amira = await visit('Amira')
  const made = await amira.send('/timetable/feeds', { untilOn: '2027-03-01' }, '/timetable')
  expect(made.text).toMatch(/<textarea[^>]*readonly[^>]*>http:\/\/localhost\/appointments\/[\w-]{43}<\/textarea>/)
  const address = /\/appointments\/[\w-]{43}/.exec(made.text)![0]
  const calendar = await amira.get(address)
  expect([calendar.status, calendar.text.includes('SUMMARY:Appointment'), calendar.text.includes('LOCATION:room B2')]).toEqual([200, true, true])
  for (const word of ['Jonas', 'Lind', 'ntr', 'ession', jonas.publicId, 'Amira', 'people/']) expect(calendar.text).not.toContain(word)
  const { rows } = await (await asSuperuser()).query<{ token_hash: string }>('select token_hash from appointment_feeds')
  expect(rows.some(({ token_hash: hash }) => address.includes(hash))).toBe(false)
  await expect(become('Amira', (work) => work.db.selectFrom('appointment_feeds').select('token_hash').execute())).rejects.toThrow('permission denied')
  const mia = await visit('Mia')
  const feed = /\/timetable\/feeds\/\w+\/endings/.exec((await amira.get('/timetable')).text)![0]
  expect((await mia.send(feed, {}, '/timetable')).status).toBe(404)
  expect((await amira.send(feed, {}, '/timetable')).status).toBe(303)
  expect([(await amira.get(address)).status, (await amira.get(`/appointments/${'x'.repeat(43)}`)).status]).toEqual([404, 404])
  expect((await amira.send('/timetable/feeds', { untilOn: '2029-01-01' }, '/timetable')).status).toBe(422)
})

test('it ends a feed on its day, and takes out meetings with people one no longer works with', async () => {
  const amira = await visit('Amira')
  const address = /\/appointments\/[\w-]{43}/.exec((await amira.send('/timetable/feeds', { untilOn: '2027-03-01' }, '/timetable')).text)![0]
  const before = (await amira.get(address)).text.match(/BEGIN:VEVENT/g)?.length ?? 0
  expect(before).toBeGreaterThan(0)
  await (await asSuperuser()).query(`update assignments set until_at = '2026-11-22T00:00:00Z', from_at = least(from_at, '2026-11-21T00:00:00Z') where colleague_id = $1 and until_at is null`, [await colleagueId('Amira')])
  expect((await amira.get(address)).text).not.toContain('BEGIN:VEVENT')
  await (await asSuperuser()).query(`update appointment_feeds set made_at = '2026-01-01', expires_at = '2026-01-02'`)
  expect((await amira.get(address)).status).toBe(404)
})

test('it keeps what was asked for when something was taken meanwhile, and tells a stale confirmation by its field', async () => {
  await clear()
  const [jonas, amira, ulla] = [await aPlan(), await visit('Amira'), await colleagueId('Ulla')]
  await become('Ravi', (work) => appoint(work, { colleagueId: ulla, role: 'facilitator' }))
  await become('Kai', (work) => assign(work, { colleagueId: ulla, participantId: jonas.id, role: 'facilitator' }), { ...about(jonas), does: 'collect' })
  const second = await become('Amira', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', ulla).executeTakeFirstOrThrow()).public_id)
  const asked = `/people/${jonas.publicId}/series?from=2027-02-01&weeks=2&aWeek=1&minutes=90&second=${second}`
  const meetings = (html: string) => [...html.matchAll(/name="meetings" value="([^"]+)"/g)].map(([, value]) => value!)
  const page = (await amira.get(asked)).text
  const [first, then] = meetings(page)
  const [on, time] = first!.split(' ')
  await become('Amira', (work) => planSession(work, { on: day(on!), time: time!, minutes: 60, place: '' }), { ...about(jonas), does: 'collect' })
  const refused = await amira.send(`/people/${jonas.publicId}/series`, { meetings: [first!, then!], place: 'B2' }, asked)
  expect([refused.status, refused.text.includes('Taken since this was shown')]).toEqual([409, true])
  for (const kept of ['name="from" value="2027-02-01"', 'name="minutes" value="90"', `name="second" value="${second}"`, 'name="aWeek" value="1"', 'name="weeks" value="2"']) expect(refused.text).toContain(kept)
  expect(refused.text).toMatch(new RegExp(`value="${then}" checked`))
  expect(meetings(refused.text).every((one) => one >= '2027-02-01')).toBe(true)
  expect((await amira.post(`/people/${jonas.publicId}/series`, { ...hiddenIn(refused.text), meetings: then!, place: 'B2' })).status).toBe(303)
})

test('it says at the field what cannot be asked for, and keeps the rest', async () => {
  const [jonas, amira] = [await aPlan(), await visit('Amira')]
  const wrong = { 'from=2031-01-01': 'further ahead', 'from=9999-12-31': 'there is no such day', 'from=2026-11-20': 'That day is over', 'from=never': 'there is no such day', 'weeks=200': 'from 1 to 53', 'aWeek=often': 'from 0.25', 'minutes=7.5': 'from 15 to 240', 'taperFrom=-1': 'from 1 to 52' }
  for (const [bad, words] of Object.entries(wrong)) {
    const page = await amira.get(`/people/${jonas.publicId}/series?${bad}`)
    expect([bad, page.status, page.text.includes(words), page.text.includes('aria-invalid="true"')]).toEqual([bad, 422, true, true])
  }
  const page = (await amira.get(`/people/${jonas.publicId}/series?weeks=200&minutes=75&aWeek=1,5`)).text
  for (const kept of ['value="200"', 'value="75"', 'value="1,5"']) expect(page).toContain(kept)
  expect((await amira.get(`/people/${jonas.publicId}/series?weeks=2&aWeek=1,5`)).text).toContain('3 sessions are proposed')
  expect((await (await visit('Lena')).get(`/people/${jonas.publicId}/series?weeks=200`)).status).toBe(404)
})

test('it shows Amira what she has planned for days on which she is away since, on a holiday, and in a room that is closed, and nobody else', async () => {
  await clear()
  await (await asSuperuser()).query(`update sessions set state = 'called-off' where state = 'planned'`)
  const jonas = await aPlan()
  const plans = (on: string, time: string) => become('Amira', (work) => planSession(work, { on: day(on), time, minutes: 60, place: '' }), { ...about(jonas), does: 'collect' })
  const [away, holiday, room] = [await plans('2027-03-01', '23:30'), await plans('2027-03-02', '09:00'), await plans('2027-03-03', '09:00')]
  await plans('2027-03-04', '09:00')
  const amira = await visit('Amira')
  const against = async (visitor = amira) => [...(await visitor.get('/timetable')).text.matchAll(/\/sessions\/(\w+)"/g)].map(([, id]) => id)
  expect(await against()).toEqual([])
  const said = await amira.send('/timetable/away', { fromOn: '2027-03-01', untilOn: '2027-03-01' }, '/timetable')
  expect(said.status).toBe(303)
  const page = (await amira.get('/timetable')).text
  expect(page).toContain('It is saved. 1 session of yours is planned then')
  expect(page).toContain('Jonas Lind')
  await (await asSuperuser()).query(`update services set holidays = '{2027-03-02}'`)
  const { rows } = await (await asSuperuser()).query<{ id: number }>(`insert into rooms (id, public_id, unit_id, name, holds, closed_on) select 9300001, 'closed-room', p.unit_id, 'C1', 4, '2026-11-20' from participants p where p.id = $1 returning id`, [jonas.id])
  await (await asSuperuser()).query('update sessions set room_id = $1 where public_id = $2', [rows[0]!.id, room])
  expect(await against()).toEqual([away, holiday, room])
  expect(await against(await visit('Mia'))).toEqual([])
  await (await asSuperuser()).query(`update services set holidays = '{}'; update sessions set room_id = null where room_id = 9300001`)
  await clear()
})

test('it shows what is wrong with one form of the page in that form alone', async () => {
  const noor = await visit('Noor')
  const page = (await noor.send('/timetable/away', { fromOn: '2026-12-09', untilOn: '2026-12-08' }, '/timetable')).text
  expect(page.match(/value="2026-12-08"/g)).toHaveLength(1)
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(1)
})

test('it says at the field what is wrong with hours, days and units', async () => {
  const noor = await visit('Noor')
  expect((await noor.send('/timetable/hours', { weekday: '1', fromTime: '15:00', untilTime: '09:00' }, '/timetable')).text).toContain('The end lies before the beginning.')
  expect((await noor.send('/timetable/away', { fromOn: '2026-12-09', untilOn: '2026-12-08' }, '/timetable')).text).toContain('The last day lies before the first.')
  expect((await noor.send('/timetable/hours', { weekday: '1', fromTime: '09:00', untilTime: '15:00' }, '/timetable')).status).toBe(303)
  expect((await noor.get('/timetable')).text).toContain('Monday, 09:00 to 15:00')
  expect((await noor.get('/timetable/units/nothing')).status).toBe(404)
})

test('it ends a feed with what ends tokens: a new password, signing out everywhere, the closing of the account, and none of it comes back with the next account', async () => {
  const noor = await visit('Noor')
  const made = async () => /\/appointments\/[\w-]{43}/.exec((await noor.send('/timetable/feeds', { untilOn: '2027-03-01' }, '/timetable')).text)![0]
  const asked = async (address: string) => (await (await aVisitor()).get(address)).status
  const first = await made()
  expect(await asked(first)).toBe(200)
  await noor.send('/account/password', { current: 'noor-in-norland', password: 'a longer word of hers' })
  expect(await asked(first)).toBe(404)
  const second = await made()
  await noor.send('/account/endings', { here: '' }, '/account')
  expect(await asked(second)).toBe(200)
  const third = await made()
  const ravi = await visit('Ravi')
  const account = `/colleagues/${await become('Ravi', async (work) => (await allColleagues(work)).find(({ name }) => name.startsWith('Noor'))!.public_id)}/account`
  expect((await ravi.send(`${account}/endings`, {}, account)).status).toBe(303)
  expect(await asked(third)).toBe(404)
  expect((await ravi.send(account, { username: 'noor-again', language: 'en' })).status).toBe(200)
  expect([await asked(second), await asked(third)]).toEqual([404, 404])
})

test('it leaves no secret of a feed in the log', async () => {
  const mia = await visit('Mia')
  const address = /\/appointments\/([\w-]{43})/.exec((await mia.send('/timetable/feeds', { untilOn: '2027-03-01' }, '/timetable')).text)!
  const calendar = await aVisitor()
  expect([(await calendar.get(address[0])).status, (await calendar.get(`/appointments/${'x'.repeat(43)}`)).status]).toEqual([200, 404])
  const { rows } = await (await asSuperuser()).query<{ line: string }>(`select l::text as line from access_log l where door = 'GET /appointments/{secret}'`)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ line }) => line.includes(address[1]!) || line.includes('x'.repeat(43)))).toEqual([])
})
