import { beforeAll, expect, test } from 'vitest'
import { aGoal } from '../../database/testing/a-goal.ts'
import { aParticipant, aVisitor, become, becomeParticipant, colleagueId, instant, testHouse } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { day } from '../platform/day.ts'
import { recordConsent, withdraw } from '../participants/index.ts'
import { measuresDue } from './measures.desk.tsx'
import { measuresOf } from './measures.queries.ts'
import { askRuler, rateGoals, sayHowItWas, takeBack } from './measures.verbs.ts'

// The application hands in which meetings were held; whoever comes to its door finds it put together.
beforeAll(async () => { await aVisitor() })

const today = day('2026-11-23')
const onTeam = { team: ['Kai', 'Noor', 'Amira', 'Mia', 'Lena'] as ('Kai' | 'Noor' | 'Amira' | 'Mia' | 'Lena')[] }
const doing = (person: { publicId: string }) => ({ about: person.publicId, does: 'collect' as const, shows: 'measure' })
const readBy = (first: 'Amira' | 'Noor' | 'Mia' | 'Lena' | 'Kai', person: { id: number, publicId: string }) => become(first, (work) => measuresOf(work, person.id), { about: person.publicId })

async function aHeldSession(person: { id: number }): Promise<string> {
  const id = await freshId()
  await put('sessions', { id, public_id: `session-${id}`, participant_id: person.id, author_id: await colleagueId('Mia'), starts_at: '2026-11-20T09:00:00Z', minutes: 60, state: 'held', recorded_at: '2026-11-20T10:00:00Z' })
  return `session-${id}`
}

test('it rates goals against their levels, keeps who judged, and leaves a goal of which nothing was said as it is', async () => {
  const person = await aParticipant(onTeam)
  const [room, work_] = [await aGoal(person), await aGoal(person, { title: 'Work' })]
  const count = await become('Amira', (work) => rateGoals(work, { on: today, saidBy: 'worker', ratings: [{ goal: room.publicId, level: -1, ownWords: 'Nearly.' }, { goal: work_.publicId }] }), doing(person))
  expect(count).toBe(1)
  expect(await readBy('Noor', person)).toMatchObject([{ kind: 'goal', goalId: room.id, value: -1, missing: null, saidBy: 'worker', way: 'with-person', ownWords: 'Nearly.', recordedBy: { name: 'Amira Haddad' } }])
})

test('it keeps what was not said as missing, with the reason, never as a zero', async () => {
  const person = await aParticipant(onTeam)
  const goal = await aGoal(person)
  await become('Noor', (work) => rateGoals(work, { on: today, saidBy: 'person', ratings: [{ goal: goal.publicId, missing: 'did-not-want' }] }), doing(person))
  expect(await readBy('Amira', person)).toMatchObject([{ value: null, missing: 'did-not-want' }])
  const nothing = become('Noor', (work) => rateGoals(work, { on: today, saidBy: 'person', ratings: [{ goal: goal.publicId }] }), doing(person))
  await expect(nothing).rejects.toThrow('measure-nothing-rated')
})

test('it keeps a legal reason for a gap as such, and a mentor to whom the person shows it reads no more than that it was not asked', async () => {
  const person = await aParticipant(onTeam)
  const goal = await aGoal(person)
  await become('Amira', (work) => rateGoals(work, { on: today, saidBy: 'worker', ratings: [{ goal: goal.publicId, missing: 'legal' }] }), doing(person))
  await become('Amira', (work) => askRuler(work, { on: today, question: 'How far from it are you?', missing: 'legal' }), doing(person))
  await put('agreed_readings', { id: await freshId(), public_id: `agreed-${person.id}`, participant_id: person.id, record: 'measure', role: 'mentor', from_at: '2026-11-01T09:00:00Z' })
  const gaps = async (first: 'Amira' | 'Noor' | 'Mia') => (await readBy(first, person)).map(({ value, missing }) => [value, missing])
  for (const first of ['Amira', 'Noor'] as const) expect(await gaps(first), first).toEqual([[null, 'legal'], [null, 'legal']])
  expect(await gaps('Mia')).toEqual([[null, 'not-asked'], [null, 'not-asked']])
})

test('it asks nothing for a day after a stop, still takes what was said until then, and leaves the person free to say what they like', async () => {
  const [person, { clock }] = [await aParticipant(onTeam), await testHouse()]
  const before = clock.now
  const goal = await aGoal(person)
  await become('Kai', (work) => recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: today }), doing(person))
  await become('Mia', (work) => withdraw(work, person.id, { purpose: 'programme', ownWords: 'Stop.' }), doing(person))
  clock.now = instant('2026-11-25T09:00:00Z')
  const rate = (on: string) => become('Amira', (work) => rateGoals(work, { on: day(on), saidBy: 'person', ratings: [{ goal: goal.publicId, level: 0 }] }), doing(person))
  const ask = (on: string) => become('Amira', (work) => askRuler(work, { on: day(on), question: 'How sure?', value: 3 }), doing(person))
  await expect(rate('2026-11-24')).rejects.toThrow('measure-after-a-stop')
  await expect(ask('2026-11-25')).rejects.toThrow('measure-after-a-stop')
  await rate('2026-11-23')
  await ask('2026-11-23')
  await becomeParticipant(person.id, (work) => askRuler(work, { on: day('2026-11-25'), question: 'How is it?', value: 8 }), doing(person))
  clock.now = before
  expect(await readBy('Noor', person)).toHaveLength(3)
})

