import { expect, test } from 'vitest'
import { aParticipant, become, colleagueId, testMoment, unitId, visit } from '../../database/testing/index.ts'
import { put, freshId } from '../../database/testing/superuser.ts'
import { newPublicId } from '../platform/open-work.ts'
import { appoint, endAppointment } from './access.verbs.ts'
import { appointmentsToday } from './access.queries.ts'

const alters = { does: 'alter' } as const

test('it lets the administrator appoint a colleague, and never themselves: no hat opens what an administrator may not read', async () => {
  const [ravi, otto, unit] = [await colleagueId('Ravi'), await colleagueId('Otto'), await unitId('Fjordvik prison')]
  await become('Ravi', (work) => appoint(work, { colleagueId: otto, role: 'mentor', unitId: unit }), alters)
  await expect(become('Ravi', (work) => appoint(work, { colleagueId: ravi, role: 'coordinator', unitId: unit }), alters)).rejects.toThrow('appoints-oneself')
  await expect(become('Ravi', async (work) => work.db.insertInto('appointments').values({
    id: await work.newId(), public_id: work.newPublicId(), colleague_id: ravi, role: 'coordinator', unit_id: unit, from_at: work.now, until_at: null, made_by: ravi }).execute(), alters)).rejects.toThrow('row-level security')
})

test('it says so on the page, beside the field', async () => {
  const ravi = await visit('Ravi')
  const own = /href="(\/colleagues\/[0-9a-z]{16})">Ravi/.exec((await ravi.get('/colleagues')).text)![1]!
  const unit = await become('Kai', (work) => work.db.selectFrom('units').select('public_id').where('name', '=', 'Fjordvik prison').executeTakeFirstOrThrow())
  const sent = await ravi.send(`${own}/appointments`, { role: 'coordinator', unit: unit.public_id }, own)
  expect(sent.status).toBe(409)
  expect(sent.text).toContain('Nobody appoints themselves')
})

test('it ends an appointment for good: none is lengthened or turned into another', async () => {
  const [noor, unit] = [await colleagueId('Noor'), await unitId('Fjordvik prison')]
  await become('Ravi', (work) => appoint(work, { colleagueId: noor, role: 'observer', unitId: unit }), alters)
  const made = (await become('Ravi', (work) => appointmentsToday(work, noor))).find(({ role }) => role === 'observer')!
  await become('Ravi', (work) => endAppointment(work, made.public_id), alters)
  const change = (values: object) => become('Ravi', (work) => work.db.updateTable('appointments').set(values).where('public_id', '=', made.public_id).executeTakeFirst(), alters)
  for (const until of [null, testMoment, '2026-11-02T09:00:00Z']) expect((await change({ until_at: until })).numUpdatedRows).toBe(0n)
  await expect(change({ role: 'head' })).rejects.toThrow('permission denied')
})

test('it lets somebody of the team write down that a sharing was withdrawn, and neither take that back nor share with another', async () => {
  const [jonas, kai, id] = [await aParticipant({ team: ['Kai', 'Mia'] }), await colleagueId('Kai'), await freshId()]
  await put('agreed_readings', { id, public_id: newPublicId(), participant_id: jonas.id, record: 'functional_advice', role: 'facilitator', from_at: '2026-11-01', recorded_by: kai })
  const change = (values: (now: string) => object) => become('Mia', (work) => work.db.updateTable('agreed_readings').set(values(work.now)).where('id', '=', id).executeTakeFirst(), { ...alters, about: jonas.publicId })
  for (const at of [null, '2026-11-02T09:00:00Z']) await expect(change(() => ({ withdrawn_at: at }))).rejects.toThrow('row-level security')
  expect((await change((now) => ({ withdrawn_at: now }))).numUpdatedRows).toBe(1n)
  // Since when it is closed says who read by it, so that stands.
  for (const at of [null, '2026-11-02T09:00:00Z']) expect((await change(() => ({ withdrawn_at: at }))).numUpdatedRows).toBe(0n)
  await expect(change(() => ({ role: 'mentor' }))).rejects.toThrow('permission denied')
})

test('it lets nobody write a yes down as if it had been given earlier, or already ended: it would cover what was read before it', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const yes = (more: object) => become('Kai', async (work) => work.db.insertInto('agreed_readings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, record: 'functional_advice', role: 'facilitator', from_at: work.now, recorded_by: work.actor.id, ...more }).execute(), { ...alters, about: jonas.publicId })
  for (const more of [{ from_at: '2026-11-02T09:00:00Z' }, { withdrawn_at: '2026-11-02T09:00:00Z' }]) await expect(yes(more)).rejects.toThrow('row-level security')
  await yes({})
})
