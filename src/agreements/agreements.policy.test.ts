import { expect, test } from 'vitest'
import { anAgreement } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, becomeParticipant, colleagueId, type Doing } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { endAssignment, teamOf } from '../access/index.ts'
import type { Work } from '../platform/work.ts'
import { agreementCounts } from './agreements.queries.ts'

const tables = ['agreements', 'agreement_versions', 'agreement_clauses', 'agreement_parties', 'agreement_signatures'] as const

test('it is read by the coordinator, facilitator, mentor, case manager and guardian of the team', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena', 'Gro', 'Noor', 'Hedda', 'Bea'] })
  await anAgreement({ jonas })
  for (const reader of ['Kai', 'Amira', 'Mia', 'Lena', 'Gro'] as const) expect(await seenBy(reader, jonas.id), reader).toEqual(tables)
  for (const other of ['Noor', 'Hedda', 'Bea'] as const) expect(await seenBy(other, jonas.id), other).toEqual([])
})

test('it is read by nobody who does not work with Jonas, whatever they are appointed to', async () => {
  const { jonas } = await anAgreement({ jonas: await aParticipant({ team: ['Mia'] }) })
  for (const stranger of ['Amira', 'Lena', 'Cleo', 'Petra', 'Viktor', 'Olga', 'Dana', 'Ines', 'Ravi'] as const) expect(await seenBy(stranger, jonas.id), stranger).toEqual([])
})

test('it closes to Mia at the moment when her assignment ends', async () => {
  const { jonas } = await anAgreement()
  expect(await seenBy('Mia', jonas.id)).toEqual(tables)
  await become('Kai', async (work) => {
    const mia = (await teamOf(work, jonas.id)).find(({ name }) => name === 'Mia Juhl')!
    await endAssignment(work, mia.public_id)
  })
  expect(await seenBy('Mia', jonas.id)).toEqual([])
})

test('it opens to a circle volunteer when Jonas agrees, and closes when he withdraws', async () => {
  const { jonas } = await anAgreement({ jonas: await aParticipant({ team: ['Kai', 'Mia', 'Bea'] }) })
  const readings = (change: string) => asSuperuser().then((client) => client.query(change, [jonas.id]))
  await readings(`insert into agreed_readings (id, public_id, participant_id, record, role, from_at, recorded_by)
    select $1::int, 'reading', $1::int, 'agreement', 'circle_volunteer', '2026-11-22T09:00:00Z', min(id) from colleagues`)
  expect(await seenBy('Bea', jonas.id)).toEqual(tables)
  await readings(`update agreed_readings set withdrawn_at = '2026-11-23T08:00:00Z' where participant_id = $1`)
  expect(await seenBy('Bea', jonas.id)).toEqual([])
})

test('it is Jonas\'s own, and no other participant\'s', async () => {
  const { jonas } = await anAgreement()
  const other = await aParticipant()
  expect(await becomeParticipant(jonas.id, (work) => seen(work, jonas.id))).toEqual(tables)
  expect(await becomeParticipant(other.id, (work) => seen(work, jonas.id))).toEqual([])
})

test('it is not reached from a door about somebody else, even by who may read both', async () => {
  const { jonas } = await anAgreement()
  const other = await aParticipant()
  expect(await become('Mia', (work) => seen(work, jonas.id), { about: other.publicId })).toEqual([])
})

test('it is signed in SQL by nobody in the name of another', async () => {
  const { jonas } = await anAgreement({ signed: false })
  const [mias, own] = await become('Mia', (work) => parties(work, jonas.id))
  await expect(become('Amira', (work) => sign(work, jonas.id, mias!))).rejects.toThrow('row-level security')
  await expect(become('Mia', (work) => sign(work, jonas.id, own!))).rejects.toThrow('row-level security')
  await expect(becomeParticipant(jonas.id, (work) => sign(work, jonas.id, mias!))).rejects.toThrow('row-level security')
  await become('Mia', (work) => sign(work, jonas.id, mias!))
  await becomeParticipant(jonas.id, (work) => sign(work, jonas.id, own!))
})

test('it is recorded on paper in SQL by a party alone, and only what Jonas answered', async () => {
  const { jonas } = await anAgreement({ signed: false })
  const [mias, own] = await become('Mia', (work) => parties(work, jonas.id))
  await expect(become('Kai', (work) => sign(work, jonas.id, own!, 'on-paper'))).rejects.toThrow('row-level security')
  await expect(become('Mia', (work) => sign(work, jonas.id, mias!, 'on-paper'))).rejects.toThrow('row-level security')
  await become('Mia', (work) => sign(work, jonas.id, own!, 'on-paper'))
})

