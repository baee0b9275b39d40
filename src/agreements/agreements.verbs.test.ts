import { beforeEach, expect, test } from 'vitest'
import { anAgreement, answers, clauses, colleaguePublicId, theAgreement } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, becomeParticipant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { day, instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { correctAgreement, endAgreement, proposeAgreement, recordAnswerOnPaper, refuseToSign, reviewAgreement, signAgreement } from './agreements.verbs.ts'
import { inForce, reviewDueOn, standing, stateOf, waiting } from './agreement.ts'
import { textsOf } from './difference.ts'

beforeEach(async () => {
  (await testHouse()).clock.now = testMoment
})

test('it is proposed by Mia and holds when Jonas and she have signed', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  expect(stateOf(await theAgreement(jonas, id))).toBe('proposed')
  await become('Mia', (work) => signAgreement(work, { agreementId: id, version: 1 }), { about: jonas.publicId })
  await becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: id, version: 1, ownWords: 'I want this.' }))
  const agreement = await theAgreement(jonas, id)
  expect([stateOf(agreement), reviewDueOn(agreement)]).toEqual(['signed', '2027-02-23'])
  expect(inForce(agreement)?.parties[0]?.answer).toMatchObject({ answer: 'signed', way: 'own-account', ownWords: 'I want this.' })
})

test('it is refused by Jonas in his own words, and nothing follows from it', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  await becomeParticipant(jonas.id, (work) => refuseToSign(work, { agreementId: id, version: 1, ownWords: 'Not the flat.' }))
  const agreement = await theAgreement(jonas, id)
  expect(waiting(agreement)?.parties[0]?.answer).toMatchObject({ answer: 'refused', ownWords: 'Not the flat.' })
  expect(standing(agreement, day('2027-12-31'))).toBe('proposed')
})

test('it refuses a signature by somebody who is not named, and a second one', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  const sign = (first: 'Kai' | 'Mia') => become(first, (work) => signAgreement(work, { agreementId: id, version: 1 }), { about: jonas.publicId })
  await expect(sign('Kai')).rejects.toThrow('agreement-not-your-signature')
  await sign('Mia')
  await expect(sign('Mia')).rejects.toThrow('agreement-already-answered')
})

test('it takes one of two signatures that the same party gives at the same moment', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  const both = await Promise.allSettled([1, 2].map(() => becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: id, version: 1 }))))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('it holds when the last two sign at the same moment', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  await Promise.all([
    becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: id, version: 1 })),
    become('Mia', (work) => signAgreement(work, { agreementId: id, version: 1 }), { about: jonas.publicId })])
  expect(stateOf(await theAgreement(jonas, id))).toBe('signed')
})

test('it records what Jonas signed on paper, by a party, and says who saw it', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  const paper = { agreementId: id, version: 1, answer: 'signed' as const, on: day('2026-11-23'), seenBy: 'Amira Haddad' }
  const record = (first: 'Kai' | 'Mia', on = paper.on) => become(first, (work) => recordAnswerOnPaper(work, { ...paper, on }), { about: jonas.publicId })
  await expect(record('Kai')).rejects.toThrow('agreement-only-a-party-records')
  await expect(record('Mia', day('2026-11-24'))).rejects.toThrow('agreement-day-ahead')
  await expect(record('Mia', day('2026-11-22'))).rejects.toThrow('agreement-answer-too-early')
  await record('Mia')
  expect(waiting(await theAgreement(jonas, id))?.parties[0]?.answer).toMatchObject({ way: 'on-paper', seenBy: 'Amira Haddad', recordedBy: 'Mia Juhl' })
})

test('it is one for each purpose, also when two propose at the same moment', async () => {
  const { jonas } = await anAgreement()
  const propose = (purpose: 'mentoring' | 'practical') => become('Mia', async (work) => proposeAgreement(work, { purpose, clauses, parties: [await colleaguePublicId(work, 'Mia')] }), { about: jonas.publicId })
  await expect(propose('mentoring')).rejects.toThrow('agreement-already-open')
  const both = await Promise.allSettled([propose('practical'), propose('practical')])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('it names nobody as party who does not work with Jonas, or reads along only', async () => {
  const jonas = await aParticipant({ team: ['Mia', 'Gro'] })
  const propose = (first: 'Amira' | 'Gro') => become('Mia', async (work) => proposeAgreement(work, { purpose: 'mentoring', clauses, parties: [await colleaguePublicId(work, first)] }), { about: jonas.publicId })
  await expect(propose('Amira')).rejects.toThrow('agreement-party-not-on-team')
  await expect(propose('Gro')).rejects.toThrow('agreement-party-not-on-team')
})

test('it takes the interval from the programme, and says so; without one it is the service\'s own', async () => {
  await offerProgrammes()
  const jonas = await aParticipant()
  const propose = (purpose: 'mentoring' | 'programme', programme?: string) => become('Mia', async (work) =>
    proposeAgreement(work, { purpose, clauses, parties: [await colleaguePublicId(work, 'Mia')], ...(programme && { programme }) }), { about: jonas.publicId })
  expect(await theAgreement(jonas, await propose('mentoring', 'back-on-track'))).toMatchObject({ programme: { id: 'back-on-track' }, reviewMonths: 3 })
  expect((await theAgreement(jonas, await propose('programme'))).programme).toBeUndefined()
})

test('it is corrected by a next version, and the first holds until all have signed', async () => {
  const { jonas, id } = await anAgreement()
  await become('Mia', (work) => correction(work, id, 1, 'Find a flat in town.'), { about: jonas.publicId })
  const before = await theAgreement(jonas, id)
  expect([inForce(before)?.number, waiting(before)?.number]).toEqual([1, 2])
  await answers(jonas, id, 2)
  const after = await theAgreement(jonas, id)
  expect([inForce(after)?.number, textsOf(inForce(after)), after.versions.length]).toEqual([2, ['Find a flat in town.'], 2])
})

test('it is not signed in words that were changed meanwhile', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  await become('Mia', (work) => correction(work, id, 1, 'Other words.'), { about: jonas.publicId })
  await expect(becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: id, version: 1 }))).rejects.toThrow('agreement-other-version')
})

