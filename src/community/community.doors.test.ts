import { expect, test } from 'vitest'
import { visit } from '../../database/testing/index.ts'
import { linksOnPaper } from '../../database/testing/links-on-paper.ts'

const told = { kind: 'housing', name: 'Harbour rooms', area: 'Østby', offers: 'Rooms with a shared kitchen.', reach: '+45 70 00 00 01' }

async function added(own: Partial<typeof told> = {}) {
  const kai = await visit('Kai')
  const sent = await kai.send('/community/new', { ...told, ...own })
  return { kai, sent, at: sent.location! }
}

test('it is added on a page, found by kind and area, changed with its history, and closed', async () => {
  const area = `Area ${Math.random()}`
  const { kai, sent, at } = await added({ area })
  expect(sent.status).toBe(303)
  const lena = await visit('Lena')
  const found = (await lena.get(`/community?kind=housing&area=${encodeURIComponent(area)}`)).text
  expect(found).toContain('1 place')
  expect(found).toContain('Harbour rooms')
  expect((await lena.get(`/community?kind=work&area=${encodeURIComponent(area)}`)).text).toContain('No place of this kind in this area.')
  expect((await kai.send(`${at}/changes`, { ...told, area, reach: '+45 70 00 00 09' })).status).toBe(303)
  expect((await lena.get(at)).text).toContain('How to reach it was: +45 70 00 00 01')
  const page = (await kai.get(at)).text
  expect([page.includes(`${at}/closing`), linksOnPaper(page)]).toEqual([true, []])
  expect((await kai.send(`${at}/closing`, { why: 'It burned down.' })).status).toBe(303)
  expect((await lena.get(at)).text).toContain('It burned down.')
  expect((await lena.get(`/community?area=${encodeURIComponent(area)}`)).text).not.toContain(at)
})

test('it keeps what was typed, and names the field that is missing', async () => {
  const kai = await visit('Kai')
  const again = await kai.send('/community/new', { ...told, area: '' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Rooms with a shared kitchen.')
  expect((await kai.send('/community/new', { ...told, kind: 'mosque' })).status).toBe(422)
})

test('it shows no door to whoever would not come through', async () => {
  const { at } = await added()
  const lena = await visit('Lena')
  for (const path of ['/community/new', `${at}/changes`, `${at}/closing`]) expect((await lena.get(path)).status, path).toBe(404)
  expect((await lena.get(at)).text).not.toContain('/changes"')
  for (const other of ['Viktor', 'Olga', 'Ravi', 'Rune'] as const) expect((await (await visit(other)).get('/community')).status, other).toBe(404)
})

test('it can be filtered by nothing but kind and area', async () => {
  await added()
  const page = (await (await visit('Mia')).get('/community')).text
  const form = page.slice(page.indexOf('action="/community"'))
  expect([...form.slice(0, form.indexOf('</form>')).matchAll(/ name="(\w+)"/g)].map(([, name]) => name)).toEqual(['kind', 'area'])
  const count = (text: string) => /role="status">(\d+ places?)/.exec(text)?.[1]
  expect(count((await (await visit('Mia')).get('/community?belief=any')).text)).toBe(count(page))
})
