import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, testHouse, testMoment, visit, type Doing } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { day, instant, type Day } from '../platform/day.ts'
import type { First } from '../../database/seeds/cast.ts'
import type { Work } from '../platform/work.ts'
import { changeParticulars, consentsDue, consentTo, endLegalStatus, offenceIsLocked, pausePerson, recordConsent, recordLegalStatus, recordRelease, resumePerson, sayNeeds, setState, statusesOf, withdraw } from './index.ts'
import { offenceLimit } from './participant.ts'
import { changesOf, needsOf, particularsOf, releasesOf, searchRegister } from './participants.queries.ts'

const today = day('2026-11-23')
type Person = { id: number, publicId: string }
const as = <T>(first: First, person: Person, run: (work: Work) => Promise<T>, doing: Doing = {}) => become(first, run, { about: person.publicId, ...doing })
const yes = { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: today } as const
const yesOn = (on: Day) => ({ on, at: instant(`${on}T08:00:00Z`) })

test('it locks what is about the offence on remand, with charges or an appeal pending and after an acquittal, and after that until a new yes', () => {
  const remand = [{ status: 'remand', from_on: day('2026-01-01'), until_on: day('2026-11-22') }]
  expect(offenceIsLocked(remand, day('2026-11-22'))).toBe(true)
  expect(offenceIsLocked(remand, today, yesOn(today))).toBe(false)
  expect(offenceIsLocked([{ status: 'appeal', from_on: today, until_on: null }], today)).toBe(true)
  expect(offenceIsLocked([{ status: 'sentenced', from_on: today, until_on: null }], today)).toBe(false)
  expect(['charges', 'acquitted', 'released', 'condition'].map((status) => offenceIsLocked([{ status, from_on: today, until_on: null }], today))).toEqual([true, true, false, false])
  expect([null, day('2026-11-22'), day('2026-11-23')].map((on) => offenceIsLocked(remand, today, on && yesOn(on)))).toEqual([true, true, false])
})

test('it lets the case manager write a legal status and end it, and lets the mentor not read it', async () => {
  const person = await aParticipant()
  await as('Lena', person, (work) => recordLegalStatus(work, { status: 'remand', fromOn: day('2026-10-01'), source: 'Letter', authority: 'Court' }))
  const [status] = await as('Amira', person, (work) => statusesOf(work, person.id))
  expect(status).toMatchObject({ status: 'remand', until_on: null, authority: 'Court' })
  expect(await as('Mia', person, (work) => statusesOf(work, person.id))).toEqual([])
  await expect(as('Amira', person, (work) => recordLegalStatus(work, { status: 'released', fromOn: today, source: 's', authority: 'a' }))).rejects.toThrow('not-found')
  await expect(as('Lena', person, (work) => endLegalStatus(work, status!.public_id, day('2026-09-01')))).rejects.toThrow('status-ends-before-it-begins')
  await as('Lena', person, (work) => endLegalStatus(work, status!.public_id, today))
  expect((await as('Lena', person, (work) => statusesOf(work, person.id)))[0]).toMatchObject({ until_on: today })
})

