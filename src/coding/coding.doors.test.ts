import { beforeAll, expect, test } from 'vitest'
import { visit } from '../../database/testing/index.ts'
import { alsoFacilitators, aSessionToCode, offerCoding } from '../../database/testing/a-coded-session.ts'

beforeAll(offerCoding)
beforeAll(() => alsoFacilitators('Ulla'))

const form = (...codes: string[]) => Object.fromEntries(codes.map((code, place) => [`codes.${place}.code`, code]))
const domains = Object.fromEntries(['social-relations', 'coping', 'identity', 'action-orientation'].map((domain, place) => [`codes.${place}.domain`, domain]))
const filled = (...codes: string[]) => ({ ...domains, ...form(...codes) })

async function toCode() {
  const one = await aSessionToCode()
  return { ...one, page: `/people/${one.publicId}/sessions/${one.session}/coding`, list: `/people/${one.publicId}/coding` }
}

test('it goes from the note over two blind forms to a consensus', async () => {
  const { page, list } = await toCode()
  const [amira, ulla] = [await visit('Amira'), await visit('Ulla')]
  const blank = (await amira.get(page)).text
  expect(blank).toContain('Read it aloud, twice.')
  expect(blank).toContain('Social relations')
  expect(blank).not.toContain('Ideology')
  expect((await amira.send(page, filled('clear', 'some', 'some', 'not-in-note'))).status).toBe(303)
  expect((await amira.get(page)).text).toContain('when they have locked theirs')

  expect((await ulla.get('/')).text).toContain('Code a note, second reader')
  expect((await ulla.get(list)).text).toContain('waits for a second reader')
  expect((await ulla.get(page)).text).not.toContain('checked')
  await ulla.send(page, filled('clear', 'absent', 'some', 'not-in-note'))

  const both = (await amira.get(page)).text
  expect(both).toContain('<b>Absent</b>')
  expect((await amira.send(`${page}/consensus`, { ...filled('clear', 'absent', 'some', 'not-in-note'), reason: 'Nothing was tried yet.' }, page)).status).toBe(303)
  const waiting = (await ulla.get(page)).text
  expect(waiting).toContain('Nothing was tried yet.')
  const confirmation = /action="([^"]+\/consensus\/[^"]+)"/.exec(waiting)![1]!
  expect((await ulla.send(confirmation, {}, page)).status).toBe(303)
  const agreed = (await amira.get(page)).text
  expect(agreed).toContain('Agreed 23 November 2026')
  // Two raters are compared: beside what they agreed on, too, they stay side by side on a phone.
  expect(agreed).not.toContain('row-by-row')
})

test('it keeps what was chosen and says which domain is missing', async () => {
  const { page } = await toCode()
  const amira = await visit('Amira')
  const again = await amira.send(page, { ...domains, 'codes.0.code': 'clear' })
  expect(again.status).toBe(422)
  expect(again.text).toMatch(/value="clear" checked/)
  expect(again.text).toContain('How clearly the note tells of it')
})

test('it is a draft of its writer until it is locked', async () => {
  const { page } = await toCode()
  const [amira, ulla] = [await visit('Amira'), await visit('Ulla')]
  await amira.send(page, { ...filled('clear'), _draft: 'true' })
  expect((await ulla.get(page)).text).not.toContain('checked')
})

test('it is no page for an assessor who may read the note, and none at all for a mentor or anybody who does not work with them', async () => {
  const { page, list } = await toCode()
  expect((await (await visit('Noor')).get(page)).status).toBe(409)
  expect((await (await visit('Mia')).get(page)).status).toBe(404)
  for (const first of ['Olga', 'Rune', 'Viktor', 'Sam'] as const) expect((await (await visit(first)).get(list)).status, first).toBe(404)
})
