import { afterAll, beforeAll, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, becomeParticipant, instant, testHouse, testMoment } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { assign, endAssignment, teamOf } from '../access/index.ts'
import { day } from '../platform/day.ts'
import { isInForce } from './advice.ts'
import { healthDue } from './health.desk.tsx'
import { adviceOf, safetyPlansOf } from './health.queries.ts'
import { agreeToReaders, endIt, replaceAdvice, takeItBack, writeAdvice, writeSafetyPlan } from './health.verbs.ts'

beforeAll(async () => { await aVisitor() })
afterAll(async () => { (await testHouse()).clock.now = testMoment })

const onTeam: { team: First[] } = { team: ['Kai', 'Noor', 'Amira', 'Mia', 'Lena', 'Hedda'] }
const advice = { words: 'Short sentences.', readers: ['facilitator' as const], told: 'together' as const, reviewOn: day('2027-02-23') }
const plan = { signs: 'I stop eating.', ownSteps: 'I walk in the yard.', whomToCall: 'My sister, in the evening.', safePlace: 'The belt goes to the office.', reviewOn: day('2027-02-23') }
type Person = { id: number, publicId: string }
const doing = (person: Person) => ({ about: person.publicId, does: 'collect' as const, shows: 'functional_advice' })
const write = (person: Person, more: Partial<typeof advice> = {}, first: First = 'Hedda') => become(first, (work) => writeAdvice(work, { ...advice, ...more }), doing(person))
const held = async (person: Person, first: First = 'Hedda') => (await become(first, (work) => adviceOf(work, person.id), { about: person.publicId })).filter(isInForce).map(({ words }) => words)
const heldPlan = async (person: Person, first: First = 'Hedda') => (await become(first, (work) => safetyPlansOf(work, person.id), { about: person.publicId })).filter(isInForce).map(({ signs }) => signs)
const agree = (person: Person, ...roles: string[]) => becomeParticipant(person.id, (work) => agreeToReaders(work, { facilitator: roles.includes('facilitator'), assessor: roles.includes('assessor'), case_manager: roles.includes('case_manager') }))

test('it writes advice for health of the team, and for nobody else of it, nor for health that is not on it', async () => {
  const [person, other] = [await aParticipant(onTeam), await aParticipant()]
  await write(person)
  expect(await held(person)).toEqual(['Short sentences.'])
  for (const first of ['Amira', 'Noor', 'Lena', 'Kai', 'Mia'] as const) await expect(write(person, {}, first), first).rejects.toMatchObject({ code: 'not-found' })
  await expect(write(other)).rejects.toMatchObject({ code: 'not-found' })
})

test('it refuses a day to look at it again that has passed, or lies beyond the year', async () => {
  const person = await aParticipant(onTeam)
  await expect(write(person, { reviewOn: day('2026-11-23') })).rejects.toMatchObject({ code: 'health-review-past' })
  await expect(write(person, { reviewOn: day('2028-01-01') })).rejects.toMatchObject({ code: 'health-review-late' })
})

test('it replaces advice by newer advice, keeps what stood there, and replaces nothing twice', async () => {
  const person = await aParticipant(onTeam)
  const first = await write(person)
  await become('Hedda', (work) => replaceAdvice(work, first, { ...advice, words: 'A break every twenty minutes.' }), doing(person))
  expect(await held(person)).toEqual(['A break every twenty minutes.'])
  const all = await become('Hedda', (work) => adviceOf(work, person.id), { about: person.publicId })
  expect(all.map(({ words, replacedAt }) => [words, replacedAt !== null])).toEqual([['A break every twenty minutes.', false], ['Short sentences.', true]])
  await expect(become('Hedda', (work) => replaceAdvice(work, first, advice), doing(person))).rejects.toMatchObject({ code: 'health-not-in-force' })
})

test('it ends advice with a reason, once, and by nobody who only reads it', async () => {
  const person = await aParticipant(onTeam)
  const id = await write(person)
  await agree(person, 'facilitator')
  await expect(become('Amira', (work) => endIt(work, 'functional_advice', id, 'No.'), doing(person))).rejects.toMatchObject({ code: 'not-found' })
  await become('Hedda', (work) => endIt(work, 'functional_advice', id, 'It is better now.'), doing(person))
  const [ended] = await become('Hedda', (work) => adviceOf(work, person.id), { about: person.publicId })
  expect(ended?.ended).toEqual({ on: '2026-11-23', why: 'It is better now.', by: 'Hedda Moe' })
  await expect(become('Hedda', (work) => endIt(work, 'functional_advice', id, 'Again.'), doing(person))).rejects.toMatchObject({ code: 'health-not-in-force' })
  expect(await held(person, 'Amira')).toEqual([])
})

