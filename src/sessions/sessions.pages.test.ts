import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { moveSession } from './moving/move-session.ts'
import { planSession } from './sessions.verbs.ts'

beforeAll(offerProgrammes)

const fields = { on: '2026-11-23', time: '09:00', minutes: '60', place: 'room B2', state: 'held', done: 'We looked for a flat.' }

async function someoneTakingPart(team: First[] = ['Kai', 'Mia']): Promise<string> {
  const jonas = await aParticipant({ team })
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  return `/people/${jonas.publicId}/sessions`
}

test('it records a session with five fields and shows it on the person\'s page', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const saved = await mia.send(`${sessions}/new`, fields)
  expect(saved.status).toBe(303)
  expect((await mia.get(saved.location!)).text).toContain('We looked for a flat.')
  expect((await mia.get(sessions.replace('/sessions', ''))).text).toContain('1 held, 0 missed by the service')
})

test('it keeps the words of the person, the practice, the next step and the colleague\'s own time, and shows them in the record', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const kept = { ownWords: 'I rang them myself.', homePractice: 'Ring again on Monday.', nextStep: 'Look at the flat.', preparationMinutes: '20', travelMinutes: '45' }
  const page = (await mia.get((await mia.send(`${sessions}/new`, { ...fields, ...kept })).location!)).text
  expect(['I rang them myself.', 'Ring again on Monday.', 'Look at the flat.', '20 min preparation and 45 min travel', '60 min<'].filter((said) => !page.includes(said))).toEqual([])
  const dose = (await mia.get(sessions.replace('/sessions', '/dose'))).text
  expect([/60 minutes/.test(dose), /(80|105|125) minutes/.test(dose)]).toEqual([true, false])
})

test('it shows the form again with every fault at its field and every word kept', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const again = await mia.send(`${sessions}/new`, { ...fields, on: '2026-02-30', minutes: 'an hour', done: 'Ein Wort, كلمة, 🙂' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Day: there is no such day.')
  expect(again.text).toContain('Length: this should be a number')
  expect(again.text).toContain('Ein Wort, كلمة, 🙂')
})

test('it records once when the button is clicked twice', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const form = (await mia.get(`${sessions}/new`)).text
  const hidden = Object.fromEntries([...form.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const sent = { ...fields, ...hidden }
  const [one, other] = await Promise.all([mia.post(`${sessions}/new`, sent), mia.post(`${sessions}/new`, sent)])
  expect([one.status, other.status]).toEqual([303, 303])
  expect(one.location).toBe(other.location)
  expect((await mia.get(sessions.replace('/sessions', ''))).text).toContain('1 held')
})

test('it keeps a draft, finds it again, and lets it go when it is sent', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  await mia.send(`${sessions}/new`, { done: 'Half a sentence', _draft: 'true' })
  expect((await mia.get(`${sessions}/new`)).text).toContain('Half a sentence')
  await mia.send(`${sessions}/new`, fields)
  expect((await mia.get(`${sessions}/new`)).text).not.toContain('Half a sentence')
})

test('it answers the form of somebody else\'s person as if there were none', async () => {
  const sessions = await someoneTakingPart()
  const amira = await visit('Amira')
  expect((await amira.get(`${sessions}/new`)).status).toBe(404)
  const forged = await amira.send(`${sessions}/new`, fields, '/sign-in')
  expect(forged.status).toBe(404)
})

test('it says before writing who will read it, by name, and who could demand it; a mentor\'s form and a facilitator\'s differ', async () => {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Noor'] })
  const form = `/people/${person.publicId}/sessions/new`
  const [amira, mia] = [(await (await visit('Amira')).get(form)).text, (await (await visit('Mia')).get(form)).text]
  expect(amira).toContain('you, the person, Noor Aziz (assessor)')
  expect(mia).toContain('you, the person, Amira Haddad (facilitator) and Noor Aziz (assessor)')
  for (const text of [amira, mia]) expect(text).toContain('A court can demand what is written here.')
  expect([amira.includes('No legal status is recorded'), mia.includes('No legal status is recorded')]).toEqual([true, false])
  expect([amira.includes('I reminded the person of the limit'), mia.includes('I reminded the person of the limit')]).toEqual([true, true])
})

test('it asks a circle coordinator for when it was and no word of what was done', async () => {
  const sessions = await someoneTakingPart(['Kai', 'Cleo'])
  const cleo = await visit('Cleo')
  const form = (await cleo.get(`${sessions}/new`)).text
  expect([form.includes('name="state"'), form.includes('name="done"'), form.includes('name="note"')]).toEqual([true, false, false])
  expect((await cleo.send(`${sessions}/new`, { on: '2026-11-23', time: '09:00', minutes: '60', state: 'held' })).status).toBe(303)
})

test('it shows no form to somebody who does not meet the person', async () => {
  const sessions = await someoneTakingPart(['Kai', 'Lena'])
  const lena = await visit('Lena')
  expect((await lena.get(`${sessions}/new`)).status).toBe(404)
  expect((await lena.get(sessions)).text).not.toContain('Record a session')
})

test('it says in words how much later a session was written, and marks the field of what is refused', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const saved = await mia.send(`${sessions}/new`, { ...fields, on: '2026-11-20' })
  expect((await mia.get(saved.location!)).text).toContain('written 3 days later (23 November 2026)')
  const refused = [
    [{ on: '2026-11-20' }, 409, 'time', 'at this very minute'], [{ on: '2026-11-19' }, 422, 'on', 'had not yet agreed'], [{ on: '2026-11-24' }, 422, 'on', 'has not begun yet'],
    [{ minutes: '1500' }, 422, 'minutes', 'Length: the most that can stand here is 720'], [{ minutes: '0' }, 422, 'minutes', 'Length: the least that can stand here is 5'], [{ minutes: '-60' }, 422, 'minutes', 'Length: the least that can stand here is 5'], [{ state: 'missed' }, 422, 'cause', 'for which cause'],
    [{ preparationMinutes: '481' }, 422, 'preparationMinutes', 'Preparation: the most that can stand here is 480'], [{ travelMinutes: '-1' }, 422, 'travelMinutes', 'Travel there and back: the least that can stand here is 0'], [{ travelMinutes: 'an hour' }, 422, 'travelMinutes', 'should be a number'],
  ] as const
  for (const [change, status, field, says] of refused) {
    const again = await mia.send(`${sessions}/new`, { ...fields, ...change })
    expect([again.status, again.text.includes(`id="field-${field}-problem"`), again.text.includes(says), again.text.includes('We looked for a flat.'), field, says]).toEqual([status, true, true, true, field, says])
  }
})

