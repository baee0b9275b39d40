import { beforeAll, expect, test } from 'vitest'
import { act, become, becomeParticipant, instant, testHouse, testMoment } from '../../database/testing/index.ts'
import { anErasure } from '../../database/testing/an-erasure.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { alsoFacilitators, aSessionToCode, offerCoding, type SessionToCode } from '../../database/testing/a-coded-session.ts'
import type { First } from '../../database/seeds/cast.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { erasesOfSessions, recordSession, strikeSession } from '../sessions/index.ts'
import type { Answer } from './coding.ts'
import { consensusOf, sessionsToCode } from './coding.queries.ts'
import { confirmConsensus, erasesOfCodes, lockCodes, proposeConsensus, whatIsAsked } from './coding.verbs.ts'

beforeAll(offerCoding)
beforeAll(() => alsoFacilitators('Ulla', 'Hedda'))

const asked = ['social-relations', 'coping', 'identity', 'action-orientation']
const all = (code: Answer) => asked.map((domain) => ({ domain, code }))
const codes = (first: First, { session, about }: SessionToCode, code: Answer) => become(first, (work) => lockCodes(work, session, { codes: all(code) }), { ...about, does: 'collect' })
// Asked of the table itself: a mentor does not even see that a colleague met the person.
const seenBy = (first: First, { id, about }: SessionToCode) => become(first, async (work) =>
  (await work.db.selectFrom('codings').select(['codes', 'participant_id']).where('participant_id', '=', id).orderBy('place').execute()).map(({ codes: found }) => found[0]), about)

test('it asks nothing about belief under a programme that leaves belief alone, and takes no such code', async () => {
  const one = await aSessionToCode({ programme: 'entre' })
  expect((await become('Amira', (work) => whatIsAsked(work, one.session), one.about)).domains.map(({ id }) => id)).toEqual(asked)
  await expect(become('Amira', (work) => lockCodes(work, one.session, { codes: [...all('some'), { domain: 'ideology', code: 'some' }] }), one.about)).rejects.toMatchObject({ code: 'coding-other-domains' })
})

test('it keeps each blind until both have locked theirs, from the other and from everybody', async () => {
  const one = await aSessionToCode()
  await codes('Amira', one, 'clear')
  expect(await seenBy('Amira', one)).toEqual([2])
  for (const first of ['Ulla', 'Noor', 'Mia'] as const) expect(await seenBy(first, one), first).toEqual([])
  expect(await becomeParticipant(one.id, (work) => work.db.selectFrom('codings').select(['id', 'participant_id']).execute(), one.about)).toEqual([])
  await codes('Ulla', one, 'absent')
  for (const first of ['Amira', 'Ulla', 'Noor'] as const) expect(await seenBy(first, one), first).toEqual([2, 0])
  expect(await becomeParticipant(one.id, (work) => work.db.selectFrom('codings').select(['id', 'participant_id']).execute(), one.about)).toHaveLength(2)
  expect(await seenBy('Mia', one)).toEqual([])
})

test('it keeps a third coder out, and one who has coded already', async () => {
  const one = await aSessionToCode({ coders: ['Ulla', 'Hedda'] })
  await codes('Amira', one, 'some')
  await expect(codes('Amira', one, 'clear')).rejects.toMatchObject({ code: 'coding-two-already' })
  await codes('Ulla', one, 'some')
  await expect(codes('Hedda', one, 'some')).rejects.toMatchObject({ code: 'coding-two-already' })
})

test('it takes two at the same moment, and one of three', async () => {
  const one = await aSessionToCode({ coders: ['Ulla', 'Hedda'] })
  const done = await Promise.allSettled((['Amira', 'Ulla', 'Hedda'] as const).map((first) => codes(first, one, 'some')))
  const refused = done.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(1)
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'coding-two-already' } })
})

test('it is for facilitators of the person: not for the mentor, the assessor or a facilitator of others', async () => {
  const one = await aSessionToCode()
  for (const first of ['Noor', 'Lena'] as const) await expect(codes(first, one, 'some'), first).rejects.toMatchObject({ code: 'coding-not-yours' })
  for (const first of ['Mia', 'Hedda'] as const) await expect(codes(first, one, 'some'), first).rejects.toMatchObject({ code: 'not-found' })
})