test('it takes no word about the offence while guilt is open, from the verb or past it, and takes it after a judgment once the person has said yes anew', async () => {
  const person = await aParticipant()
  await as('Lena', person, (work) => recordLegalStatus(work, { status: 'remand', fromOn: day('2026-10-01'), source: 'Letter', authority: 'Court' }))
  const words = { reason: 'Letter', authority: 'Court', offenceWords: 'A fight in the yard.' }
  await expect(as('Lena', person, (work) => recordRelease(work, words))).rejects.toThrow('offence-locked')
  await as('Lena', person, (work) => recordRelease(work, { reason: 'Letter', authority: 'Court' }))
  const past = as('Lena', person, async (work) => work.db.insertInto('releases').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, release_on: null,
    reason: 'r', authority: 'a', restrictions: '', offence_words: 'A fight.', recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(past).rejects.toThrow('row-level security')
  const [status] = await as('Lena', person, (work) => statusesOf(work, person.id))
  await as('Lena', person, (work) => endLegalStatus(work, status!.public_id, day('2026-11-22')))
  await expect(as('Lena', person, (work) => recordRelease(work, words))).rejects.toThrow('offence-locked')
  await as('Amira', person, (work) => recordConsent(work, person.id, yes))
  await as('Lena', person, (work) => recordRelease(work, words))
  expect((await as('Mia', person, (work) => releasesOf(work, person.id)))[0]).toMatchObject({ offence_words: 'A fight in the yard.' })
})

test('it locks to the last minute before the day of the end, by verb and database; on that day the person is asked anew, and their yes opens it at once', async () => {
  const person = await aParticipant()
  const { clock } = await testHouse()
  const words = { reason: 'Letter', authority: 'Court', offenceWords: 'A fight in the yard.' }
  const byDatabase = () => as('Lena', person, async (work) => (await sql<{ locked: boolean }>`select offence_locked(${person.id}) as locked`.execute(work.db)).rows[0]!.locked)
  const asked = () => as('Amira', person, async (work) => (await consentsDue(work)).some(({ says }) => says === 'Ask anew about taking part'))
  await as('Lena', person, (work) => recordLegalStatus(work, { status: 'remand', fromOn: day('2026-10-01'), untilOn: day('2026-11-24'), source: 'Letter', authority: 'Court' }))
  clock.now = instant('2026-11-23T22:59:00Z')
  await as('Amira', person, (work) => recordConsent(work, person.id, yes))
  expect([await byDatabase(), await asked()]).toEqual([true, false])
  await expect(as('Lena', person, (work) => recordRelease(work, words))).rejects.toThrow('offence-locked')
  clock.now = instant('2026-11-23T23:01:00Z')
  expect([await byDatabase(), await asked()]).toEqual([true, true])
  await as('Amira', person, (work) => recordConsent(work, person.id, { ...yes, answeredOn: day('2026-11-24') }))
  expect([await byDatabase(), await asked()]).toEqual([false, false])
  await as('Lena', person, (work) => recordRelease(work, words))
  clock.now = testMoment
})

test('it treats guilt as open where no status is recorded, or where this reader may not know it', () => {
  const remand = { status: 'remand', from_on: day('2026-01-01'), until_on: null }
  expect(offenceLimit([], today)).toBe('not-known')
  expect(offenceLimit([remand], today)).toBe('locked')
  expect(offenceLimit([{ ...remand, status: 'sentenced' }], today)).toBe('open')
  expect(offenceLimit([{ ...remand, status: 'sentenced', as_told: true }], today)).toBe('not-known')
  expect(offenceLimit('not-mine-to-know', today)).toBe('not-mine-to-know')
})

test('it asks the case manager alone for a legal status that nobody has recorded, until one stands', async () => {
  const person = await aParticipant()
  const dueFor = (first: First) => as(first, person, async (work) => (await consentsDue(work)).map(({ says }) => says))
  expect(await dueFor('Lena')).toEqual(['Record the legal status'])
  expect(await dueFor('Mia')).toEqual([])
  await as('Lena', person, (work) => recordLegalStatus(work, { status: 'sentenced', fromOn: today, source: 'Judgment', authority: 'Court' }))
  expect(await dueFor('Lena')).toEqual([])
})

test('it asks again with the notice whoever said yes only in the referral', async () => {
  const person = await aParticipant()
  const because = () => as('Kai', person, async (work) => (await consentsDue(work)).map((one) => one.because))
  await as('Kai', person, (work) => recordConsent(work, person.id, { ...yes, way: 'as-imported' }))
  expect(await because()).toEqual(['the answer came with the referral; the notice has not been told yet'])
  await as('Kai', person, (work) => recordConsent(work, person.id, yes))
  expect(await because()).toEqual([])
})

test('it keeps every day of release that was known', async () => {
  const person = await aParticipant()
  for (const releaseOn of [day('2027-06-01'), day('2027-01-15')]) await as('Lena', person, (work) => recordRelease(work, { releaseOn, reason: 'Judgment', authority: 'Court' }))
  expect((await as('Mia', person, (work) => releasesOf(work, person.id))).map(({ release_on }) => release_on)).toEqual(['2027-01-15', '2027-06-01'])
  await expect(as('Kai', person, (work) => recordRelease(work, { reason: 'r', authority: 'a' }))).rejects.toThrow('not-found')
})

test('it writes a withdrawal by anybody on the team and by the person, at once, and yes holds again after a new yes', async () => {
  const person = await aParticipant()
  await as('Amira', person, (work) => recordConsent(work, person.id, yes))
  await as('Mia', person, (work) => withdraw(work, person.id, { purpose: 'programme', ownWords: 'I have had enough.' }))
  const standing = () => as('Amira', person, (work) => consentTo(work, person.id, 'programme'))
  expect(await standing()).toBe('withdrawn')
  await expect(as('Lena', person, (work) => withdraw(work, person.id, { purpose: 'programme' }))).rejects.toThrow('nothing-to-withdraw')
  await expect(as('Petra', person, (work) => withdraw(work, person.id, { purpose: 'data' }))).rejects.toThrow('not-found')
  await becomeParticipant(person.id, (work) => withdraw(work, person.id, { purpose: 'data' }))
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T09:01:00Z')
  await as('Amira', person, (work) => recordConsent(work, person.id, yes))
  expect(await standing()).toBe('yes')
})

test('it lets a mentor ask nobody for consent, and takes no answer from tomorrow', async () => {
  const person = await aParticipant()
  await expect(as('Mia', person, (work) => recordConsent(work, person.id, yes))).rejects.toMatchObject({ code: '42501' })
  await expect(as('Amira', person, (work) => recordConsent(work, person.id, { ...yes, answeredOn: day('2026-11-24') }))).rejects.toThrow('answer-day-ahead')
})

test('it pauses and goes on, each with its reason', async () => {
  const person = await aParticipant()
  await expect(as('Kai', person, (work) => pausePerson(work, 'Transfer'))).rejects.toThrow('person-not-taking-part')
  await as('Kai', person, (work) => setState(work, 'active'))
  await as('Kai', person, (work) => pausePerson(work, 'Transfer'))
  await expect(as('Amira', person, (work) => pausePerson(work, 'Again'))).rejects.toThrow('person-paused-already')
  await expect(as('Mia', person, (work) => resumePerson(work, 'Back'))).rejects.toThrow('not-found')
  await as('Amira', person, (work) => resumePerson(work, 'Back'))
  expect((await as('Kai', person, (work) => changesOf(work, person.id))).map(({ reason }) => reason).sort()).toEqual(['Back', 'Transfer'])
})

test('it puts particulars right, in the register too where the coordinator does it, and tells the second of two', async () => {
  const person = await aParticipant({ number: 'PART-1' })
  await as('Kai', person, (work) => changeParticulars(work, { name: 'Jonas Lindqvist', number: 'PART-2', bornOn: day('1990-05-27') }, 1))
  await expect(as('Kai', person, (work) => changeParticulars(work, { name: 'Other', number: 'PART-2' }, 1))).rejects.toThrow('person-changed-meanwhile')
  const [found] = await become('Kai', (work) => searchRegister(work, 'PART-2', 5))
  expect(found).toMatchObject({ participant_id: person.id, name: 'Jonas Lindqvist', born_year: 1990, coordinators: ['Kai Nyberg'] })
  await as('Lena', person, (work) => changeParticulars(work, { name: 'Jonas Lind', number: 'FORGED' }))
  expect(await as('Lena', person, (work) => particularsOf(work, person.id))).toMatchObject({ number: 'PART-2' })
  await expect(as('Mia', person, (work) => changeParticulars(work, { name: 'x' }))).rejects.toThrow('not-found')
})

test('it takes no number that stands for somebody else', async () => {
  const [one, other] = [await aParticipant({ number: 'TWICE-1' }), await aParticipant({ number: 'TWICE-2' })]
  await expect(as('Kai', other, (work) => changeParticulars(work, { name: 'x', number: 'TWICE-1' }))).rejects.toThrow('person-number-taken')
  expect(one.id).not.toBe(other.id)
})

test('it lets the person and a facilitator say what is needed, and a mentor only read it', async () => {
  const person = await aParticipant()
  await becomeParticipant(person.id, (work) => sayNeeds(work, person.id, { languages: 'da, ar', needsInterpreter: true }))
  const read = (first: First) => as(first, person, (work) => work.db.selectFrom('access_needs').selectAll().where('participant_id', '=', person.id).executeTakeFirst())
  expect(await read('Mia')).toMatchObject({ languages: ['da', 'ar'], needs_interpreter: true })
  await expect(as('Mia', person, (work) => sayNeeds(work, person.id, { needsInterpreter: false }))).rejects.toThrow('not-found')
  await as('Amira', person, (work) => sayNeeds(work, person.id, { needsInterpreter: false, literacy: 'reads slowly' }))
  expect(await read('Amira')).toMatchObject({ literacy: 'reads slowly', languages: [] })
})

test('it keeps languages by their codes, whatever they were called, and what is none as it was written', async () => {
  const person = await aParticipant()
  await as('Amira', person, (work) => sayNeeds(work, person.id, { languages: 'Arabic, dansk / Klingonish', needsInterpreter: true }))
  expect((await as('Mia', person, (work) => needsOf(work, person.id)))!.languages).toEqual(['ar', 'da', 'Klingonish'])
  expect((await (await visit('Amira')).get(`/people/${person.publicId}/needs`)).text).toContain('value="Arabic, Danish, Klingonish"')
})

test('it moves nobody to another unit past the transfer: no colleague may write that at all', async () => {
  const person = await aParticipant()
  for (const first of ['Amira', 'Lena', 'Kai'] as const) {
    await expect(as(first, person, (work) => sql`update participants set unit_id = (select id from units where name = 'Havn probation office') where id = ${person.id}`.execute(work.db)), first).rejects.toThrow(/permission denied/)
    await expect(as(first, person, (work) => sql`update participants set public_id = 'mine' where id = ${person.id}`.execute(work.db)), first).rejects.toThrow(/permission denied/)
  }
})

test('it changes of a name, particulars, needs and the register only what is said of somebody, and never whose it is; and since when somebody is as far as they are is dated back by nobody', async () => {
  const [person, other] = [await aParticipant(), await aParticipant()]
  for (const table of ['identity_names', 'identity_particulars', 'register_entries', 'access_needs'] as const) {
    await expect(as('Kai', person, (work) => work.db.updateTable(table).set({ participant_id: other.id }).where('participant_id', '=', person.id).execute()), table).rejects.toThrow('permission denied')
  }
  await expect(as('Kai', person, (work) => work.db.updateTable('access_needs').set({ as_sent: 'Never was.' }).execute())).rejects.toThrow('permission denied')
  expect((await as('Kai', person, (work) => work.db.updateTable('identity_names').set({ name: 'Jonas Lindh' }).where('participant_id', '=', person.id).executeTakeFirst())).numUpdatedRows).toBe(1n)
  const move = (first: First, to: object) => as(first, person, async (work) => (await work.db.updateTable('participants').set(to).where('id', '=', person.id).executeTakeFirst()).numUpdatedRows)
  for (const to of [{ state: 'active', state_since: day('2026-01-01') }, { state_since: day('2026-01-01') }, { state: 'active', state_since: day('2026-11-24') }]) await expect(move('Kai', to), JSON.stringify(to)).rejects.toThrow('row-level security')
  expect([await move('Kai', { revision: 9 }), await move('Kai', { state: 'active', state_since: day('2026-11-23') })]).toEqual([1n, 1n])
})

test('it finds first who bears the name as it was written, and who is only alike where there is room', async () => {
  const alike = await aParticipant({ name: 'Nils Quistgard' })
  const same = [await aParticipant({ name: 'Aa Quistgaard' }), await aParticipant({ name: 'Bo Quistgaard' }), await aParticipant({ name: 'Ib Quistgaard' })]
  const found = (most: number) => become('Kai', (work) => searchRegister(work, 'Quistgaard', most)).then((rows) => rows.map(({ participant_id }) => participant_id))
  expect(new Set(await found(3))).toEqual(new Set(same.map(({ id }) => id)))
  expect(new Set(await found(10))).toEqual(new Set([alike, ...same].map(({ id }) => id)))
  expect((await found(10)).at(-1)).toBe(alike.id)
  for (let more = 0; more < 10; more += 1) await aParticipant({ name: 'Nils Quistgaard' })
  expect(await found(25)).not.toContain(alike.id) // ten who bear it are enough to look through
})

test('it searches the register for coordinators alone, by part of a name, whole words and number, and takes signs for signs', async () => {
  const person = await aParticipant({ name: 'Þórhildur Ævarsdóttir', number: 'REG-77' })
  const found = (words: string, first: First = 'Kai') => become(first, (work) => searchRegister(work, words, 10)).then((rows) => rows.map(({ participant_id }) => participant_id))
  for (const words of ['ævars', 'Ævarsdóttir, Þórhildur', 'REG-77', 'thorhildur ævarsdóttir'].slice(0, 3)) expect(await found(words)).toContain(person.id)
  for (const words of ['%', '___', 'zzz', "'; drop table participants; --"]) expect(await found(words)).not.toContain(person.id)
  for (const first of ['Mia', 'Lena', 'Amira'] as const) expect(await found('REG-77', first)).toEqual([])
})

test('it takes no release from before the referral or the first day here, and says so at the field; the day itself and every later one it takes', async () => {
  const person = await aParticipant()
  await expect(as('Lena', person, (work) => recordRelease(work, { releaseOn: day('2026-11-22'), reason: 'r', authority: 'a' }))).rejects.toThrow('release-before-first-day')
  await as('Lena', person, (work) => recordRelease(work, { releaseOn: today, reason: 'r', authority: 'a' }))
  const referred = await aParticipant()
  await (await asSuperuser()).query(`insert into referrals (id, public_id, receipt, unit_id, participant_id, state, source, referred_on, received_at, name, answer)
    select 990001, 'refbefore', 'REFB-EFOR-E000', unit_id, id, 'accepted', 'court', '2026-11-02', '2026-11-02T09:00:00Z', 'Jonas', 'yes' from participants where id = ${referred.id}`)
  await as('Lena', referred, (work) => recordRelease(work, { releaseOn: day('2026-11-10'), reason: 'r', authority: 'a' }))
  const again = await (await visit('Lena')).send(`/people/${referred.publicId}/release`, { releaseOn: '2026-11-01', reason: 'Letter', authority: 'Court' })
  expect([again.status, again.text.includes('it lies before 2 November 2026'), again.text.includes('value="2026-11-01"')]).toEqual([422, true, true])
})
