import { beforeEach, expect, test } from 'vitest'
import { act, aParticipant, aVisitor, become, colleague, testHouse, testMoment, visit, type Page, type Visitor } from '../../database/testing/index.ts'
import { endAssignment, teamOf } from '../access/index.ts'
import { addMinutes } from '../platform/day.ts'
import { makeToken } from './tokens.verbs.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

async function tokenFor(visitor: Visitor, allows: string[], name = 'attendance list'): Promise<{ token: string, page: Page }> {
  const page = await visitor.send('/account/tokens/new', { name, until: '2027-03-01', allows })
  return { page, token: /class="key long">([\w-]+)</.exec(page.text)?.[1] ?? '' }
}

const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

test('it reads what it lists, of the people its maker works with, and nothing else', async () => {
  const [jonas, stranger] = [await aParticipant(), await aParticipant({ team: ['Kai'] })]
  const { token } = await tokenFor(await visit('Mia'), ['agreement:read', 'identity_name:read'])
  const machine = await aVisitor()
  const asks = async (path: string) => (await machine.api(path, undefined, bearing(token))).status
  expect(await asks(`/people/${jonas.publicId}/agreements`)).toBe(200)
  expect(await asks(`/people/${stranger.publicId}/agreements`)).toBe(404)
  const plans = await machine.api(`/people/${jonas.publicId}/plans`, undefined, bearing(token))
  expect(plans.status === 404 || JSON.stringify(plans.json) === '{"plans":[]}').toBe(true)
  expect((await machine.get('/account')).status).toBe(303)
})

test('it sees nothing more once its maker has left the person, and nothing at all once it is ended or too old', async () => {
  const { clock } = await testHouse()
  const jonas = await aParticipant()
  const amira = await visit('Amira')
  const { token } = await tokenFor(amira, ['agreement:read', 'identity_name:read'])
  const machine = await aVisitor()
  const asks = async () => (await machine.api(`/people/${jonas.publicId}/agreements`, undefined, bearing(token))).status
  expect(await asks()).toBe(200)
  await become('Kai', async (work) => {
    const one = (await teamOf(work, jonas.id)).find(({ name }) => name === 'Amira Haddad')!
    await endAssignment(work, one.public_id)
  }, { about: jonas.publicId })
  expect(await asks()).toBe(404)

  const [, ending] = /action="(\/account\/tokens\/[^"]+\/endings)"/.exec((await amira.get('/account/tokens')).text)!
  await amira.send(ending!, {}, '/account/tokens')
  expect((await become('Amira', (work) => work.db.updateTable('tokens').set({ ended_at: null }).where('ended_at', 'is not', null).executeTakeFirst())).numUpdatedRows).toBe(0n)
  expect(await asks()).toBe(401)
  const { token: old } = await tokenFor(await visit('Amira'), ['agreement:read'])
  clock.now = addMinutes(testMoment, 400 * 24 * 60)
  expect((await machine.api(`/people/${jonas.publicId}/agreements`, undefined, bearing(old))).status).toBe(401)
})

test('it lists no more than its maker may, and ends within a year', async () => {
  const mia = await visit('Mia')
  expect((await tokenFor(mia, ['health:read'])).page.text).toContain('more than you may do yourself')
  expect((await tokenFor(mia, [])).page.text).toContain('What it may do: at least one is needed')
  expect((await tokenFor(mia, ['consent_and_notice:read'])).page.text).toContain('whether it was taken back')
  expect((await tokenFor(mia, ['consent_and_notice:read', 'withdrawal:read'])).token).not.toBe('')
  const late = await mia.send('/account/tokens/new', { name: 'x', until: '2028-01-01', allows: 'agreement:read' })
  expect(late.text).toContain('choose a day between today and a year from now')
  expect(late.text).toContain('value="agreement:read" checked')
})

test('it is its maker\'s alone, and makes no token itself', async () => {
  const { page } = await tokenFor(await visit('Lena'), ['agreement:read'], 'court calendar')
  expect(page.status).toBe(200)
  expect((await (await visit('Mia')).get('/account/tokens')).text).not.toContain('court calendar')
  expect(await become('Mia', (work) => work.db.selectFrom('tokens').select('name').where('name', '=', 'court calendar').execute())).toEqual([])
  const token = { ...await colleague('Lena'), allows: ['agreement:read'] }
  expect(await act(token, (work) => work.db.selectFrom('tokens').select('name').execute(), {})).toEqual([])
  const wish = { name: 'second', allows: ['agreement:read'], until: '2027-01-01' as never }
  await expect(act(token, (work) => makeToken(work, wish), {})).rejects.toThrow('row-level security')
  await expect(become('Lena', (work) => work.db.selectFrom('tokens').select('token_hash').execute())).rejects.toThrow('permission denied')
  expect((await (await visit('Viktor')).get('/account/tokens')).status).toBe(404)
})

test('it ends with the password it was made under, and by signing out everywhere', async () => {
  const asks = async (token: string) => (await (await aVisitor()).api('/people', undefined, bearing(token))).status
  const noor = await visit('Noor')
  const { token } = await tokenFor(noor, ['identity_name:read'])
  expect(await asks(token)).toBe(200)
  await noor.send('/account/password', { current: 'noor-in-norland', password: 'a longer word of hers' })
  expect(await asks(token)).toBe(401)
  const { token: another } = await tokenFor(noor, ['identity_name:read'])
  await noor.send('/account/endings', { here: '' }, '/account')
  expect(await asks(another)).toBe(200)
  await noor.send('/account/endings', { here: 'true' }, '/account')
  expect(await asks(another)).toBe(401)
})