test('it takes back a slip of the pen on the same day, lets what it replaced hold again, and on the next day it stands', async () => {
  const [person, { clock }] = [await aParticipant(onTeam), await testHouse()]
  const first = await write(person)
  const slip = await become('Hedda', (work) => replaceAdvice(work, first, { ...advice, words: 'About somebody else.' }), doing(person))
  await become('Hedda', (work) => takeItBack(work, 'functional_advice', slip), doing(person))
  expect(await held(person)).toEqual(['Short sentences.'])
  expect(JSON.stringify(await becomeParticipant(person.id, (work) => adviceOf(work, person.id)))).not.toContain('somebody else')
  clock.now = instant('2026-11-24T09:00:00Z')
  await expect(become('Hedda', (work) => takeItBack(work, 'functional_advice', first), doing(person))).rejects.toMatchObject({ code: 'health-stands' })
  clock.now = testMoment
})

test('it renews a safety plan and never overwrites one; of two windows the second is told, and two plans never hold', async () => {
  const person = await aParticipant(onTeam)
  const first = await become('Hedda', (work) => writeSafetyPlan(work, plan), doing(person))
  await expect(become('Hedda', (work) => writeSafetyPlan(work, { ...plan, signs: 'Another.' }), doing(person))).rejects.toMatchObject({ code: 'health-changed-meanwhile' })
  const second = await become('Hedda', (work) => writeSafetyPlan(work, { ...plan, signs: 'I stop writing.', replaces: first }), doing(person))
  await expect(become('Hedda', (work) => writeSafetyPlan(work, { ...plan, replaces: first }), doing(person))).rejects.toMatchObject({ code: 'health-changed-meanwhile' })
  expect(await heldPlan(person)).toEqual(['I stop writing.'])
  expect((await becomeParticipant(person.id, (work) => safetyPlansOf(work, person.id))).map(({ signs }) => signs)).toEqual(['I stop writing.', 'I stop eating.'])
  await become('Hedda', (work) => takeItBack(work, 'safety_plans', second), doing(person))
  expect(await heldPlan(person)).toEqual(['I stop eating.'])
  await become('Hedda', (work) => endIt(work, 'safety_plans', first, 'Does not want one.'), doing(person))
  expect(await heldPlan(person)).toEqual([])
})

test('it opens plan and advice by the yes of the person to the role that it is for, and closes them when they take it back', async () => {
  const person = await aParticipant(onTeam)
  await write(person)
  await write(person, { words: 'Letters only after noon.', readers: ['case_manager' as never] })
  await become('Hedda', (work) => writeSafetyPlan(work, plan), doing(person))
  for (const first of ['Amira', 'Noor', 'Lena'] as const) expect([first, await held(person, first), await heldPlan(person, first)]).toEqual([first, [], []])
  await agree(person, 'facilitator', 'assessor')
  expect([await held(person, 'Amira'), await heldPlan(person, 'Amira')]).toEqual([['Short sentences.'], ['I stop eating.']])
  // Hers to read, and none of it is for her.
  expect([await held(person, 'Noor'), await heldPlan(person, 'Noor')]).toEqual([[], ['I stop eating.']])
  expect([await held(person, 'Lena'), await heldPlan(person, 'Lena')]).toEqual([[], []])
  await agree(person, 'case_manager')
  expect([await held(person, 'Lena'), await held(person, 'Amira'), await heldPlan(person, 'Amira')]).toEqual([['Letters only after noon.'], [], []])
})

