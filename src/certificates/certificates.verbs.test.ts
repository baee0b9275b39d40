import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { act, aParticipant, become, becomeParticipant, colleague, colleagueId, connectedAs, offerProgrammes } from '../../database/testing/index.ts'
import { openBy } from '../../database/testing/scopes.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day } from '../platform/day.ts'
import { certificatesDue } from './certificates.desk.ts'
import { certificates, colleaguesToEnterFor } from './certificates.queries.ts'
import { enterCertificate, withdrawCertificate } from './certificates.verbs.ts'

beforeAll(offerProgrammes)

const mentoring = { what: 'back-on-track mentor', issuer: 'The school', issuedOn: day('2026-01-10'), isEquivalent: false }

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

test('it is entered by the head for anybody, by a coach for whom they coach, and by nobody else', async () => {
  await hasOnly('Mia')
  await hasOnly('Bea')
  const sent = { ...mentoring, colleague: await idOf('Mia') }
  for (const first of ['Kai', 'Mia', 'Lena'] as const) await expect(become(first, (work) => enterCertificate(work, sent)), first).rejects.toMatchObject({ code: 'certificate-not-for-them' })
  await expect(become('Petra', (work) => enterCertificate(work, sent))).rejects.toMatchObject({ code: 'certificate-not-for-them' })
  const person = await aParticipant()
  await openBy('supervision', { colleagueId: await colleagueId('Petra'), role: 'coach', record: 'staff_record', person: { ...person, unitId: 0 }, workerId: await colleagueId('Mia') })
  const entered = await become('Petra', (work) => enterCertificate(work, sent))
  await expect(become('Petra', async (work) => enterCertificate(work, { ...sent, colleague: await idOf('Bea') }))).rejects.toMatchObject({ code: 'certificate-not-for-them' })
  await expect(become('Kai', (work) => withdrawCertificate(work, entered, { from: day('2026-11-20'), why: 'No.' }))).rejects.toMatchObject({ code: 'not-found' })
  await become('Petra', (work) => withdrawCertificate(work, entered, { from: day('2026-11-20'), why: 'Entered for the wrong one.' }))
  await expect(become('Olga', (work) => withdrawCertificate(work, entered, { from: day('2026-11-20'), why: 'Again.' }))).rejects.toMatchObject({ code: 'certificate-withdrawn-already' })
})

test('it is read by its holder, the coordinators and the head; by no other colleague, no administrator, no token for something else and no participant', async () => {
  const [id] = await hasOnly('Mia', {})
  const reads = (first: First) => become(first, async (work) => (await certificates(work).execute()).some(({ public_id: one }) => one === id))
  for (const first of ['Mia', 'Kai', 'Olga'] as const) expect([first, await reads(first)]).toEqual([first, true])
  for (const first of ['Amira', 'Lena', 'Noor', 'Cleo', 'Ulla'] as const) expect([first, await reads(first)]).toEqual([first, false])
  const count = async (work: Parameters<typeof certificates>[0]) => (await certificates(work).execute()).length
  expect(await act({ ...await colleague('Mia'), allows: ['session_attendance:read'] }, count, {})).toBe(0)
  await expect(become('Ravi', count)).rejects.toThrow(/permission denied/)
  const jonas = await aParticipant()
  await expect(becomeParticipant(jonas.id, count)).rejects.toThrow(/permission denied/)
})

test('it is written past the verbs by nobody who may not, and by nobody in another\'s name', async () => {
  const write = (by: number, of: number) => async (work: Parameters<typeof certificates>[0]) => sql`insert into certificates (id, public_id, colleague_id, programme, programme_role, title, issuer, issued_on, entered_by, entered_at)
    values (${await work.newId()}, ${work.newPublicId()}, ${of}, 'cosa', 'volunteer', 'T', 'I', '2026-01-01', ${by}, ${work.now})`.execute(work.db)
  const [mia, olga, kai] = [await colleagueId('Mia'), await colleagueId('Olga'), await colleagueId('Kai')]
  await expect(become('Mia', write(mia, mia))).rejects.toThrow(/row-level security/)
  await expect(become('Kai', write(kai, mia))).rejects.toThrow(/row-level security/)
  await expect(become('Olga', write(kai, mia))).rejects.toThrow(/row-level security/)
  await become('Olga', write(olga, mia))
  await expect(become('Olga', (work) => sql`update certificates set issuer = 'Other'`.execute(work.db))).rejects.toThrow(/permission denied/)
  await expect(become('Olga', (work) => sql`delete from certificates`.execute(work.db))).rejects.toThrow(/permission denied/)
})

test('it keeps a second click out, dates that cannot be, and what no programme names', async () => {
  await hasOnly('Mia', {})
  const sent = { ...mentoring, colleague: await idOf('Mia') }
  await expect(become('Olga', (work) => enterCertificate(work, sent))).rejects.toMatchObject({ code: 'certificate-there-already' })
  await expect(become('Olga', (work) => enterCertificate(work, { ...sent, issuedOn: day('2026-12-01') }))).rejects.toMatchObject({ code: 'certificate-ahead' })
  await expect(become('Olga', (work) => enterCertificate(work, { ...sent, issuedOn: day('2026-02-01'), expiresOn: day('2026-01-01') }))).rejects.toMatchObject({ code: 'certificate-ends-before' })
  for (const what of ['entre therapist', 'nothing', 'back-on-track']) await expect(become('Olga', (work) => enterCertificate(work, { ...sent, what })), what).rejects.toMatchObject({ code: 'certificate-unknown' })
  await expect(become('Olga', (work) => enterCertificate(work, { ...sent, colleague: 'forged' }))).rejects.toMatchObject({ code: 'certificate-not-for-them' })
})

test('it tells the holder and the coordinator of the unit sixty days before the end, until there is a newer one', async () => {
  const due = (first: First) => become(first, async (work) => (await certificatesDue(work)).map(({ on, says, because }) => `${on} ${says}: ${because}`))
  await hasOnly('Mia', { expiresOn: day('2027-01-23') })
  expect(await due('Mia')).toEqual([])
  await hasOnly('Mia', { expiresOn: day('2027-01-22') })
  expect(await due('Mia')).toEqual(['2027-01-22 A certificate ends: yours: Training as Mentor, Back on Track'])
  expect(await due('Kai')).toEqual(['2027-01-22 A certificate ends: Mia Juhl: Training as Mentor, Back on Track'])
  for (const first of ['Amira', 'Lena', 'Petra'] as const) expect([first, await due(first)]).toEqual([first, []])
  await hasOnly('Mia', { expiresOn: day('2026-11-20') })
  expect((await due('Mia'))[0]).toContain('A certificate has ended')
  await hasOnly('Mia', { expiresOn: day('2027-01-22') }, { issuedOn: day('2026-11-01') })
  expect(await due('Kai')).toEqual([])
})
