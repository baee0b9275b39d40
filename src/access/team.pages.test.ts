import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, testHouse, testMoment, visit, type Visitor } from '../../database/testing/index.ts'
import { linksOnPaper } from '../../database/testing/links-on-paper.ts'
import { addMinutes } from '../platform/day.ts'
import { appoint, assign, endAppointment } from './access.verbs.ts'
import { appointmentsToday } from './access.queries.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

async function endingOf(kai: Visitor, team: string, name: string): Promise<string> {
  return new RegExp(`href="(${team}/[^/]+/ending)">End<span class="ds-sr-only"> ${name}`).exec((await kai.get(team)).text)![1]!
}

async function publicIdOf(first: 'Mia' | 'Petra' | 'Hedda'): Promise<string> {
  const id = await colleagueId(first)
  return (await become('Kai', (work) => work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow())).public_id
}

test('it ends the right at the very next request, while both are signed in', async () => {
  const jonas = await aParticipant()
  const [kai, mia] = [await visit('Kai'), await visit('Mia')]
  const team = `/people/${jonas.publicId}/team`
  expect((await mia.get(team)).text).toContain('Mia Juhl')
  const path = await endingOf(kai, team, 'Mia Juhl')
  // On paper a team is its names: "End" beside one would be read as said of it.
  expect(linksOnPaper((await kai.get(team)).text)).toEqual([`/people/${jonas.publicId}/readers`])
  expect((await kai.send(path)).location).toBe(team)
  for (const gone of [team, `/people/${jonas.publicId}`, `/people/${jonas.publicId}/readers`, `/people/${jonas.publicId}/agreements`]) expect((await mia.get(gone)).status, gone).toBe(404)
  expect((await kai.send(path, {}, team)).status).toBe(404)
})

test('it is the coordinator of the unit who names the team: others on it read, and may not', async () => {
  const jonas = await aParticipant()
  const amira = await visit('Amira')
  const team = `/people/${jonas.publicId}/team`
  const page = await amira.get(team)
  expect(page.text).toContain('Lena Berg')
  expect(page.text).not.toContain('Add a colleague')
  expect((await amira.get(`${team}/new`)).status).toBe(404)
  const path = await endingOf(await visit('Kai'), team, 'Lena Berg')
  expect((await amira.post(path, tokenOn(page.text))).status).toBe(404)
  expect((await amira.post(`${team}/new`, { ...tokenOn(page.text), role: 'health', colleague: await publicIdOf('Hedda') })).status).toBe(404)
  await expect(become('Amira', async (work) => work.db.insertInto('assignments').values({
    id: 9_000_003, public_id: 'forged', colleague_id: work.actor.id, participant_id: jonas.id, role: 'health', from_at: work.now, made_by: work.actor.id }).execute(), { about: jonas.publicId })).rejects.toThrow('row-level security')
  for (const first of ['Viktor', 'Ravi', 'Petra'] as const) expect((await (await visit(first)).get(team)).status, first).toBe(404)
})

test('it adds a colleague to a role they are appointed to, and to no other', async () => {
  const jonas = await aParticipant({ team: ['Kai'] })
  const kai = await visit('Kai')
  const path = `/people/${jonas.publicId}/team/new`
  const add = async (role: string, colleague: string, until = '') => kai.send(path, { role, colleague, until }, `${path}?role=${role}`)
  expect((await add('mentor', await publicIdOf('Petra'))).text).toContain('not appointed as mentor today')
  expect((await add('mentor', await publicIdOf('Mia'), '2026-11-22')).text).toContain('this lies in the past')
  expect((await add('mentor', await publicIdOf('Mia'), '2026-11-24')).location).toBe(`/people/${jonas.publicId}/team`)
  const again = await kai.send(path, { role: 'mentor', colleague: await publicIdOf('Mia') }, path)
  expect([again.status, again.text.includes('works with this person already')]).toEqual([409, true])

  const { clock } = await testHouse()
  clock.now = addMinutes(testMoment, 37 * 60)
  const mia = await visit('Mia')
  expect((await mia.get(`/people/${jonas.publicId}/team`)).status).toBe(200)
  clock.now = addMinutes(testMoment, 38 * 60 + 1)
  expect((await (await visit('Mia')).get(`/people/${jonas.publicId}/team`)).status).toBe(404)
})