test('it cannot be hung on another person by forged ids', async () => {
  const { jonas } = await anAgreement({ signed: false })
  const other = await aParticipant()
  const [mias] = await become('Mia', (work) => parties(work, jonas.id))
  await expect(become('Mia', (work) => sign(work, other.id, mias!))).rejects.toThrow(/agreement_signatures_of_a_party|row-level security/)
  const agreement = await become('Mia', (work) => work.db.selectFrom('agreements').select('id').where('participant_id', '=', jonas.id).executeTakeFirstOrThrow())
  await expect(become('Mia', async (work) => work.db.insertInto('agreement_versions').values({
    id: await work.newId(), agreement_id: agreement.id, participant_id: other.id, number: 9, proposed_on: work.today, proposed_at: work.now, proposed_by: work.actor.id, revision: 9 }).execute()))
    .rejects.toThrow('agreement_versions_of_an_agreement')
})

test('it is never rewritten: what was said can be neither changed nor deleted', async () => {
  const { jonas } = await anAgreement()
  const attempts: ((work: Work) => Promise<unknown>)[] = [
    (work) => work.db.updateTable('agreement_clauses').set({ text: 'Other words' }).where('participant_id', '=', jonas.id).execute(),
    (work) => work.db.updateTable('agreement_signatures').set({ answer: 'refused' }).where('participant_id', '=', jonas.id).execute(),
    (work) => work.db.updateTable('agreements').set({ purpose: 'circle' }).where('participant_id', '=', jonas.id).execute(),
    (work) => work.db.deleteFrom('agreement_signatures').where('participant_id', '=', jonas.id).execute()]
  for (const attempt of attempts) await expect(become('Mia', attempt)).rejects.toThrow('permission denied')
})

test('it is changed by Mia and by nobody who may only read', async () => {
  const { jonas } = await anAgreement()
  const count = (first: First) => become(first, (work) => work.db.updateTable('agreements').set({ revision: 2 }).where('participant_id', '=', jonas.id).executeTakeFirst())
  expect((await count('Lena')).numUpdatedRows).toBe(0n)
  expect((await count('Mia')).numUpdatedRows).toBe(1n)
})

test('it is counted for Olga, a number below five untold, and for nobody else', async () => {
  const open = async () => (await become('Olga', agreementCounts)).find(({ what }) => what === 'open')?.howMany
  const before = await (await asSuperuser()).query<{ many: number }>('select count(*)::int as many from agreements where ended_on is null')
  const missing = Math.max(0, 5 - before.rows[0]!.many)
  for (let more = 0; more < missing; more += 1) await anAgreement({ signed: false })
  expect(await open()).toBe(before.rows[0]!.many + missing)
  expect((await become('Olga', agreementCounts)).find(({ what }) => what === 'ended')?.howMany).toBeNull()
  await expect(become('Kai', agreementCounts)).rejects.toThrow('permission denied')
})

/** Which tables show this reader a row about this person. */
async function seen(work: Work, participantId: number): Promise<string[]> {
  const found: string[] = []
  for (const table of tables) {
    if (await work.db.selectFrom(table).select('participant_id').where('participant_id', '=', participantId).executeTakeFirst()) found.push(table)
  }
  return found
}

/** A shape without any grant on these tables meets "permission denied", which is as good as nothing. */
async function seenBy(first: First, participantId: number, doing: Doing = {}): Promise<string[]> {
  return become(first, (work) => seen(work, participantId), doing).catch((fault: Error) => {
    if (fault.message.includes('permission denied')) return []
    throw fault
  })
}

/** The parties of Jonas's version: Mia's place, then his own. */
async function parties(work: Work, participantId: number): Promise<number[]> {
  const rows = await work.db.selectFrom('agreement_parties').select(['id', 'colleague_id', 'participant_id']).where('participant_id', '=', participantId).execute()
  const mia = await colleagueId('Mia')
  return [rows.find((row) => row.colleague_id === mia)!.id, rows.find((row) => row.colleague_id === null)!.id]
}

/** A signature as raw SQL, by whoever acts, for any party. */
function sign(work: Work, participantId: number, partyId: number, way: 'own-account' | 'on-paper' = 'own-account') {
  return work.db.insertInto('agreement_signatures').values({
    party_id: partyId, participant_id: participantId, answer: 'signed', answered_on: work.today, way, seen_by: way === 'on-paper' ? 'Amira' : '',
    recorded_by_kind: work.actor.kind, recorded_by: work.actor.id, recorded_at: work.now }).execute()
}
