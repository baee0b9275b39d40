import { expect, test } from 'vitest'
import { anAgreement, colleaguePublicId } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, visit } from '../../database/testing/index.ts'

const mias = () => become('Mia', (work) => colleaguePublicId(work, 'Mia'))
const proposal = async () => ({ purpose: 'practical', parties: [await mias()], clauses: [{ text: 'Find a flat.' }] })

test('it is proposed, signed, reviewed and ended by the same verbs, each field in its place', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const made = await mia.api(`/people/${jonas.publicId}/agreements`, await proposal())
  expect([made.status, made.json]).toEqual([201, expect.objectContaining({ state: 'proposed', purpose: 'practical', programme: null, reviewDueOn: null, revision: 1 })])
  const { id } = made.json as { id: string }
  const at = `/people/${jonas.publicId}/agreements/${id}`
  await mia.api(`${at}/signatures`, { version: 1, answer: 'signed' })
  const signed = await mia.api(`${at}/paper-answers`, { version: 1, answer: 'signed', on: '2026-11-23', seenBy: 'Amira' })
  expect(signed.json).toMatchObject({ state: 'signed', reviewDueOn: '2027-02-23', versions: [{ parties: [{ way: 'on-paper', seenBy: 'Amira' }, { name: 'Mia Juhl', way: 'own-account' }] }] })
  const reviewed = await mia.api(`${at}/reviews`, { revision: 1, heldOn: '2026-11-23', outcomes: [{ place: 1, outcome: 'partly' }], next: 'goes-on' })
  expect(reviewed.json).toMatchObject({ revision: 2, reviews: [{ version: 1, outcomes: [{ place: 1, outcome: 'partly', reason: '' }] }] })
  const ended = await mia.api(`${at}/endings`, { revision: 2, word: 'completed', reason: 'He has a flat.' })
  expect(ended.json).toMatchObject({ state: 'ended', ended: { word: 'completed', by: 'Mia Juhl' } })
})

test('it answers wrong bodies as problem details that name the field', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const send = async (body: object) => mia.api(`/people/${jonas.publicId}/agreements`, { ...await proposal(), ...body })
  const wrong = await send({ clauses: [{ text: 7 }], purpose: undefined })
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
  expect((wrong.json as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['purpose', 'clauses.0.text'])
  expect((await send({ surprise: true })).text).toContain('There is no field named surprise here.')
  expect((await send({ parties: ['0000000000000000'] })).json).toMatchObject({ code: 'agreement-party-not-on-team', status: 422 })
})

test('it refuses a stale revision, a wrong party and a second answer by their codes', async () => {
  const { jonas, id } = await anAgreement()
  const at = `/people/${jonas.publicId}/agreements/${id}`
  const [mia, kai] = [await visit('Mia'), await visit('Kai')]
  const correction = { reason: 'He moved.', parties: [await mias()], clauses: [{ text: 'Meet on Friday.' }] }
  expect((await mia.api(`${at}/versions`, { ...correction, revision: 9 })).json).toMatchObject({ code: 'agreement-changed-meanwhile', status: 409 })
  await mia.api(`${at}/versions`, { ...correction, revision: 1 })
  expect((await kai.api(`${at}/signatures`, { version: 2, answer: 'signed' })).json).toMatchObject({ code: 'agreement-not-your-signature', status: 403 })
  expect((await mia.api(`${at}/signatures`, { version: 1, answer: 'signed' })).json).toMatchObject({ code: 'agreement-other-version' })
})

test('it is listed by cursor, the latest first, to whoever may read', async () => {
  const { jonas, id } = await anAgreement()
  const [mia, noor] = [await visit('Mia'), await visit('Noor')]
  const list = `/people/${jonas.publicId}/agreements`
  const { id: second } = (await mia.api(list, await proposal())).json as { id: string }
  expect((await mia.api(`${list}?most=1`)).json).toMatchObject({ agreements: [{ id: second }], next: second })
  expect((await mia.api(`${list}?most=1&after=${second}`)).json).toMatchObject({ agreements: [{ id }], next: null })
  const answers = [await noor.api(list), await mia.api('/people/0000000000000000/agreements'), await noor.api(`${list}/${id}`)]
  expect(answers.map(({ json }) => (json as { code: string }).code)).toEqual(['not-found', 'not-found', 'not-found'])
})

test('it writes once when a call is repeated with its key', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const body = await proposal()
  const call = () => mia.api(`/people/${jonas.publicId}/agreements`, body, { 'idempotency-key': 'once-only' })
  expect((await call()).json).toEqual((await call()).json)
})

test('it gives Olga counts, and no agreement', async () => {
  const { jonas, id } = await anAgreement()
  const olga = await visit('Olga')
  expect((await olga.api('/agreements/counts')).json).toMatchObject({ counts: expect.arrayContaining([{ what: 'ended', howMany: null }]) as unknown })
  expect((await olga.api(`/people/${jonas.publicId}/agreements/${id}`)).status).toBe(404)
})
