import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, connectedAs, testHouse, type Doing } from '../../database/testing/index.ts'
import { day, instant } from '../platform/day.ts'
import type { First } from '../../database/seeds/cast.ts'
import type { Work } from '../platform/work.ts'
import { complaintsDue } from './complaints.desk.tsx'
import { closedComplaints, coordinatorsFor, findComplaint, openComplaints, ownComplaints } from './complaints.queries.ts'
import { answerComplaint, forwardComplaint, raise, setAnswerDays, takeBack, writeDown } from './complaints.verbs.ts'

const said = { kind: 'complaint', subject: 'worker', words: 'Nobody came on Tuesday.' } as const
const rune = <T>(what: (work: Work) => Promise<T>) => inOversight('Rune', what)

function inOversight<T>(first: First, what: (work: Work) => Promise<T>, doing: Doing = {}): Promise<T> {
  return become(first, what, doing)
}

async function raisedByJonas() {
  const jonas = await aParticipant()
  return { jonas, ...await becomeParticipant(jonas.id, (work) => raise(work, said)) }
}

test('it gives the person a number and a day at once, thirty days ahead where no law was written down', async () => {
  const { jonas, number, answerBy, publicId } = await raisedByJonas()
  expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(answerBy).toBe('2026-12-23')
  const [mine] = await becomeParticipant(jonas.id, ownComplaints)
  expect(mine).toMatchObject({ publicId, number, words: said.words, way: 'own-page', raisedOn: '2026-11-23' })
})

test('it asks what an objection is about, and never that of a wish to see the file', async () => {
  const jonas = await aParticipant()
  await expect(becomeParticipant(jonas.id, (work) => raise(work, { kind: 'objection', words: 'No.' }))).rejects.toMatchObject({ code: 'complaint-subject-missing' })
  const { publicId } = await becomeParticipant(jonas.id, (work) => raise(work, { kind: 'file', subject: 'worker', words: 'All of it.' }))
  expect(await becomeParticipant(jonas.id, (work) => findComplaint(work, publicId))).toMatchObject({ kind: 'file', subject: 'file' })
})

test('it is read by the rights officer and the data-protection officer, and by nobody who works with Jonas', async () => {
  const { publicId } = await raisedByJonas()
  for (const officer of ['Rune', 'Dana'] as const) expect((await inOversight(officer, (work) => findComplaint(work, publicId))).words, officer).toBe(said.words)
  for (const other of ['Kai', 'Amira', 'Mia', 'Lena', 'Petra'] as const) await expect(become(other, (work) => findComplaint(work, publicId)), other).rejects.toMatchObject({ code: 'not-found' })
  await expect(inOversight('Ines', (work) => findComplaint(work, publicId))).rejects.toMatchObject({ code: 'not-found' })
  const other = await aParticipant()
  await expect(becomeParticipant(other.id, (work) => findComplaint(work, publicId))).rejects.toMatchObject({ code: 'not-found' })
})

test('it is written down by the rights officer for somebody who tells them, from the day it was told', async () => {
  const jonas = await aParticipant({ number: 'FV-77001' })
  const { publicId, answerBy } = await rune((work) => writeDown(work, { ...said, number: ' FV-77001 ', toldOn: day('2026-11-20') }))
  expect(answerBy).toBe('2026-12-20')
  expect(await becomeParticipant(jonas.id, (work) => findComplaint(work, publicId))).toMatchObject({ way: 'told', words: said.words })
  await expect(rune((work) => writeDown(work, { ...said, number: 'FV-7700', toldOn: day('2026-11-20') }))).rejects.toMatchObject({ code: 'complaint-person-unknown' })
  await expect(rune((work) => writeDown(work, { ...said, number: 'FV-77001', toldOn: day('2026-11-24') }))).rejects.toMatchObject({ code: 'complaint-told-ahead' })
  await expect(rune((work) => writeDown(work, { ...said, number: 'FV-77001', toldOn: day('2026-06-01') }))).rejects.toMatchObject({ code: 'complaint-told-long-ago' })
})

test('it is not written down by the data-protection officer, nor by Mia, for whom numbers find nobody', async () => {
  await aParticipant({ number: 'FV-77002' })
  for (const other of ['Dana', 'Mia'] as const) await expect(become(other, (work) => writeDown(work, { ...said, number: 'FV-77002', toldOn: day('2026-11-20') })), other).rejects.toMatchObject({ code: 'not-found' })
})

test('it is answered once by the rights officer, in words that the person reads', async () => {
  const { jonas, publicId: complaintId } = await raisedByJonas()
  await rune((work) => answerComplaint(work, { complaintId, outcome: 'agreed', words: 'It was our mistake.' }))
  expect((await becomeParticipant(jonas.id, (work) => findComplaint(work, complaintId))).answer).toMatchObject({ outcome: 'agreed', words: 'It was our mistake.', on: '2026-11-23' })
  await expect(rune((work) => answerComplaint(work, { complaintId, outcome: 'not-agreed', words: 'No.' }))).rejects.toMatchObject({ code: 'complaint-answered' })
  expect((await rune((work) => closedComplaints(work, 500))).some(({ publicId }) => publicId === complaintId)).toBe(true)
})