test('it lets two coordinators add the same colleague at once only once', async () => {
  const jonas = await aParticipant({ team: ['Kai'] })
  const path = `/people/${jonas.publicId}/team/new`
  const mia = await publicIdOf('Mia')
  const windows = [await visit('Kai'), await visit('Kai')]
  const answers = await Promise.all(windows.map((kai) => kai.send(path, { role: 'mentor', colleague: mia }, `${path}?role=mentor`)))
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 409])
})

test('it answers the assignment of somebody else\'s person, under this one\'s address, as if there were none', async () => {
  const [jonas, other] = [await aParticipant(), await aParticipant()]
  const kai = await visit('Kai')
  const foreign = (await endingOf(kai, `/people/${other.publicId}/team`, 'Mia Juhl')).split('/')[4]!
  expect((await kai.get(`/people/${jonas.publicId}/team/${foreign}/ending`)).status).toBe(404)
})

test('it closes everything that hung on an appointment which the administrator ends', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Cleo'] })
  const cleo = await visit('Cleo')
  expect((await cleo.get(`/people/${jonas.publicId}`)).status).toBe(200)
  const id = await colleagueId('Cleo')
  await become('Ravi', async (work) => {
    for (const one of await appointmentsToday(work, id)) await endAppointment(work, one.public_id)
  }, { does: 'alter' })
  expect((await cleo.get(`/people/${jonas.publicId}`)).status).toBe(303)
  expect(await become('Cleo', (work) => work.db.selectFrom('identity_names').select('participant_id').execute())).toEqual([])
})

function tokenOn(text: string): Record<string, string> {
  return { _token: /name="_token" value="([^"]+)"/.exec(text)![1]! }
}

test('it keeps who worked with whom as it was: the database takes an end, and no other role, day or colleague, and no return', async () => {
  const jonas = await aParticipant()
  const path = await endingOf(await visit('Kai'), `/people/${jonas.publicId}/team`, 'Mia Juhl')
  await (await visit('Kai')).send(path)
  const change = (set: string) => become('Kai', (work) => sql`update assignments set ${sql.raw(set)} where participant_id = ${jonas.id}`.execute(work.db), { about: jonas.publicId })
  for (const set of [`role = 'assessor'`, `from_at = '2026-01-01'`, 'colleague_id = 1', 'participant_id = 1', 'covers_id = id']) await expect(change(set), set).rejects.toThrow('permission denied')
  for (const set of ['until_at = null', `until_at = '2030-01-01'`]) await expect(change(set), set).rejects.toThrow('row-level security')
})

test('it says before the last coordinator goes that what waits for one then stands on nobody\'s day, and not while another is on the team', async () => {
  const jonas = await aParticipant()
  const [kai, petra, team] = [await visit('Kai'), await colleagueId('Petra'), `/people/${jonas.publicId}/team`]
  const says = async (name: string) => (await kai.get(await endingOf(kai, team, name))).text.includes('Nobody on the team is a coordinator then')
  expect([await says('Kai Nyberg'), await says('Mia Juhl')]).toEqual([true, false])
  await become('Ravi', async (work) => appoint(work, { colleagueId: petra, role: 'coordinator', unitId: (await work.db.selectFrom('units').select('id').executeTakeFirstOrThrow()).id }), { does: 'alter' })
  await become('Kai', (work) => assign(work, { colleagueId: petra, participantId: jonas.id, role: 'coordinator' }), { about: jonas.publicId })
  expect(await says('Kai Nyberg')).toBe(false)
  await kai.send(await endingOf(kai, team, 'Petra Holm'))
  await kai.send(await endingOf(kai, team, 'Kai Nyberg'))
  expect((await kai.get(team)).text).toContain('Nobody on the team is a coordinator then')
})
