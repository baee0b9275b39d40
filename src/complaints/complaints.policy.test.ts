import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId } from '../../database/testing/index.ts'
import type { Work } from '../platform/work.ts'
import { personWithNumber } from './complaints.queries.ts'
import { raise } from './complaints.verbs.ts'

const said = { kind: 'complaint', subject: 'worker', words: 'Nobody came on Tuesday.' } as const
const closed = 'row-level security'

async function raised(number?: string) {
  const jonas = await aParticipant(number === undefined ? {} : { number })
  const { publicId } = await becomeParticipant(jonas.id, (work) => raise(work, said))
  return { jonas, publicId }
}

async function idOf(work: Work, publicId: string): Promise<number> {
  return (await work.db.selectFrom('complaints').select(['id', 'participant_id']).where('public_id', '=', publicId).executeTakeFirstOrThrow()).id
}

test('it is answered in SQL by nobody in the name of another, and not by Dana at all', async () => {
  const { jonas, publicId } = await raised()
  const answer = async (work: Work, by: number) => work.db.insertInto('complaint_answers').values({
    complaint_id: await idOf(work, publicId), participant_id: jonas.id, outcome: 'agreed', words: 'Yes.', answered_on: work.today, answered_at: work.now, answered_by: by }).execute()
  const dana = await colleagueId('Dana')
  await expect(become('Rune', (work) => answer(work, dana))).rejects.toThrow(closed)
  await expect(become('Dana', (work) => answer(work, dana))).rejects.toThrow(closed)
  await expect(become('Rune', (work) => answer(work, work.actor.id))).resolves.toBeDefined()
})

test('it is rewritten by nobody: neither the words nor the day that was promised', async () => {
  const { jonas, publicId } = await raised()
  for (const change of [{ words: 'All is well.' }, { answer_by: '2027-12-01' as never }]) {
    await expect(become('Rune', (work) => work.db.updateTable('complaints').set(change).where('public_id', '=', publicId).execute())).rejects.toThrow('permission denied')
    await expect(becomeParticipant(jonas.id, (work) => work.db.updateTable('complaints').set(change).where('public_id', '=', publicId).execute())).rejects.toThrow('permission denied')
  }
})

test('it is forwarded by Rune alone: not by the person with the first word, not by Dana afterwards', async () => {
  const { jonas, publicId } = await raised()
  const kai = await colleagueId('Kai')
  const row = { participant_id: jonas.id, number: 'ZZZZ-0001', kind: 'complaint', subject: 'worker', words: 'x', raised_on: '2026-11-23' as never, raised_at: '2026-11-23T09:00:00Z' as never, answer_by: '2026-12-23' as never, way: 'own-page', recorded_by_kind: 'participant' }
  await expect(becomeParticipant(jonas.id, async (work) => work.db.insertInto('complaints').values({ ...row, id: await work.newId(), public_id: work.newPublicId(), recorded_by: jonas.id, forwarded_to: kai, forwarded_at: work.now, forwarded_why: 'x' }).execute())).rejects.toThrow(closed)
  const forwarded = await become('Dana', (work) => work.db.updateTable('complaints').set({ forwarded_to: kai, forwarded_at: work.now, forwarded_why: 'x' }).where('public_id', '=', publicId).executeTakeFirst())
  expect(forwarded.numUpdatedRows).toBe(0n)
})

test('it opens no other record by a reading that Rune makes', async () => {
  const { jonas } = await raised()
  const kai = await colleagueId('Kai')
  const open = (record: string, role: string) => become('Rune', async (work) => work.db.insertInto('named_readings').values({
    id: await work.newId(), public_id: work.newPublicId(), reader_id: kai, participant_id: jonas.id, record, role, reason: 'x', from_at: work.now, until_at: '2026-12-01T09:00:00Z' as never, made_by: work.actor.id }).execute())
  await expect(open('session_content', 'observer')).rejects.toThrow(closed)
  await expect(open('complaint', 'mentor')).rejects.toThrow(closed)
  await expect(open('complaint', 'coordinator')).resolves.toBeDefined()
})

test('it finds a person by their whole number for Rune, and for nobody else', async () => {
  const { jonas } = await raised('FV-99001')
  expect(await become('Rune', (work) => personWithNumber(work, 'FV-99001'))).toBe(jonas.id)
  for (const part of ['FV-9900', 'FV-%', 'fv-99001', '']) expect(await become('Rune', (work) => personWithNumber(work, part)), part).toBeUndefined()
  for (const other of ['Dana', 'Ines'] as const) expect(await become(other, (work) => personWithNumber(work, 'FV-99001')), other).toBeUndefined()
  await expect(become('Mia', (work) => personWithNumber(work, 'FV-99001'))).rejects.toThrow('permission denied')
})

test('it tells the team not even that there is one', async () => {
  const { jonas } = await raised()
  for (const other of ['Kai', 'Amira', 'Mia', 'Lena'] as const) {
    const { rows } = await become(other, (work) => sql<{ n: number }>`select count(*)::int as n from complaints where participant_id = ${jonas.id}`.execute(work.db))
    expect(rows[0]?.n, other).toBe(0)
  }
})