test('it opens nothing again by a form that lay open while the person closed it, and closes nothing that they opened meanwhile', async () => {
  const person = await aParticipant(onTeam)
  await write(person, { readers: ['facilitator', 'assessor', 'case_manager'] as never })
  await agree(person, 'facilitator')
  // Kai has the form before him, on which the facilitator is ticked; the person closes that role and opens another.
  await agree(person, 'assessor')
  const sends = (wanted: Partial<Parameters<typeof agreeToReaders>[1]>) => become('Kai', (work) => agreeToReaders(work, { facilitator: true, assessor: false, case_manager: false, shown: 'facilitator', ...wanted }), { about: person.publicId, does: 'alter', shows: 'consent_and_notice' })
  await sends({ case_manager: true })
  expect([await held(person, 'Amira'), await held(person, 'Noor'), await held(person, 'Lena')]).toEqual([[], ['Short sentences.'], ['Short sentences.']])
  await sends({ facilitator: true, assessor: false, shown: 'assessor case_manager', case_manager: true })
  expect([await held(person, 'Amira'), await held(person, 'Noor')]).toEqual([['Short sentences.'], []])
})

test('it names a character that cannot stand on paper at its field while the plan is written, and not at night when it is printed', async () => {
  const person = await aParticipant(onTeam)
  await expect(become('Hedda', (work) => writeSafetyPlan(work, { ...plan, ownSteps: 'I look at \u{1F600}.' }), doing(person))).rejects.toMatchObject({ code: 'document-no-glyph', field: 'ownSteps', values: { characters: '\u{1F600}' } })
  await become('Hedda', (work) => writeSafetyPlan(work, { ...plan, ownSteps: 'أمشي في الفناء – “så”' }), doing(person))
})

test('it takes the yes of the person from whoever writes consents down, and from no mentor and not from health', async () => {
  const person = await aParticipant(onTeam)
  const yes = (first: First) => become(first, (work) => agreeToReaders(work, { facilitator: true, assessor: false, case_manager: false }), { about: person.publicId, does: 'alter', shows: 'consent_and_notice' })
  for (const first of ['Mia', 'Hedda', 'Lena'] as const) await expect(yes(first), first).rejects.toMatchObject({ code: 'not-found' })
  await yes('Kai')
  await write(person)
  expect(await held(person, 'Amira')).toEqual(['Short sentences.'])
})

test('it reminds health of the team two weeks before a day, once a person and kind, and nobody else', async () => {
  const [person, other] = [await aParticipant(onTeam), await aParticipant(onTeam)]
  for (const reviewOn of ['2026-12-07', '2026-12-01']) await write(person, { reviewOn: day(reviewOn) })
  await write(other, { reviewOn: day('2026-12-08') })
  const due = async (first: First) => (await become(first, healthDue)).filter(({ href }) => [person, other].some(({ publicId }) => href.includes(publicId))).map(({ on, says, href }) => [on, says, href])
  expect(await due('Hedda')).toEqual([['2026-12-01', 'Look at advice again', `/people/${person.publicId}/advice`]])
  expect(await due('Amira')).toEqual([])
})

test('it tells a case manager to whom the person opened it that nobody of health is there to look at it again, once the day is over, and nobody else', async () => {
  const [opened, closed, { clock }] = [await aParticipant(onTeam), await aParticipant(onTeam), await testHouse()]
  for (const person of [opened, closed]) await write(person, { readers: ['case_manager' as never, 'facilitator'] })
  await agree(opened, 'facilitator', 'case_manager')
  const left = async (first: First) => (await become(first, healthDue)).filter(({ href }) => [opened, closed].some(({ publicId }) => href.includes(publicId))).map(({ on, says, because, href }) => [on, says, because, href])
  const hedda = (await become('Kai', (work) => teamOf(work, opened.id), { about: opened.publicId })).find(({ role }) => role === 'health')!
  clock.now = instant('2027-02-24T09:00:00.000Z')
  expect(await left('Lena')).toEqual([])
  for (const { id, publicId } of [opened, closed]) await become('Kai', async (work) => endAssignment(work, (await teamOf(work, id)).find(({ role }) => role === 'health')!.public_id), { about: publicId })
  expect(await left('Lena')).toEqual([['2027-02-23', 'Ask the coordinator for somebody from health', 'something should have been looked at again by 23 February 2027, and nobody from health is on the team', `/people/${opened.publicId}/advice`]])
  for (const first of ['Kai', 'Amira', 'Noor', 'Mia', 'Hedda'] as const) expect(await left(first), first).toEqual([])
  await become('Kai', (work) => assign(work, { colleagueId: hedda.colleague_id, participantId: opened.id, role: 'health' }), { about: opened.publicId })
  expect(await left('Lena')).toEqual([])
  clock.now = testMoment
})