test('it is answered by no data-protection officer, whom access.yaml lets read alone, and by no word that does not fit', async () => {
  const { publicId: complaintId } = await raisedByJonas()
  await expect(inOversight('Dana', (work) => answerComplaint(work, { complaintId, outcome: 'agreed', words: 'Yes.' }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(rune((work) => answerComplaint(work, { complaintId, outcome: 'given', words: 'Here.' }))).rejects.toMatchObject({ code: 'complaint-outcome-other-kind' })
})

test('it is taken back by the person without a reason, and then answered by nobody', async () => {
  const { jonas, publicId: complaintId } = await raisedByJonas()
  await becomeParticipant(jonas.id, (work) => takeBack(work, { complaintId }))
  await expect(rune((work) => answerComplaint(work, { complaintId, outcome: 'agreed', words: 'Yes.' }))).rejects.toMatchObject({ code: 'complaint-taken-back' })
  await expect(becomeParticipant(jonas.id, (work) => takeBack(work, { complaintId }))).rejects.toMatchObject({ code: 'complaint-taken-back' })
})

test('it goes to one coordinator by name until a day, and to no other complaint of the same person', async () => {
  const { jonas, publicId: complaintId } = await raisedByJonas()
  const another = await becomeParticipant(jonas.id, (work) => raise(work, { ...said, words: 'And another thing.' }))
  const [kai] = await rune((work) => coordinatorsFor(work, complaintId))
  expect(kai?.name).toBe('Kai Nyberg')
  await rune((work) => forwardComplaint(work, { complaintId, to: kai!.public_id, why: 'He plans the rooms.', until: day('2026-11-30') }))
  expect((await become('Kai', openComplaints)).map(({ publicId }) => publicId)).toEqual([complaintId])
  const due = await become('Kai', complaintsDue)
  expect(due).toMatchObject([{ says: 'Complaint forwarded to you', on: '2026-12-23' }])
  expect(JSON.stringify(due)).not.toContain('He plans the rooms.')
  await expect(become('Kai', (work) => findComplaint(work, another.publicId))).rejects.toMatchObject({ code: 'not-found' })
  for (const other of ['Mia', 'Amira'] as const) expect(await become(other, openComplaints), other).toEqual([])
  expect((await becomeParticipant(jonas.id, (work) => findComplaint(work, complaintId))).forwarded).toMatchObject({ to: 'Kai Nyberg', why: 'He plans the rooms.' })
  await expect(rune((work) => forwardComplaint(work, { complaintId, to: kai!.public_id, why: 'Again.', until: day('2026-11-30') }))).rejects.toMatchObject({ code: 'complaint-forwarded-before' })
})

test('it is closed to the coordinator after that day, and answered by them at no time', async () => {
  const { publicId: complaintId } = await raisedByJonas()
  const [kai] = await rune((work) => coordinatorsFor(work, complaintId))
  await rune((work) => forwardComplaint(work, { complaintId, to: kai!.public_id, why: 'He plans the rooms.', until: day('2026-11-24') }))
  await expect(become('Kai', (work) => answerComplaint(work, { complaintId, outcome: 'agreed', words: 'Yes.' }))).rejects.toMatchObject({ code: 'not-found' })
  const house = await testHouse()
  house.clock.now = instant('2026-11-25T09:00:00Z')
  await expect(become('Kai', (work) => findComplaint(work, complaintId))).rejects.toMatchObject({ code: 'not-found' })
  house.clock.now = instant('2026-11-23T09:00:00Z')
})

test('it goes to nobody who is not a coordinator where the person is', async () => {
  const { publicId: complaintId } = await raisedByJonas()
  const superuser = await connectedAs('superuser')
  const { rows: [mia] } = await superuser.query<{ public_id: string }>('select public_id from colleagues where id = $1', [await colleagueId('Mia')])
  await superuser.end()
  await expect(rune((work) => forwardComplaint(work, { complaintId, to: mia!.public_id, why: 'She knows him.', until: day('2026-11-30') }))).rejects.toMatchObject({ code: 'complaint-nobody-to-forward-to' })
})

test('it stands on the officers\' day by the day that was promised, the late one first, with the reason', async () => {
  const { number } = await raisedByJonas()
  const late = await rune((work) => writeDown(work, { ...said, number: 'FV-77001', toldOn: day('2026-10-01') }))
  const due = await rune(complaintsDue)
  expect(due[0]?.on).toBe(late.answerBy)
  expect(due.find(({ because }) => because.includes(number))?.because).toBe(`${number}: an answer was promised by this day`)
  expect((await inOversight('Dana', complaintsDue)).length).toBe(due.length)
  expect(await become('Mia', complaintsDue)).toEqual([])
})

test('it keeps the day it promised when the administrator sets another number of days', async () => {
  const { jonas, publicId } = await raisedByJonas()
  await become('Ravi', (work) => setAnswerDays(work, { kind: 'complaint', days: 14, source: 'Prison Act, section 9' }))
  expect((await becomeParticipant(jonas.id, (work) => findComplaint(work, publicId))).answerBy).toBe('2026-12-23')
  expect((await becomeParticipant(jonas.id, (work) => raise(work, said))).answerBy).toBe('2026-12-07')
})
