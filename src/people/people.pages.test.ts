import { expect, test } from 'vitest'
import { become, visit } from '../../database/testing/index.ts'

const facts = { name: 'Norland', timeZone: 'Europe/Copenhagen', 'languages.0.ticked': 'true', holidays: '2026-12-25\n2026-12-26' }

test('it lets the administrator change what is the same for everybody', async () => {
  const ravi = await visit('Ravi')
  expect((await ravi.send('/service', { ...facts, name: 'Norland South' })).location).toBe('/service')
  const page = await ravi.get('/service')
  expect(page.text).toContain('value="Norland South"')
  expect(page.text).toContain('2026-12-25\n2026-12-26</textarea>')
})

test('it can be saved in a browser also where no codes are required: a tick that may stay empty asks for none', async () => {
  const page = (await (await visit('Ravi')).get('/service')).text
  const tick = /<input[^>]*name="codesRequired"[^>]*>/.exec(page)![0]
  expect(tick).not.toMatch(/\srequired/)
})

test('it is the administrator\'s alone: for Olga, Kai and Dana there is no such page, and no such right in the database', async () => {
  for (const first of ['Olga', 'Kai', 'Viktor'] as const) for (const path of ['/service', '/service/units', '/colleagues']) expect((await (await visit(first)).get(path)).status, `${first} ${path}`).toBe(404)
  await expect(become('Kai', (work) => work.db.updateTable('services').set({ name: 'mine' }).execute())).rejects.toThrow('permission denied')
})

test('it notices that another administrator saved meanwhile, and keeps what the second wrote', async () => {
  const [one, other] = [await visit('Ravi'), await visit('Ravi')]
  const before = await other.get('/service')
  await one.send('/service', { ...facts, name: 'First' })
  const hidden = Object.fromEntries(['_token', '_once', '_revision'].map((name) => [name, new RegExp(`action="/service"[\\s\\S]*?name="${name}" value="([^"]+)"`).exec(before.text)![1]!]))
  const codes = Object.fromEntries([...before.text.matchAll(/name="(languages\.\d+\.code)" value="([^"]+)"/g)].map((found) => [found[1]!, found[2]!]))
  const second = await other.post('/service', { ...hidden, ...codes, ...facts, name: 'Second' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Somebody else saved these facts')
  expect(second.text).toContain('value="Second"')
  expect(second.text).toContain('<dd>First</dd>')
})

test('it says what is wrong with a place, a day, and a service without a language', async () => {
  const ravi = await visit('Ravi')
  const says = async (fields: Record<string, string>) => (await ravi.send('/service', { ...facts, ...fields })).text
  expect(await says({ timeZone: 'Copenhagen' })).toContain('there is no such place')
  expect(await says({ holidays: '2026-02-30' })).toContain('2026-02-30 is no day')
  expect(await says({ 'languages.0.ticked': '' })).toContain('choose at least one')
  expect(await says({ name: '' })).toContain('Name of the service: nothing is written here yet')
})

test('it opens and closes units, none of them twice', async () => {
  const ravi = await visit('Ravi')
  expect((await ravi.send('/service/units', { name: 'Vestby prison', kind: 'prison' })).location).toBe('/service/units')
  expect((await ravi.send('/service/units', { name: 'Vestby prison', kind: 'remand' })).text).toContain('a unit of this name already')
  const [, ending] = /Vestby prison<\/th>[\s\S]*?action="([^"]+)"/.exec((await ravi.get('/service/units')).text)!
  await ravi.send(ending!, {}, '/service/units')
  expect((await ravi.get('/service/units')).text).not.toContain('Vestby')
})