test('it rates no goal outside its period, of somebody else, or on a day to come', async () => {
  const [person, other] = [await aParticipant(onTeam), await aParticipant(onTeam)]
  const [goal, theirs] = [await aGoal(person), await aGoal(other)]
  const rate = (goalId: string, on: string) => become('Amira', (work) => rateGoals(work, { on: day(on), saidBy: 'person', ratings: [{ goal: goalId, level: 0 }] }), doing(person))
  await expect(rate(goal.publicId, '2026-10-31')).rejects.toThrow('measure-no-goal-then')
  await expect(rate(theirs.publicId, '2026-11-23')).rejects.toThrow('measure-no-goal-then')
  await expect(rate(goal.publicId, '2026-11-24')).rejects.toThrow('measure-day-ahead')
})

test('it is written by those who work on it with the person, and by nobody else of the team', async () => {
  const person = await aParticipant(onTeam)
  const ask = (first: 'Amira' | 'Noor' | 'Mia' | 'Lena' | 'Kai') => become(first, (work) => askRuler(work, { on: today, question: 'How sure are you?', value: 7 }), doing(person))
  for (const first of ['Amira', 'Noor'] as const) await expect(ask(first)).resolves.toBeUndefined()
  for (const first of ['Mia', 'Lena', 'Kai'] as const) await expect(ask(first)).rejects.toThrow('not-found')
  expect(await readBy('Noor', person)).toHaveLength(2)
})

test('it is read by a mentor and a case manager only as the person has agreed', async () => {
  const person = await aParticipant(onTeam)
  await become('Amira', (work) => askRuler(work, { on: today, question: 'How sure are you?', value: 7 }), doing(person))
  expect(await readBy('Mia', person)).toEqual([])
  await put('agreed_readings', { id: await freshId(), public_id: `agreed-${person.id}`, participant_id: person.id, record: 'measure', role: 'mentor', from_at: '2026-11-01T09:00:00Z' })
  expect(await readBy('Mia', person)).toHaveLength(1)
  expect(await readBy('Lena', person)).toEqual([])
})

test('it lets the person say how a meeting was, say it anew on the same day, and take it back; the day after it stands', async () => {
  const person = await aParticipant(onTeam)
  const session = await aHeldSession(person)
  const said = () => becomeParticipant(person.id, (work) => measuresOf(work, person.id))
  await becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value: 4, ownWords: 'Too long.' }))
  await becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value: 6 }))
  expect(await said()).toMatchObject([{ kind: 'session', value: 6, ownWords: '', way: 'by-person', revision: 2 }])
  const [first] = await said()
  await becomeParticipant(person.id, (work) => takeBack(work, first!.publicId))
  expect(await said()).toEqual([])

  await becomeParticipant(person.id, (work) => sayHowItWas(work, session, { ownWords: 'Good.' }))
  const { clock } = await testHouse()
  clock.now = instant('2026-11-24T09:00:00Z')
  await expect(becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value: 1 }))).rejects.toThrow('measure-stands')
  const [stands] = await said()
  await expect(becomeParticipant(person.id, (work) => takeBack(work, stands!.publicId))).rejects.toThrow('measure-stands')
  clock.now = instant('2026-11-23T09:00:00Z')
  expect(stands).toMatchObject({ value: null, missing: 'did-not-want', ownWords: 'Good.' })
})

test('it takes no word about a meeting that was not theirs', async () => {
  const [person, other] = [await aParticipant(onTeam), await aParticipant(onTeam)]
  const session = await aHeldSession(other)
  await expect(becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value: 4 }))).rejects.toThrow('measure-session-not-held')
})

test('it lets nobody change or take back what somebody else wrote', async () => {
  const person = await aParticipant(onTeam)
  await become('Amira', (work) => askRuler(work, { on: today, question: 'How sure are you?', value: 7 }), doing(person))
  const [said] = await readBy('Noor', person)
  await expect(become('Noor', (work) => takeBack(work, said!.publicId), doing(person))).rejects.toThrow('measure-stands')
  await expect(becomeParticipant(person.id, (work) => takeBack(work, said!.publicId))).rejects.toThrow('measure-stands')
  await become('Amira', (work) => takeBack(work, said!.publicId), doing(person))
  expect(await readBy('Noor', person)).toEqual([])
})

test('it takes back nothing that somebody has changed meanwhile', async () => {
  const person = await aParticipant(onTeam)
  const session = await aHeldSession(person)
  await becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value: 4 }))
  const both = await Promise.allSettled([3, 5].map((value) => becomeParticipant(person.id, (work) => sayHowItWas(work, session, { value }))))
  const superuser = await asSuperuser()
  const { rows } = await superuser.query<{ n: string }>('select count(*) as n from measures where participant_id = $1', [person.id])
  expect([both.some(({ status }) => status === 'fulfilled'), Number(rows[0]!.n)]).toEqual([true, 1])
})

test('it awaits a rating from the facilitator when the period of a goal ends, and no longer once it is rated; without an end it never does', async () => {
  const person = await aParticipant(onTeam)
  const goal = await aGoal(person, { until: '2026-12-01' })
  await aGoal(person, { title: 'Later', until: '2027-02-01' })
  const due = (first: 'Amira' | 'Noor' | 'Mia') => become(first, measuresDue, { about: person.publicId })
  expect(await due('Amira')).toMatchObject([{ on: '2026-12-01', because: 'the period of a goal ends on 1 December 2026' }])
  for (const first of ['Noor', 'Mia'] as const) expect(await due(first)).toEqual([])
  await become('Noor', (work) => rateGoals(work, { on: today, saidBy: 'worker', ratings: [{ goal: goal.publicId, level: 0 }] }), doing(person))
  expect(await due('Amira')).toEqual([])
})
