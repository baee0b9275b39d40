import { beforeAll, expect, test } from 'vitest'
import { become, colleagueId, connectedAs, offerProgrammes } from '../../database/testing/index.ts'
import { aPlan } from '../../database/testing/a-plan.ts'
import type { First } from '../../database/seeds/cast.ts'
import { colleaguesToEnterFor, enterCertificate, withdrawCertificate } from '../certificates/index.ts'
import { day } from '../platform/day.ts'
import { moveSession } from './moving/move-session.ts'
import { planSeries } from './plan-series.ts'
import { callOff, planSession, recordPlanned, recordSession } from './sessions.verbs.ts'

beforeAll(offerProgrammes)

const mentoring = { what: 'back-on-track mentor', issuer: 'The school', issuedOn: day('2026-01-10'), isEquivalent: false }
const meeting = { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }
const held = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'We talked.' } as const

async function idOf(first: First): Promise<string> {
  return (await become('Olga', colleaguesToEnterFor)).find(({ name }) => name.startsWith(first))!.public_id
}

/** Somebody's certificates are these and no others. */
async function hasOnly(first: First, ...entered: (Partial<typeof mentoring> & { expiresOn?: ReturnType<typeof day> })[]): Promise<string[]> {
  const superuser = await connectedAs('superuser')
  await superuser.query('delete from certificates where colleague_id = $1', [await colleagueId(first)])
  await superuser.end()
  const ids: string[] = []
  for (const one of entered) ids.push(await become('Olga', async (work) => enterCertificate(work, { ...mentoring, ...one, colleague: await idOf(first) })))
  return ids
}

async function someoneOn(programme: string) {
  const jonas = await aPlan({ programme })
  return { ...jonas, about: { about: jonas.publicId } }
}

test('it refuses to plan, in one or in a series, and to record as held, without the certificate; what was missed is written down', async () => {
  await hasOnly('Mia')
  const { about } = await someoneOn('back-on-track')
  const refused = { code: 'certificate-none', values: { certificate: 'Training as Mentor, Back on Track' } }
  await expect(become('Mia', (work) => planSession(work, meeting), about)).rejects.toMatchObject(refused)
  await expect(become('Mia', (work) => planSeries(work, { meetings: [meeting] }), about)).rejects.toMatchObject({ ...refused, problems: [{ field: 'meetings' }] })
  await expect(become('Mia', (work) => recordSession(work, held), about)).rejects.toMatchObject(refused)
  await become('Mia', (work) => recordSession(work, { ...held, state: 'missed', cause: 'staff-away', done: undefined }), about)
})

test('it asks for the day of the session: until its last day, not the day after, and not before it was issued', async () => {
  await hasOnly('Mia', { issuedOn: day('2025-01-01'), expiresOn: day('2026-11-24') })
  const { about } = await someoneOn('back-on-track')
  const id = await become('Mia', (work) => planSession(work, meeting), about)
  await expect(become('Mia', (work) => planSession(work, { ...meeting, on: day('2026-11-25') }), about)).rejects.toMatchObject({ code: 'certificate-ran-out', values: { day: '24 November 2026' } })
  await expect(become('Mia', (work) => moveSession(work, id, { ...meeting, on: day('2026-11-26'), cause: 'room' }), about)).rejects.toMatchObject({ code: 'certificate-ran-out' })
  await hasOnly('Mia', { issuedOn: day('2026-11-23') })
  await expect(become('Mia', (work) => recordSession(work, { ...held, on: day('2026-11-20') }), about)).rejects.toMatchObject({ code: 'certificate-not-yet' })
  await become('Mia', (work) => recordSession(work, held), about)
})

test('it refuses to record as held what was planned, once the certificate is withdrawn, and still lets it be called off', async () => {
  const [certificate] = await hasOnly('Mia', {})
  const { about } = await someoneOn('back-on-track')
  const [id, other] = [await become('Mia', (work) => planSession(work, meeting), about), await become('Mia', (work) => planSession(work, { ...meeting, time: '12:00' }), about)]
  await become('Olga', (work) => withdrawCertificate(work, certificate!, { from: day('2026-11-20'), why: 'The school withdrew it.' }))
  await expect(become('Mia', (work) => recordPlanned(work, id, held), about)).rejects.toMatchObject({ code: 'certificate-ran-out', values: { day: '19 November 2026' } })
  await become('Mia', (work) => recordPlanned(work, id, { ...held, state: 'missed', cause: 'staff-away', done: undefined }), about)
  await become('Mia', (work) => callOff(work, other, { cause: 'staff-away' }), about)
})

test('it asks for nothing where the training is not established, and takes what the service accepts as equal', async () => {
  await hasOnly('Mia')
  const [entre, aarhus] = [await someoneOn('entre'), await someoneOn('aarhus')]
  await become('Amira', (work) => planSession(work, meeting), entre.about)
  await become('Mia', (work) => planSession(work, { ...meeting, time: '14:00' }), entre.about)
  await expect(become('Mia', (work) => planSession(work, meeting), aarhus.about)).rejects.toMatchObject({ code: 'certificate-none' })
  const equal = { colleague: await idOf('Mia'), what: 'aarhus mentor', issuer: 'University', issuedOn: day('2020-01-01'), isEquivalent: true }
  await expect(become('Olga', (work) => enterCertificate(work, equal))).rejects.toMatchObject({ code: 'certificate-equal-without-why' })
  await expect(become('Olga', (work) => enterCertificate(work, { ...equal, isEquivalent: false, equivalentWhy: 'Same hours.' }))).rejects.toMatchObject({ code: 'certificate-why-without-equal' })
  await become('Olga', (work) => enterCertificate(work, { ...equal, equivalentWhy: 'The same hours, in another country.' }))
  await become('Mia', (work) => planSession(work, meeting), aarhus.about)
})