test('it codes nobody who said no to research', async () => {
  const one = await aSessionToCode()
  await become('Kai', (work) => recordConsent(work, one.id, { purpose: 'research', answer: 'no', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-23') }), { ...one.about, does: 'collect' })
  await expect(codes('Amira', one, 'some')).rejects.toMatchObject({ code: 'coding-said-no' })
})

test('it agrees on codes with a reason: one proposes, the other confirms, and what each read stands', async () => {
  const one = await aSessionToCode()
  const propose = (first: First) => become(first, (work) => proposeConsensus(work, one.session, { codes: all('some'), reason: 'The letter decides it.' }), { ...one.about, does: 'collect' })
  await codes('Amira', one, 'clear')
  await expect(propose('Amira')).rejects.toMatchObject({ code: 'coding-not-both' })
  await codes('Ulla', one, 'absent')
  await propose('Amira')
  const proposal = await become('Ulla', (work) => consensusOf(work, one.id).then(() => work.db.selectFrom('code_consensus').select(['public_id', 'participant_id']).executeTakeFirstOrThrow()), one.about)
  const confirm = (first: First) => become(first, (work) => confirmConsensus(work, one.session, proposal.public_id), { ...one.about, does: 'alter' })
  await expect(confirm('Amira')).rejects.toMatchObject({ code: 'coding-agreed-already' })
  await expect(confirm('Noor')).rejects.toMatchObject({ code: 'coding-not-both' })
  await confirm('Ulla')
  await expect(confirm('Ulla')).rejects.toMatchObject({ code: 'coding-agreed-already' })
  await expect(propose('Ulla')).rejects.toMatchObject({ code: 'coding-agreed-already' })
  expect(await seenBy('Noor', one)).toEqual([2, 0])
})

test('it confirms what is proposed now, not what was proposed before: an old window finds out', async () => {
  const one = await aSessionToCode()
  await codes('Amira', one, 'clear')
  await codes('Ulla', one, 'absent')
  const propose = (code: Answer) => become('Amira', (work) => proposeConsensus(work, one.session, { codes: all(code), reason: `It is ${code}.` }), { ...one.about, does: 'collect' })
  const shown = () => become('Ulla', (work) => work.db.selectFrom('code_consensus').select(['public_id', 'participant_id', 'id']).where('participant_id', '=', one.id).orderBy('id', 'desc').executeTakeFirstOrThrow(), one.about)
  await propose('clear')
  const before = await shown()
  await propose('some')
  const confirm = (id: string) => become('Ulla', (work) => confirmConsensus(work, one.session, id), { ...one.about, does: 'alter' })
  await expect(confirm(before.public_id)).rejects.toMatchObject({ code: 'coding-proposed-otherwise' })
  await confirm((await shown()).public_id)
})

test('it tells the second coder that a note waits, and nothing of what the first one read', async () => {
  const one = await aSessionToCode()
  await codes('Amira', one, 'clear')
  const [row] = await become('Ulla', (work) => sessionsToCode(work), one.about)
  expect(row).toMatchObject({ session: one.session, coders: 1, is_mine: false, is_agreed: false })
  expect(Object.keys(row!)).not.toContain('codes')
})

test('it hides the codes of a session that was struck', async () => {
  const one = await aSessionToCode()
  await codes('Amira', one, 'clear')
  await codes('Ulla', one, 'absent')
  await become('Amira', (work) => strikeSession(work, one.session, { reason: 'It was about somebody else.' }), { ...one.about, does: 'alter' })
  expect(await become('Ulla', (work) => work.db.selectFrom('codings').select(['id', 'participant_id']).where('participant_id', '=', one.id).execute(), one.about)).toEqual([])
})

test('it erases codes with the note that they were read in, also those read after the answer, and keeps those of a note that was written after it', async () => {
  const one = await aSessionToCode()
  const { clock } = await testHouse()
  await codes('Amira', one, 'clear')
  await anErasure(one.id, { answeredAt: testMoment, items: ['notes'] })
  clock.now = instant('2026-11-24T09:00:00Z')
  await codes('Ulla', one, 'some')
  const later = await become('Amira', (work) => recordSession(work, { on: day('2026-11-24'), time: '08:00', minutes: 60, place: 'room B2', state: 'held', done: 'A visit.', note: 'Written after the answer.' }), { ...one.about, does: 'collect' })
  const after = { ...one, session: later }
  for (const first of ['Amira', 'Ulla'] as const) await codes(first, after, 'absent')
  expect(await seenBy('Amira', one)).toHaveLength(4)
  await (await asSuperuser()).query(`update plans set state = 'ended', ended_on = '2026-11-24', ending = 'own wish' where participant_id = $1`, [one.id])
  await act(caretaker(), async (work) => { for (const [item, erase] of [...erasesOfSessions, ...erasesOfCodes]) if (item === 'notes') await erase(work, one.id, testMoment) }, { does: 'erase' })
  expect(await seenBy('Amira', one)).toEqual([0, 0])
  clock.now = testMoment
})