test('it refuses at its field a session longer than a day, one that has not begun and one with somebody who has ended, planned, moved or recorded', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const ahead = { on: '2026-11-24', time: '10:00', minutes: '60', place: 'room B2' }
  const planned = (await mia.get((await mia.send(`${sessions}/plan`, ahead)).location!)).text
  const move = `${/href="(\/people\/\w+\/sessions\/(?!new|plan)\w+)"/.exec(planned)![1]!}/move`
  const refused = async (to: string, change: Record<string, string>, field: string) => {
    const again = await mia.send(to, { ...fields, ...ahead, cause: 'room', ...change })
    return [again.status >= 400, again.text.includes(`id="field-${field}-problem"`), again.text.includes(`href="#field-${field}"`)]
  }
  const forms = [`${sessions}/plan`, move, `${sessions}/new`]
  for (const form of forms) expect([form, await refused(form, { minutes: '1441' }, 'minutes')]).toEqual([form, [true, true, true]])
  expect(await refused(`${sessions}/new`, {}, 'on')).toEqual([true, true, true])
  for (const form of [`${sessions}/plan`, move]) expect([form, await refused(form, { on: '2026-11-22' }, 'on')]).toEqual([form, [true, true, true]])
  const person = /people\/(\w+)/.exec(sessions)![1]!
  await (await asSuperuser()).query(`update participants set state = 'ended' where public_id = $1`, [person])
  for (const form of forms) expect([form, await refused(form, form === `${sessions}/new` ? { on: '2026-11-23', time: '09:00' } : { on: '2026-11-25' }, 'on')]).toEqual([form, [true, true, true]])
})

