import { beforeEach, expect, test } from 'vitest'
import { anAgreement, clauses } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, becomeParticipant, instant, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { agreementsDue } from './agreements.desk.tsx'
import { reviewAgreement } from './agreements.verbs.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Jonas = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const releaseOn = (jonas: Jonas, on: string) => become('Lena', (work) => recordRelease(work, { releaseOn: day(on), reason: 'Shortened', authority: 'Court' }), { about: jonas.publicId })
const changed = 'the day of release has changed: does what was agreed still hold?'
const due = async (jonas: Jonas, first: First) => (await become(first, agreementsDue, { about: jonas.publicId })).map(({ because }) => because).filter((because) => because === changed)

async function signedBeforeTheDayMoved() {
  const { jonas, id } = await anAgreement()
  await at('2026-11-24T09:00:00Z')
  await releaseOn(jonas, '2027-06-01')
  await at('2026-11-25T09:00:00Z')
  return { jonas, id }
}

test('it asks for a review when the day of release moves: of the party, of the coordinator and of the person; of nobody else', async () => {
  const { jonas } = await signedBeforeTheDayMoved()
  expect(await due(jonas, 'Mia')).toEqual([])
  await releaseOn(jonas, '2026-12-30')
  expect([await due(jonas, 'Mia'), await due(jonas, 'Kai'), await due(jonas, 'Amira'), await due(jonas, 'Lena')]).toEqual([[changed], [changed], [], []])
  expect((await becomeParticipant(jonas.id, agreementsDue)).map(({ because }) => because)).toEqual([changed])
  expect((await (await visit('Mia')).get('/')).text).toContain('does what was agreed still hold?')
})

test('it asks no more once the review was held, and again when the day moves again', async () => {
  const { jonas, id } = await signedBeforeTheDayMoved()
  await releaseOn(jonas, '2026-12-30')
  await at('2026-11-25T10:00:00Z')
  await become('Mia', (work) => reviewAgreement(work, { agreementId: id, revision: 1, heldOn: day('2026-11-25'), next: 'goes-on', outcomes: clauses.map((_, place) => ({ place: place + 1, outcome: 'carried-out' as const })) }), { about: jonas.publicId })
  expect(await due(jonas, 'Mia')).toEqual([])
  await at('2026-11-26T09:00:00Z')
  await releaseOn(jonas, '2027-02-01')
  expect(await due(jonas, 'Mia')).toEqual([changed])
})

test('it asks for no review of what was agreed after the day had moved', async () => {
  const jonas = await aParticipant()
  await releaseOn(jonas, '2027-06-01')
  await at('2026-11-24T09:00:00Z')
  await releaseOn(jonas, '2026-12-30')
  await at('2026-11-25T09:00:00Z')
  await anAgreement({ jonas })
  expect(await due(jonas, 'Mia')).toEqual([])
})