test('it tells the second of two who save the same agreement', async () => {
  const { jonas, id } = await anAgreement()
  const save = (text: string) => become('Mia', (work) => correction(work, id, 1, text), { about: jonas.publicId })
  const both = await Promise.allSettled([save('One way.'), save('Another way.')])
  expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'agreement-changed-meanwhile' } }])
  expect((await theAgreement(jonas, id)).versions).toHaveLength(2)
})

test('it is reviewed clause by clause, and the next review is counted from then', async () => {
  const { jonas, id } = await anAgreement()
  const house = await testHouse()
  house.clock.now = instant('2027-02-20T09:00:00Z')
  await become('Mia', (work) => reviewAgreement(work, { ...aReview(id), next: 'goes-on' }), { about: jonas.publicId })
  const agreement = await theAgreement(jonas, id)
  expect(reviewDueOn(agreement)).toBe('2027-05-20')
  expect(agreement.reviews[0]?.outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual([['carried-out', ''], ['not', 'No phone.']])
})

test('it goes on into a next version with the clauses that are carried', async () => {
  const { jonas, id } = await anAgreement()
  await become('Mia', (work) => reviewAgreement(work, { ...aReview(id), heldOn: day('2026-11-23'), next: 'new-version', added: [{ text: 'Start the class.' }] }), { about: jonas.publicId })
  expect(textsOf(waiting(await theAgreement(jonas, id)))).toEqual(['Call home every week.', 'Start the class.'])
})

test('it ends by a review with its word and reason, or not at all', async () => {
  const { jonas, id } = await anAgreement()
  const review = { ...aReview(id), heldOn: day('2026-11-23'), next: 'ends' as const }
  const ends = (words: { endWord?: 'completed', endReason?: string }) => become('Mia', (work) => reviewAgreement(work, { ...review, ...words }), { about: jonas.publicId })
  await expect(ends({})).rejects.toThrow('agreement-end-word-missing')
  expect((await theAgreement(jonas, id)).reviews).toEqual([])
  await ends({ endWord: 'completed', endReason: 'He lives outside now.' })
  expect(await theAgreement(jonas, id)).toMatchObject({ ended: { word: 'completed', by: 'Mia Juhl' }, revision: 2 })
})

test('it cannot be reviewed before it is signed, and nothing is changed after it has ended', async () => {
  const { jonas, id } = await anAgreement({ signed: false })
  const doing = { about: jonas.publicId }
  await expect(become('Mia', (work) => reviewAgreement(work, { ...aReview(id), next: 'goes-on' }), doing)).rejects.toThrow('agreement-not-signed')
  await become('Mia', (work) => endAgreement(work, { agreementId: id, revision: 1, word: 'withdrawn', reason: 'He said stop.' }), doing)
  await expect(become('Mia', (work) => correction(work, id, 2, 'More.'), doing)).rejects.toThrow('agreement-ended')
  await expect(become('Mia', (work) => endAgreement(work, { agreementId: id, revision: 2, word: 'replaced', reason: 'x' }), doing)).rejects.toThrow('agreement-ended')
  await expect(becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: id, version: 1 }))).rejects.toThrow('agreement-nothing-to-sign')
})

test('it is not for Lena to change, who may read it', async () => {
  const { jonas, id } = await anAgreement()
  await expect(become('Lena', (work) => endAgreement(work, { agreementId: id, revision: 1, word: 'completed', reason: 'x' }), { about: jonas.publicId })).rejects.toThrow('not-found')
})

async function correction(work: Work, agreementId: string, revision: number, text: string): Promise<void> {
  await correctAgreement(work, { agreementId, revision, reason: 'The town has changed.', clauses: [{ text }], parties: [await colleaguePublicId(work, 'Mia')] })
}

function aReview(agreementId: string) {
  const outcomes = [{ place: 1, outcome: 'carried-out' as const }, { place: 2, outcome: 'not' as const, reason: 'No phone.', carry: true }]
  return { agreementId, revision: 1, heldOn: day('2027-02-20'), outcomes }
}
