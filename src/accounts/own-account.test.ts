import { expect, test } from 'vitest'
import { aVisitor, signInAs, testHouse, visit } from '../../database/testing/index.ts'
import { prepareAccounts } from './secrets.ts'

const good = 'four quiet horses'

test('it changes a password: this browser stays, every other ends, the old password opens nothing', async () => {
  const [here, there] = [await visit('Mia'), await visit('Mia')]
  expect((await here.send('/account/password', { current: 'mia-in-norland', password: good })).location).toBe('/account')
  expect((await here.get('/account')).status).toBe(200)
  expect((await there.get('/account')).status).toBe(303)
  const again = await aVisitor()
  expect((await again.send('/sign-in', { username: 'mia', password: 'mia-in-norland' })).status).toBe(422)
  await signInAs(again, 'mia', good)
})

test('it keeps the old password when the one now is wrong, and shuts after five', async () => {
  const kai = await visit('Kai')
  for (let time = 0; time < 5; time += 1) expect((await kai.send('/account/password', { current: 'not mine at all', password: good })).status).toBe(422)
  expect((await kai.send('/account/password', { current: 'kai-in-norland', password: good })).status).toBe(429)
})

test('it says beside the field what is wrong with a poor password', async () => {
  const noor = await visit('Noor')
  const says = async (password: string) => (await noor.send('/account/password', { current: 'noor-in-norland', password })).text
  expect(await says('short')).toContain('this is too short')
  expect(await says('noor-noor-noor-1')).toContain('this is your user name')
  expect(await says('passwordpassword')).toContain('among the first that anybody would try')
  expect(await says('x'.repeat(201))).toContain('At most 200 characters')
})

test('it shows where one is signed in, and ends everything', async () => {
  const [here, there] = [await visit('Lena'), await visit('Lena')]
  const page = await here.get('/account')
  expect(page.text).toContain('this one')
  expect(page.text.match(/Unknown device/g)).toHaveLength(2)
  await here.post('/account/endings', tokenOn(page.text))
  expect([(await here.get('/account')).status, (await there.get('/account')).status]).toEqual([200, 303])
  expect((await here.post('/account/endings', { here: 'true', ...tokenOn((await here.get('/account')).text) })).location).toBe('/sign-in')
  expect((await here.get('/account')).status).toBe(303)
})

test('it refuses the demonstration\'s passwords in production, at the door and when choosing', async () => {
  const { house } = await testHouse()
  const [petra, production] = [await visit('Petra'), await aVisitor()]
  prepareAccounts({ secret: house.formSecret, mode: 'production' })
  try {
    const refused = await production.send('/sign-in', { username: 'petra', password: 'petra-in-norland' })
    expect([refused.status, refused.text.includes('password of the demonstration')]).toEqual([422, true])
    expect((await petra.send('/account/password', { current: 'petra-in-norland', password: 'otto-in-norland' })).text).toContain('one of the demonstration')
  } finally {
    prepareAccounts({ secret: house.formSecret, mode: 'demo' })
  }
})

function tokenOn(text: string): Record<string, string> {
  return { _token: /name="_token" value="([^"]+)"/.exec(text)![1]! }
}
