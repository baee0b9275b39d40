import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, becomeParticipant, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { assign, endAssignment, teamOf } from '../../access/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { keepNote } from '../mending.verbs.ts'
import { sessionsDue } from '../sessions.glance.tsx'
import { lastSessions, notesOf } from '../sessions.queries.ts'
import { recordSession } from '../sessions.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Planned, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const due = async (first: First, person: Planned) => (await by(first, person, sessionsDue)).map(({ says, because }) => `${says}: ${because}`)
const notes = async (work: Work, { id }: Planned) => (await notesOf(work, (await lastSessions(work, id, 1))[0]!.id)).map(({ note }) => note)
const leftSaid = 'A note was left unsigned: Mia Juhl works with them no more and left a draft about 23 November 2026, which nobody reads; named again for a day, they can sign it'

/** Mia recorded a meeting this morning, and left her note as a draft. */
async function aDraftOf(first: 'Mia' | 'Amira' = 'Mia'): Promise<Planned & { session: string }> {
  const person = await aPlan()
  const session = await by(first, person, (work) => recordSession(work, { state: 'held', on: day('2026-11-23'), time: '08:00', minutes: 45, place: '', done: 'A talk.', note: 'Half a thought', isDraft: true }))
  return { ...person, session }
}

const leaves = (person: Planned, first: First = 'Mia') => by('Kai', person, async (work) => {
  const id = await colleagueId(first)
  await endAssignment(work, (await teamOf(work, person.id)).find((one) => one.colleague_id === id)!.public_id)
})

test('it says at a draft, two weeks before the last day with the person, that nobody can sign it after that: by the end of the assignment or of the time here', async () => {
  const [ends, stays, gone] = [await aDraftOf(), await aDraftOf(), await aDraftOf('Amira')]
  const [mia, amira] = [await colleagueId('Mia'), await colleagueId('Amira')]
  await (await asSuperuser()).query(`update assignments set until_at = '2026-12-10T16:00:00Z' where participant_id = $1 and colleague_id = $2`, [ends.id, mia])
  expect((await due('Mia', ends))[0]).toBe('Sign your note: a draft that only you read')
  await at('2026-11-26T09:00:00Z')
  expect((await due('Mia', ends))[0]).toBe('Sign your note: you work with this person until 10 December 2026; after that nobody can sign it')
  expect((await due('Mia', stays))[0]).toBe('Sign your note: a draft that only you read')
  try {
    await (await asSuperuser()).query(`update colleagues set left_on = '2026-12-01' where id = $1`, [amira])
    expect((await due('Amira', gone))[0]).toContain('until 30 November 2026')
  } finally {
    await (await asSuperuser()).query('update colleagues set left_on = null where id = $1', [amira])
  }
})

test('it tells the coordinator, and nobody else, that a draft was left, by whom and of which meeting, and not what it says; for four weeks', async () => {
  const person = await aDraftOf()
  expect(await due('Kai', person)).toEqual([])
  await at('2026-11-24T09:00:00Z')
  await leaves(person)
  expect(await due('Kai', person)).toEqual([leftSaid])
  for (const first of ['Mia', 'Amira', 'Lena', 'Noor'] as const) expect(await due(first, person), first).not.toContain(leftSaid)
  for (const first of ['Kai', 'Amira', 'Noor'] as const) expect(await by(first, person, (work) => notes(work, person)), first).toEqual([])
  expect((await (await visit('Kai')).get('/')).text).toContain('A note was left unsigned')
  await at('2026-12-23T09:00:00Z')
  expect(await due('Kai', person)).toEqual([])
})

test('it is signed by its writer alone, named again; then it is gone from the day of the coordinator', async () => {
  const person = await aDraftOf()
  await at('2026-11-24T09:00:00Z')
  await leaves(person)
  await expect(by('Mia', person, (work) => keepNote(work, person.session, { note: 'A whole thought', isDraft: false }))).rejects.toThrow('not-found')
  await at('2026-11-25T09:00:00Z')
  await by('Kai', person, async (work) => assign(work, { colleagueId: await colleagueId('Mia'), participantId: person.id, role: 'mentor' }))
  expect(await due('Kai', person)).toEqual([])
  await by('Mia', person, (work) => keepNote(work, person.session, { note: 'A whole thought', isDraft: false }))
  await leaves(person)
  await at('2026-11-26T09:00:00Z')
  expect(await due('Kai', person)).toEqual([])
})

test('it is read through a request only once nobody can sign it, beside one that somebody still writes; the person and the team read neither', async () => {
  const person = await aDraftOf()
  await put('facilitator_notes', { id: await freshId(), public_id: newPublicId(), participant_id: person.id, author_id: await colleagueId('Amira'), note: 'Still writing', written_at: testMoment, signed_at: null, adds_to: null,
    session_id: (await (await asSuperuser()).query<{ id: number }>('select id from sessions where public_id = $1', [person.session])).rows[0]!.id })
  await put('opened_requests', { id: await freshId(), public_id: newPublicId(), colleague_id: await colleagueId('Rune'), participant_id: person.id, role: 'rights_officer', purpose: 'Access asked for', from_at: testMoment, until_at: '2026-12-30T09:00:00Z', opened_by: await colleagueId('Rune') })
  expect(await by('Rune', person, (work) => notes(work, person))).toEqual([])
  await at('2026-11-24T09:00:00Z')
  await leaves(person)
  await at('2026-11-24T09:00:01Z')
  expect(await by('Rune', person, (work) => notes(work, person))).toEqual(['Half a thought'])
  expect(await becomeParticipant(person.id, (work) => notes(work, person))).toEqual([])
  expect(await by('Amira', person, (work) => notes(work, person))).toEqual(['Still writing'])
  expect(await by('Dana', person, async (work) => (await work.db.selectFrom('mentor_notes').select(['participant_id', 'note']).where('participant_id', '=', person.id).execute()).length)).toBe(0)
})
