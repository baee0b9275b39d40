import { beforeEach, expect, test } from 'vitest'
import { anAgreement, clauses } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, becomeParticipant, colleagueId, instant, testHouse, testMoment, unitId, visit } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { endAssignment, teamOf } from '../access/index.ts'
import { recordRelease } from '../participants/index.ts'
import { newPublicId } from '../platform/open-work.ts'
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

const because = async (jonas: Jonas, first: First) => (await become(first, agreementsDue, { about: jonas.publicId })).map((due) => due.because)
const still = 'does what was agreed still hold?'

test('it asks for a review when the next unit has taken somebody over, and when an authority took them back: not while it is only announced', async () => {
  const { jonas, id: agreement } = await anAgreement()
  await visit('Mia')
  const [id, lena, from, to] = [await freshId(), await colleagueId('Lena'), await unitId('Fjordvik prison'), await unitId('Havn probation office')]
  await put('unit_transfers', { id, public_id: newPublicId(), participant_id: jonas.id, from_unit_id: from, to_unit_id: to, moves_on: '2026-11-24', announced_by: lena, announced_at: '2026-11-23T10:00:00Z' })
  await at('2026-11-25T09:00:00Z')
  expect(await because(jonas, 'Mia')).toEqual([])
  await (await asSuperuser()).query('update unit_transfers set taken_by = $2, taken_at = $3 where id = $1', [id, lena, '2026-11-24T10:00:00Z'])
  expect([await because(jonas, 'Mia'), await because(jonas, 'Kai'), await because(jonas, 'Amira')]).toEqual([[`another unit now: ${still}`], [`another unit now: ${still}`], []])
  expect((await becomeParticipant(jonas.id, agreementsDue)).map((due) => due.because)).toEqual([`another unit now: ${still}`])
  await put('recalls', { id: await freshId(), public_id: newPublicId(), participant_id: jonas.id, recalled_on: '2026-11-25', authority: 'Parole board', released_on: '2026-11-20', recorded_by: lena, recorded_at: '2026-11-25T08:00:00Z' })
  expect(await because(jonas, 'Mia')).toEqual([`the release was taken back: ${still}`])
  await become('Mia', (work) => reviewAgreement(work, { agreementId: agreement, revision: 1, heldOn: day('2026-11-25'), next: 'goes-on', outcomes: clauses.map((_, place) => ({ place: place + 1, outcome: 'carried-out' as const })) }), { about: jonas.publicId })
  expect(await because(jonas, 'Mia')).toEqual([])
})

test('it asks for a review when the day of release has come', async () => {
  const { jonas } = await anAgreement()
  await at('2026-11-24T09:00:00Z')
  await releaseOn(jonas, '2026-11-26')
  await at('2026-11-25T09:00:00Z')
  expect(await because(jonas, 'Mia')).toEqual([])
  await at('2026-11-26T09:00:00Z')
  expect(await because(jonas, 'Mia')).toEqual([`the day of release has come: ${still}`])
})

test('it asks the coordinator when somebody who signed is on the team no more; of somebody who did not sign, nobody', async () => {
  const { jonas } = await anAgreement()
  const leaves = (name: string) => become('Kai', async (work) => endAssignment(work, (await teamOf(work, jonas.id)).find((one) => one.name === name)!.public_id), { about: jonas.publicId })
  await at('2026-11-24T09:00:00Z')
  await leaves('Amira Haddad')
  expect(await because(jonas, 'Kai')).toEqual([])
  await leaves('Mia Juhl')
  await at('2026-11-24T10:00:00Z')
  expect(await because(jonas, 'Kai')).toEqual([`somebody who signed it is on the team no more: ${still}`])
})
