import { expect, test } from 'vitest'
import { aParticipant, colleagueId, visit, type Visitor } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'

const hidden = (text: string, action: string) => {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(text)![0]
  return Object.fromEntries([...form.matchAll(/type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
}

/** The same form, opened in four windows and sent from all of them at the same moment. */
async function fromFourWindows(visitor: Visitor, action: string, fields: Record<string, string>, page = action): Promise<number[]> {
  const opened = []
  for (let window = 0; window < 4; window += 1) opened.push(hidden((await visitor.get(page)).text, action))
  const answers = await Promise.all(opened.map((keys) => visitor.post(action, { ...keys, ...fields })))
  return answers.map(({ status }) => status).sort((one, other) => one - other)
}

const count = async (what: string, values: unknown[]) => Number((await (await asSuperuser()).query<{ n: string }>(`select count(*) as n from ${what}`, values)).rows[0]!.n)

test('it does once what is to be done once for a person, from whatever windows it comes, and tells the others', async () => {
  const jonas = await aParticipant()
  const kai = await visit('Kai')
  expect(await fromFourWindows(kai, `/people/${jonas.publicId}/erasure`, { ownWords: 'I want it gone.' })).toEqual([303, 409, 409, 409])
  expect(await count('erasure_requests where participant_id = $1', [jonas.id])).toBe(1)
})

test('it does so for the JSON interface, too, with keys and without, and together with forms', async () => {
  const mia = await visit('Mia')
  for (const headers of [[{}, {}, {}, {}], [1, 2, 3, 4].map((one) => ({ 'idempotency-key': `stop ${one}` }))]) {
    const [jonas, stop] = [await somebodyTakingPart(), { purpose: 'programme', ownWords: 'Stop.' }]
    const answers = await Promise.all(headers.map((one) => mia.api(`/people/${jonas.publicId}/withdrawals`, stop, one)))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409, 409])
    expect(await count('withdrawals where participant_id = $1', [jonas.id])).toBe(1)
  }
  const jonas = await somebodyTakingPart()
  const page = `/people/${jonas.publicId}/withdrawal`
  const keys = hidden((await mia.get(page)).text, page)
  await Promise.all([mia.api(`/people/${jonas.publicId}/withdrawals`, { purpose: 'programme', ownWords: 'Stop.' }), mia.post(page, { ...keys, purpose: 'programme', ownWords: 'Stop.' })])
  expect(await count('withdrawals where participant_id = $1', [jonas.id])).toBe(1)
})

async function somebodyTakingPart() {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const yes = { purpose: 'programme', answer: 'yes', language: 'en', way: 'spoken', answeredOn: '2026-11-20' }
  expect((await (await visit('Kai')).api(`/people/${jonas.publicId}/consents`, yes)).status).toBe(201)
  return jonas
}

test('it tells whoever came second in the words of what they wanted, and never of a fault', async () => {
  const kai = await visit('Kai')
  const { rows } = await (await asSuperuser()).query<{ public_id: string }>('select public_id from colleagues where id = $1', [await colleagueId('Hedda')])
  await (await asSuperuser()).query('delete from duty_entries')
  expect(await fromFourWindows(kai, '/safety/duty', { colleague: rows[0]!.public_id, minutes: '10' })).toEqual([303, 409, 409, 409])
})

test('it lets nobody wait for somebody else\'s person', async () => {
  const [jonas, other] = [await aParticipant(), await aParticipant()]
  const superuser = await asSuperuser()
  await superuser.query('begin')
  await superuser.query('select pg_advisory_xact_lock(470611, $1)', [jonas.id])
  try {
    const kai = await visit('Kai')
    expect((await kai.send(`/people/${other.publicId}/erasure`, { ownWords: 'x' })).status).toBe(303)
  } finally {
    await superuser.query('rollback')
  }
})