test('it says to a facilitator that the person has ended here, and keeps what they wrote', async () => {
  const sessions = await someoneTakingPart(['Kai', 'Amira'])
  await (await asSuperuser()).query(`update participants set state = 'ended' where public_id = $1`, [/people\/(\w+)/.exec(sessions)![1]!])
  const again = await (await visit('Amira')).send(`${sessions}/new`, fields)
  expect([again.status, again.text.includes('The person has ended here'), again.text.includes('We looked for a flat.')]).toEqual([409, true, true])
})

test('it takes a time as people write it in a hurry, and says how to write one that is none', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  for (const [time, read] of [['9.15', '09:15'], ['8:30', '08:30'], ['0745', '07:45']] as const) expect((await mia.get((await mia.send(`${sessions}/new`, { ...fields, time })).location!)).text, time).toContain(read)
  const again = await mia.send(`${sessions}/new`, { ...fields, time: 'half past nine' })
  expect([again.status, again.text.includes('Begins at: this is no time of the day. Write it as hours and minutes, for example 09:30.')]).toEqual([422, true])
})

test('it says what else lies at the time that somebody plans or moves to: their own, or a colleague\'s with the person, and stops neither', async () => {
  const [sessions, other] = [await someoneTakingPart(['Kai', 'Mia', 'Amira']), await someoneTakingPart(['Kai', 'Mia'])]
  const [mia, amira] = [await visit('Mia'), await visit('Amira')]
  const plan = async (who: typeof mia, to: string, time: string) => (await who.get((await who.send(`${to}/plan`, { on: '2026-12-02', time, minutes: '60' })).location!)).text
  expect(await plan(mia, other, '10:00')).not.toContain('at that time')
  expect(await plan(mia, sessions, '10:30')).toContain('You have something else planned at that time')
  const hers = await plan(amira, sessions, '11:15')
  expect([hers.includes('A colleague has planned something with the person at that time'), hers.includes('You have something else')]).toEqual([true, false])
  expect(await plan(amira, sessions, '12:15')).not.toContain('at that time')
})

test('it opens no form for what cannot be done any more, and calls off only what it showed', async () => {
  const sessions = await someoneTakingPart()
  const [mia, about] = [await visit('Mia'), { about: /people\/(\w+)/.exec(sessions)![1]! }]
  const id = await become('Mia', (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }), about)
  const here = `${sessions}/${id}`
  const shown = (await mia.get(`${here}/calling-off`)).text
  const hidden = Object.fromEntries([...shown.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  await become('Mia', (work) => moveSession(work, id, { on: day('2026-11-25'), time: '10:00', minutes: 60, place: 'room B2', cause: 'room' }), about)
  expect((await mia.post(`${here}/calling-off`, { ...hidden, cause: 'illness' })).status).toBe(409)
  expect((await mia.send(`${here}/calling-off`, { cause: 'illness' })).status).toBe(303)
  const again = await mia.get(`${here}/calling-off`)
  expect([again.status, again.text.includes('This session is called off already.')]).toEqual([409, true])
  expect((await mia.get(`${here}/record`)).location).toBe(here)
})

test('it keeps what somebody has begun to write where the note was signed in another window meanwhile', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const session = (await mia.send(`${sessions}/new`, fields)).location!
  const shown = (await mia.get(`${session}/note`)).text
  const hidden = Object.fromEntries([...shown.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  await mia.send(`${session}/note`, { note: 'Signed here' })
  const other = await mia.post(`${session}/note`, { ...hidden, note: 'Typed there, كلمة' })
  expect([other.status, other.text.includes('Typed there, كلمة'), other.text.includes('name="addition"'), other.text.includes('what you wrote is still here')]).toEqual([409, true, true, true])
})

test('it signs a note on its page, keeps another as a draft, and takes an addition', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const session = (await mia.send(`${sessions}/new`, fields)).location!
  await mia.send(`${session}/note`, { note: 'Half a thought', isDraft: 'true' })
  expect((await mia.get(session)).text).toContain('Not signed yet: only you read it.')
  expect((await mia.get('/')).text).toContain('Sign your note')
  await mia.send(`${session}/note`, { note: 'A whole thought' })
  expect((await mia.send(`${session}/note/additions`, { addition: 'He rang.' })).status).toBe(303)
  const page = (await mia.get(session)).text
  expect([page.includes('A whole thought'), page.includes('Half a thought'), page.includes('He rang.')]).toEqual([true, false, true])
})
