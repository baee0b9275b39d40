import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { onDuty } from '../../../database/testing/a-crisis.ts'
import { act, aParticipant, become, becomeParticipant, colleague, colleagueId, connectedAs, instant, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { day } from '../../platform/day.ts'
import { caretaker } from '../../platform/jobs/index.ts'
import { allColleagues } from '../../people/index.ts'
import { loneDue } from './lone.desk.ts'
import { forgetOutings, overdue } from './lone.jobs.ts'
import { asksOfOuting, myOpenOuting, theOuting } from './lone.queries.ts'
import { announceOuting, answerOverdue, callOffOuting, comeBack, goIn, stayLonger, whoCouldLookOut } from './lone.verbs.ts'

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const looked = async (moment: string) => {
  await at(moment)
  await act(caretaker(), (work) => overdue.run(work, []), { does: 'alter' })
}
const idOf = (first: First) => become('Kai', async (work) => (await allColleagues(work)).find(({ name }) => name.startsWith(first))!.public_id)

/** Amira is out from eleven to twelve in Norland, and somebody looks out for her. */
async function announced(own: Partial<Parameters<typeof announceOuting>[1]> = {}, lookout: First = 'Noor'): Promise<string> {
  await become('Amira', async (work) => announceOuting(work, { place: 'Harbour Street 3', reach: '+45 70 00 00 07', on: day('2026-11-23'), time: '11:00', backTime: '12:00', lookout: await idOf(lookout), ...own }))
  return (await become('Amira', myOpenOuting))!.public_id
}
const due = (first: First) => become(first, async (work) => (await loneDue(work)).map(({ says, isNow }) => `${says}${isNow ? ', now' : ''}`))
const asked = (outingId: string) => become('Amira', async (work) => (await asksOfOuting(work, (await theOuting(work, outingId)).id)).map(({ name, askedAt }) => `${name.split(' ')[0]} ${askedAt?.slice(11, 16) ?? 'not yet'}`))

beforeEach(async () => {
  (await testHouse()).clock.now = testMoment
  const superuser = await asSuperuser()
  await superuser.query('delete from outings')
  await onDuty({ first: 'Hedda', minutes: 5 }, { first: 'Petra', minutes: 5 })
})

test('it asks whoever looks out in the minute in which somebody is expected, then the duty list, then the coordinators', async () => {
  const id = await announced()
  expect(await due('Noor')).toEqual(['Amira Haddad is expected back'])
  await looked('2026-11-23T10:59:00Z')
  expect(await asked(id)).toEqual(['Noor not yet', 'Hedda not yet', 'Petra not yet', 'Kai not yet'])
  await looked('2026-11-23T11:00:00Z')
  expect(await due('Noor')).toEqual(['Amira Haddad has not come back, now'])
  expect(await due('Hedda')).toEqual([])
  await looked('2026-11-23T11:10:00Z')
  expect(await due('Hedda')).toEqual(['Amira Haddad has not come back, now'])
  await looked('2026-11-23T11:15:00Z')
  await looked('2026-11-23T11:20:00Z')
  expect(await asked(id)).toEqual(['Noor 11:00', 'Hedda 11:10', 'Petra 11:15', 'Kai 11:20'])
  const heads = async () => (await (await visit('Olga')).get('/')).text.includes('A colleague who was out alone has not come back')
  expect(await heads()).toBe(true)
  await become('Kai', (work) => answerOverdue(work, id, 'The police found her well.'))
  expect(await heads()).toBe(false)
})

test('it goes on to nobody once somebody has said what was done, and the second is told who was first', async () => {
  const id = await announced()
  await looked('2026-11-23T11:00:00Z')
  await looked('2026-11-23T11:10:00Z')
  await expect(become('Petra', (work) => answerOverdue(work, id, 'I rang.'))).rejects.toMatchObject({ code: 'not-found' })
  await become('Hedda', (work) => answerOverdue(work, id, 'I rang, she has a flat tyre.'))
  await expect(become('Noor', (work) => answerOverdue(work, id, 'I rang too.'))).rejects.toMatchObject({ code: 'safety-answered', values: { name: 'Hedda Moe' } })
  await looked('2026-11-23T12:00:00Z')
  expect(await asked(id)).toEqual(['Noor 11:00', 'Hedda 11:10', 'Petra not yet', 'Kai not yet'])
  expect(await due('Noor')).toEqual(['Amira Haddad is expected back'])
})

test('it asks nobody about who is back, whoever stays longer is asked about later, and whoever does not go not at all', async () => {
  const id = await announced()
  await become('Amira', (work) => goIn(work, id))
  await at('2026-11-23T10:50:00Z')
  expect(await become('Amira', (work) => stayLonger(work, id))).toBe('2026-11-23T11:30:00.000Z')
  await looked('2026-11-23T11:29:00Z')
  expect(await asked(id)).toEqual(['Noor not yet', 'Hedda not yet', 'Petra not yet', 'Kai not yet'])
  await looked('2026-11-23T11:30:00Z')
  await become('Amira', (work) => comeBack(work, id))
  expect([await due('Noor'), await due('Amira')]).toEqual([[], []])
  await at('2026-11-23T09:00:00Z')
  const other = await announced()
  await become('Amira', (work) => callOffOuting(work, other))
  await looked('2026-11-23T15:00:00Z')
  expect(await asked(other)).toEqual(['Noor not yet', 'Hedda not yet', 'Petra not yet', 'Kai not yet'])
})

test('it looks anew for who taps for half an hour more after somebody has answered, and keeps what was done the first time', async () => {
  const id = await announced()
  await become('Amira', (work) => goIn(work, id))
  await looked('2026-11-23T11:00:00Z')
  await become('Noor', (work) => answerOverdue(work, id, 'I rang, she needs longer.'))
  await at('2026-11-23T11:05:00Z')
  expect(await become('Amira', (work) => stayLonger(work, id))).toBe('2026-11-23T11:35:00.000Z')
  const next = (await become('Amira', myOpenOuting))!
  expect([next.public_id === id, next.place, next.out_at, next.back_by]).toEqual([false, 'Harbour Street 3', '2026-11-23T11:05:00.000Z', '2026-11-23T11:35:00.000Z'])
  await looked('2026-11-23T11:34:00Z')
  expect(await due('Noor')).toEqual(['Amira Haddad is expected back'])
  await looked('2026-11-23T11:35:00Z')
  expect([await due('Noor'), await asked(next.public_id)]).toEqual([['Amira Haddad has not come back, now'], ['Noor 11:35', 'Hedda not yet', 'Petra not yet', 'Kai not yet']])
  expect(await become('Amira', (work) => theOuting(work, id))).toMatchObject({ done: 'I rang, she needs longer.', answerer: 'Noor Aziz', returned_at: '2026-11-23T11:05:00.000Z' })
})

test('it tells whoever was asked that somebody asked for half an hour more, and asks them again when that is over', async () => {
  const id = await announced()
  await looked('2026-11-23T11:00:00Z')
  await at('2026-11-23T11:05:00Z')
  await become('Amira', (work) => stayLonger(work, id))
  const banner = async () => (await (await visit('Noor')).get('/people')).text.includes('A colleague has not come back.')
  expect([await due('Noor'), await banner()]).toEqual([['Amira Haddad asked for half an hour more'], false])
  await looked('2026-11-23T11:35:00Z')
  expect([await due('Noor'), await banner()]).toEqual([['Amira Haddad has not come back, now'], true])
})

test('it passes over whoever lost the role since, and puts nobody in the line who cannot be asked', async () => {
  const [id, hedda] = [await announced(), await colleagueId('Hedda')]
  const superuser = await asSuperuser()
  const { rows } = await superuser.query<{ id: number }>(`update appointments set until_at = '2026-11-23T10:00:00Z' where colleague_id = $1 and until_at is null and role in (select role from rights where record = 'safety_incident' and verb = 'read') returning id`, [hedda])
  await looked('2026-11-23T11:00:00Z')
  await looked('2026-11-23T11:10:00Z')
  expect(await asked(id)).toEqual(['Noor 11:00', 'Hedda not yet', 'Petra 11:10', 'Kai not yet'])
  await superuser.query('update appointments set until_at = null where id = any ($1)', [rows.map((row) => row.id)])
  await superuser.query('delete from outings')
  const viktor = await colleagueId('Viktor')
  await expect(become('Amira', async (work) => {
    const row = { id: await work.newId(), public_id: work.newPublicId(), colleague_id: work.actor.id, lookout_id: await colleagueId('Noor'), place: 'A', reach: '1', begins_at: work.now, back_by: instant('2026-11-23T12:00:00Z'), announced_at: work.now }
    await work.db.insertInto('outings').values(row).execute()
    await work.db.insertInto('outing_asks').values({ id: await work.newId(), outing_id: row.id, colleague_id: viktor, place: 0, minutes: 5, as_coordinator: false }).execute()
  })).rejects.toThrow(/row-level security/)
})

test('it takes an evening that ends after midnight, and no day far ahead', async () => {
  await announced({ time: '22:45', backTime: '00:15' })
  expect(await become('Amira', myOpenOuting)).toMatchObject({ begins_at: '2026-11-23T21:45:00.000Z', back_by: '2026-11-23T23:15:00.000Z' })
  await looked('2026-11-23T23:15:00Z')
  expect(await due('Noor')).toEqual(['Amira Haddad has not come back, now'])
  await (await asSuperuser()).query('delete from outings')
  await expect(announced({ on: day('2027-11-23') })).rejects.toMatchObject({ code: 'lone-too-far' })
})

test('it takes no answer about who is back or is not going, and says so', async () => {
  const id = await announced()
  await looked('2026-11-23T11:00:00Z')
  const noor = await visit('Noor')
  expect((await noor.get(`/lone/${id}/answer`)).text).toContain('name="done"')
  await become('Amira', (work) => callOffOuting(work, id))
  await expect(become('Noor', (work) => answerOverdue(work, id, 'I rang.'))).rejects.toMatchObject({ code: 'lone-not-missing' })
  expect((await noor.get(`/lone/${id}/answer`)).text).not.toContain('name="done"')
})

test('it lets whoever forgot to tap at the door say that they are back, and says who looks for them', async () => {
  const id = await announced()
  const page = async () => (await (await visit('Amira')).get('/lone')).text
  expect(await page()).not.toContain(`/lone/${id}/returns`)
  await looked('2026-11-23T11:00:00Z')
  expect(await page()).toContain(`/lone/${id}/returns`)
  expect(await page()).toContain('Noor Aziz is told')
  await become('Noor', (work) => answerOverdue(work, id, 'I drive there.'))
  expect(await page()).toContain('Noor Aziz is looking for you')
  await become('Amira', (work) => comeBack(work, id))
  expect(await become('Amira', myOpenOuting)).toBeUndefined()
})

test('it looks for somebody who never tapped at the door, too', async () => {
  await announced()
  await looked('2026-11-23T11:05:00Z')
  expect(await due('Noor')).toEqual(['Amira Haddad has not come back, now'])
})

test('it refuses a return before the start, a lookout who cannot be reached or is oneself, a second one, and the second tap', async () => {
  await expect(announced({ backTime: '10:59' })).rejects.toMatchObject({ code: 'lone-back-before' })
  await expect(announced({ time: '07:00', backTime: '08:00' })).rejects.toMatchObject({ code: 'lone-back-past' })
  for (const first of ['Viktor', 'Amira', 'Olga'] as const) await expect(announced({}, first), first).rejects.toMatchObject({ code: 'lone-lookout' })
  await expect(announced({ lookout: 'forged' })).rejects.toMatchObject({ code: 'lone-lookout' })
  await expect(announced({ on: day('2026-03-29'), time: '02:30', backTime: '04:00' })).rejects.toMatchObject({ code: 'safety-no-such-time' })
  const id = await announced()
  await expect(announced()).rejects.toMatchObject({ code: 'lone-open-already' })
  await become('Amira', (work) => goIn(work, id))
  await expect(become('Amira', (work) => goIn(work, id))).rejects.toMatchObject({ code: 'lone-in-already' })
  await expect(become('Amira', (work) => callOffOuting(work, id))).rejects.toMatchObject({ code: 'lone-in-already' })
  await become('Amira', (work) => comeBack(work, id))
  for (const again of [comeBack, goIn, callOffOuting]) await expect(become('Amira', (work) => again(work, id))).rejects.toMatchObject({ code: 'lone-back-already' })
  await expect(become('Amira', (work) => stayLonger(work, id))).rejects.toMatchObject({ code: 'lone-back-already' })
})

test('it is seen by whoever is out and whoever looks out; by others only once they are asked, and by no token', async () => {
  const id = await announced()
  const sees = (first: First) => become(first, (work) => theOuting(work, id)).then(() => true, () => false)
  expect([await sees('Amira'), await sees('Noor'), await sees('Hedda'), await sees('Kai'), await sees('Mia')]).toEqual([true, true, false, false, false])
  await looked('2026-11-23T11:00:00Z')
  await looked('2026-11-23T11:10:00Z')
  expect([await sees('Hedda'), await sees('Kai')]).toEqual([true, false])
  await expect(act({ ...await colleague('Noor'), allows: ['safety_incident:read'] }, (work) => theOuting(work, id), {})).rejects.toMatchObject({ code: 'not-found' })
  await expect(become('Noor', (work) => goIn(work, id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(become('Noor', (work) => sql`update outings set returned_at = ${work.now} where answered_at is null`.execute(work.db))).rejects.toThrow(/row-level security/)
})

test('it is nothing of a participant: not theirs to see, and no column names one', async () => {
  await announced()
  const jonas = await aParticipant()
  await expect(becomeParticipant(jonas.id, (work) => sql`select 1 from outings`.execute(work.db))).rejects.toThrow(/permission denied/)
  await expect(become('Ravi', (work) => sql`select 1 from outings`.execute(work.db))).rejects.toThrow(/permission denied/)
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name in ('outings', 'outing_asks')`)
  await superuser.end()
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ name }) => /participant|person|session/.test(name))).toEqual([])
})

test('it is forgotten after the days of the service, and not while somebody is still looked for', async () => {
  const forgotten = async (moment: string) => {
    await at(moment)
    await act(caretaker(), (work) => forgetOutings.run(work, []), { does: 'erase' })
    return Number((await (await asSuperuser()).query<{ n: string }>('select count(*) as n from outings')).rows[0]!.n)
  }
  const id = await announced()
  expect(await forgotten('2027-06-01T09:00:00Z')).toBe(1)
  await at('2026-11-23T11:00:00Z')
  await become('Amira', (work) => comeBack(work, id))
  expect(await forgotten('2026-12-23T10:00:00Z')).toBe(1)
  expect(await forgotten('2026-12-23T11:01:00Z')).toBe(0)
})

test('it is one tap on each page, and wrong input comes back with everything typed', async () => {
  const amira = await visit('Amira')
  const sent = { place: 'Harbour Street 3', reach: '+45 70 00 00 07', on: '2026-11-23', time: '11:00', backTime: '10:00', lookout: await idOf('Noor') }
  const again = await amira.send('/lone', sent)
  expect([again.status, again.text.includes('Back by: this lies before you begin.'), again.text.includes('Harbour Street 3')]).toEqual([422, true, true])
  expect((await amira.send('/lone', { ...sent, backTime: '12:00' })).location).toBe('/lone')
  const address = /action="(\/lone\/\w+)\/going"/.exec((await amira.get('/lone')).text)![1]!
  expect((await amira.send(`${address}/going`, {}, '/lone')).status).toBe(303)
  await looked('2026-11-23T11:00:00Z')
  const noor = await visit('Noor')
  expect((await noor.get('/')).text).toContain('Amira Haddad has not come back')
  expect((await noor.send(`${address}/answer`, { done: '' })).status).toBe(422)
  expect((await noor.send(`${address}/answer`, { done: 'Rang her.' })).status).toBe(303)
  expect((await noor.get(address)).text).toContain('Noor Aziz has it')
  expect((await (await visit('Mia')).get(address)).status).toBe(404)
  expect((await amira.send(`${address}/returns`, {}, '/lone')).status).toBe(303)
})

test('it begins with the times of a session, and its address says nothing of whose it is', async () => {
  const page = (await (await visit('Amira')).get('/lone?on=2026-11-25&time=10:00&backTime=11:30')).text
  for (const value of ['2026-11-25', '10:00', '11:30']) expect(page).toContain(`value="${value}"`)
  expect((await (await visit('Amira')).get('/lone?on=never')).status).toBeLessThan(500)
})

test('it offers nobody who could not be reached', async () => {
  const offered = await become('Amira', async (work) => (await whoCouldLookOut(work, await allColleagues(work))).map(({ name }) => name.split(' ')[0]))
  expect(offered).toContain('Noor')
  for (const first of ['Amira', 'Viktor', 'Olga', 'Ravi', 'Bea']) expect(offered).not.toContain(first)
})
