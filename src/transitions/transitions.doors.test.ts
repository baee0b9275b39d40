import { expect, test } from 'vitest'
import { aParticipant, become, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'

async function tora() {
  const person = await aParticipant()
  await become('Lena', (work) => recordRelease(work, { releaseOn: day('2026-12-28'), reason: 'Term shortened by the court', authority: 'Court' }), { about: person.publicId })
  return { person, at: `/people/${person.publicId}/outside` }
}

test('it says late and why, names Lena, who presses once that she knows; the person reads that she does', async () => {
  const { person, at } = await tora()
  const amira = await visit('Amira')
  expect((await amira.get(at)).text).toContain('Below lead time, cause: Term shortened by the court, Court.')
  const form = (await amira.get(`${at}/owner`)).text
  const owner = /value="(colleague:[^"]+)"[^>]*>[^<]*Lena Berg/.exec(form)?.[1]
  expect((await amira.send(`${at}/owner`, { owner: owner! })).status).toBe(303)
  const own = await visitAsParticipant(person)
  expect((await own.get('/own/outside')).text).toContain('was asked, and answers by 30 November 2026.')
  const lena = await visit('Lena')
  expect((await lena.get(at)).text).toContain('I know that it is mine')
  expect((await lena.send(`${at}/owner/acknowledgement`, {}, at)).status).toBe(303)
  expect((await lena.get(at)).text).toContain('Lena Berg knows that it is theirs.')
  const page = (await own.get('/own/outside')).text
  expect(page).toContain('Lena Berg knows that you are coming.')
  expect(page).toContain('<title>Information</title>')
})

test('it shows the case manager no door that would not open, and keeps what was typed where something is missing', async () => {
  const { at } = await tora()
  const lena = await visit('Lena')
  const page = (await lena.get(at)).text
  for (const door of ['owner', 'places', 'meetings', 'hand-over']) {
    expect(page).not.toContain(`${at}/${door}"`)
    expect((await lena.get(`${at}/${door}`)).status, door).toBe(404)
  }
  const amira = await visit('Amira')
  const again = await amira.send(`${at}/hand-over`, { to: '', items: 'goals', words: 'Mornings are best.' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Mornings are best.')
})

test('it takes the lead time from the administrator alone, and only with a rule', async () => {
  const ravi = await visit('Ravi')
  expect((await ravi.get('/service/lead-time')).text).toContain('Not established')
  expect((await ravi.send('/service/lead-time', { days: '60' })).status).toBe(422)
  expect((await ravi.send('/service/lead-time', { days: '3', rule: 'Mine' })).status).toBe(422)
  expect((await ravi.send('/service/lead-time', { days: '60', rule: 'Instruction 12' })).status).toBe(303)
  expect((await ravi.get('/service/lead-time')).text).toContain('Instruction 12')
  expect((await (await visit('Kai')).get('/service/lead-time')).status).toBe(404)
})
