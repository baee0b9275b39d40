import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'

beforeAll(offerProgrammes)

const held = { on: '2026-11-20', time: '09:00', minutes: 60, state: 'held', done: 'We looked for a flat.', note: 'Calm today.' }

async function someoneTakingPart(): Promise<string> {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  return `/people/${jonas.publicId}/sessions`
}

test('it records, adds to the note and tells how late it was written, as the pages do', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const { id } = (await mia.api(sessions, held)).json as { id: string }
  await mia.api(`${sessions}/${id}/note/additions`, { addition: 'He rang.' })
  const whole = (await mia.api(`${sessions}/${id}`)).json as { daysLate: number, notes: { note: string, isAddition: boolean }[] }
  expect([whole.daysLate, whole.notes.map(({ note, isAddition }) => [note, isAddition])]).toEqual([3, [['Calm today.', false], ['He rang.', true]]])
  expect((await mia.api(sessions, held)).json).toMatchObject({ code: 'session-same-minute' })
})

test('it plans, calls off and records what was planned', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const plan = async (time: string) => ((await mia.api(`${sessions}/planned`, { on: '2026-11-24', time, minutes: 60 })).json as { id: string }).id
  const [one, other] = [await plan('10:00'), await plan('12:00')]
  expect((await mia.api(`${sessions}/${one}/calling-off`, { cause: 'room' })).json).toEqual({ done: true })
  expect((await mia.api(`${sessions}/${other}/record`, held)).json).toMatchObject({ state: 'held' })
  expect((await mia.api(sessions)).json).toMatchObject({ sessions: [{ state: 'called-off' }, { state: 'held' }] })
})

test('it strikes, and shows the team that something was struck', async () => {
  const sessions = await someoneTakingPart()
  const amira = await visit('Amira')
  const { id } = (await amira.api(sessions, held)).json as { id: string }
  expect((await (await visit('Mia')).api(`/sessions/${id}/striking`, { reason: 'Not mine' })).status).toBe(404)
  expect((await amira.api(`/sessions/${id}/striking`, { reason: 'Wrong file' })).json).toEqual({ told: 0, movedTo: null })
  const kai = (await (await visit('Kai')).api(sessions)).json as { sessions: unknown[], struck: { by: string }[] }
  expect([kai.sessions, kai.struck.map(({ by }) => by)]).toEqual([[], ['Amira Haddad']])
  expect((await (await visit('Kai')).api(`${sessions}/${id}`)).status).toBe(404)
})
