import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, colleagueId, testHouse, testMoment, visit, type Page } from '../../database/testing/index.ts'
import { addMinutes } from '../platform/day.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const good = 'four quiet horses'
const slip = (page: Page) => /class="key">([A-Z0-9]{5}-[A-Z0-9]{5})</.exec(page.text)?.[1] ?? ''

async function later(minutes: number): Promise<void> {
  (await testHouse()).clock.now = addMinutes(testMoment, minutes)
}

async function accountPath(first: 'Mia' | 'Olga' | 'Otto' | 'Petra' | 'Ravi'): Promise<string> {
  const id = await colleagueId(first)
  const row = await become('Ravi', (work) => work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow())
  return `/colleagues/${row.public_id}/account`
}

test('it opens a participant\'s account at the desk: a slip, a password of their own, a kiosk page', async () => {
  const jonas = await aParticipant()
  const lena = await visit('Lena')
  const opened = await lena.send(`/people/${jonas.publicId}/account`, { username: 'lamp-482', language: 'en' })
  expect(opened.status).toBe(200)
  expect(slip(opened)).toMatch(/^[A-Z346789]{5}-[A-Z346789]{5}$/)

  const person = await aVisitor()
  expect((await person.send('/sign-in', { username: 'lamp-482', password: good })).status).toBe(422)
  expect((await person.send('/code', { username: 'Lamp-482', code: slip(opened).toLowerCase().replace('-', ' '), password: good })).location).toBe('/sign-in')
  expect((await person.send('/sign-in', { username: 'lamp-482', password: good })).location).toBe('/')
  expect((await person.get('/own/readers')).text).toContain('Appointments and information')
})

test('it is for the coordinator and the case manager of the team; for a mentor on it, or a coordinator who is not, there is no such page', async () => {
  const jonas = await aParticipant({ team: ['Lena', 'Mia'] })
  const path = `/people/${jonas.publicId}/account`
  expect((await (await visit('Lena')).get(path)).status).toBe(200)
  for (const first of ['Mia', 'Kai', 'Viktor', 'Ravi', 'Olga'] as const) expect((await (await visit(first)).get(path)).status, first).toBe(404)
  await expect(become('Mia', (work) => work.db.insertInto('accounts').values({ id: 9_000_001, public_id: 'forged', username: 'forged-1', kind: 'participant', participant_id: jonas.id, made_at: work.now }).execute(), { about: jonas.publicId }))
    .rejects.toThrow('row-level security')
})

test('it refuses a user name that tells who it is, is taken, or is none', async () => {
  const [jonas, other] = [await aParticipant({ name: 'Tarik Øvrebø' }), await aParticipant()]
  const lena = await visit('Lena')
  const says = async (username: string, person = jonas) => (await lena.send(`/people/${person.publicId}/account`, { username, language: 'en' })).text
  expect(await says('tarik-7')).toContain('this tells whose it is')
  expect(await says('a b')).toContain('take three to forty')
  expect(await says('river-101', other)).toContain('Printed code')
  expect(await says('RIVER-101')).toContain('somebody has this one already')
})

test('it opens once, within its time, and five wrong codes end the right one', async () => {
  const ravi = await visit('Ravi')
  const path = await accountPath('Olga')
  const first = slip(await ravi.send(`${path}/codes`, {}, path))
  const second = slip(await ravi.send(`${path}/codes`, {}, path))
  const olga = await aVisitor()
  const uses = async (code: string, password = good) => (await olga.send('/code', { username: 'olga', code, password })).status
  expect(await uses(first)).toBe(422)
  await later(24 * 60 + 1)
  expect(await uses(second)).toBe(422)
  const raviAgain = await visit('Ravi')
  const third = slip(await raviAgain.send(`${path}/codes`, {}, path))
  expect(await uses(third, 'short')).toBe(422)
  expect(await uses(third)).toBe(303)
  expect(await uses(third)).toBe(422)

  const fourth = slip(await raviAgain.send(`${path}/codes`, {}, path))
  await later(25 * 60)
  for (let time = 0; time < 4; time += 1) expect(await uses('AAAAA-AAAAA')).toBe(422)
  expect(await uses('AAAAA-AAAAB')).toBe(422)
  expect(await uses(fourth)).toBe(429)
  await later(25 * 60 + 16)
  expect(await uses(fourth)).toBe(422)
})

test('it ends every sign-in of the account, and an authenticator that is lost', async () => {
  const otto = await visit('Otto')
  const ravi = await visit('Ravi')
  const path = await accountPath('Otto')
  const code = slip(await ravi.send(`${path}/codes`, { phone: 'true' }, path))
  expect((await otto.get('/account')).status).toBe(200)
  expect((await (await aVisitor()).send('/code', { username: 'otto', code, password: good })).status).toBe(303)
  expect((await otto.get('/account')).status).toBe(303)
})

test('it tells whoever holds the account at their next sign-in that a code was printed, by whom and whether it was used, and once only', async () => {
  const path = await accountPath('Petra')
  const petra = await visit('Petra')
  expect((await petra.get('/account')).text).not.toContain('Codes printed for this account')
  await later(1)
  await (await visit('Ravi')).send(`${path}/codes`, {}, path)
  await later(2)
  const next = await visit('Petra')
  const told = 'A code that replaces your password was printed on 23 November 2026'
  expect((await next.get('/')).text).toContain(told)
  expect((await next.get('/account')).text).toMatch(/Codes printed for this account[\s\S]*Ravi[^<]*, not used/)
  await later(3)
  expect((await (await visit('Petra')).get('/')).text).not.toContain(told)
})

test('it tells a person that a colleague printed a code for them, and not who', async () => {
  const jonas = await aParticipant()
  const lena = await visit('Lena')
  const desk = `/people/${jonas.publicId}/account`
  const code = slip(await lena.send(desk, { username: 'tile-731', language: 'en' }))
  await (await aVisitor()).send('/code', { username: 'tile-731', code, password: good })
  const person = await aVisitor()
  await person.send('/sign-in', { username: 'tile-731', password: good })
  expect((await person.get('/account')).text).not.toContain('Codes printed for this account')
  await later(1)
  await lena.send(`${desk}/codes`, {}, desk)
  await later(2)
  await person.send('/sign-in', { username: 'tile-731', password: good })
  const seen = [(await person.get('/own')).text, (await person.get('/account')).text]
  expect(seen[0]).toContain('A code that replaces your password was printed on 23 November 2026')
  expect(seen[1]).toMatch(/23 November 2026[^<]*, not used/)
  for (const text of seen) expect(text).not.toContain('Lena')
})

test('it lets no two browsers use one code', async () => {
  const path = await accountPath('Mia')
  const code = slip(await (await visit('Ravi')).send(`${path}/codes`, {}, path))
  const browsers = [await aVisitor(), await aVisitor()]
  const answers = await Promise.all(browsers.map((browser, place) => browser.send('/code', { username: 'mia', code, password: `${good} ${place}` })))
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 422])
})

test('it says the same of an unknown name, a wrong code and a closed account', async () => {
  const visitor = await aVisitor()
  const says = async (username: string) => /<li>.*?<\/li>/.exec((await visitor.send('/code', { username, code: 'AAAAABBBBB', password: good })).text)?.[0]
  expect(await says('nobody-at-all')).toBe(await says('hedda'))
})

test('it is nobody\'s for themselves: Ravi needs another administrator, also in the database', async () => {
  const ravi = await visit('Ravi')
  const path = await accountPath('Ravi')
  expect((await ravi.get(path)).text).toContain('Nobody does this for their own account')
  expect((await ravi.send(`${path}/codes`, {}, path)).status).toBe(409)
  await expect(become('Ravi', async (work) => {
    const own = await work.db.selectFrom('accounts').select('id').where('colleague_id', '=', work.actor.id).executeTakeFirstOrThrow()
    await work.db.insertInto('one_time_codes').values({ id: 9_000_002, account_id: own.id, code_hash: 'x', purpose: 'reset', made_by: work.actor.id, made_at: work.now, expires_at: work.now }).execute()
  })).rejects.toThrow('row-level security')
})

test('it shows an administrator no secret, and no participant\'s account', async () => {
  await aParticipant()
  for (const column of ['password_hash', 'code_secret'] as const) {
    await expect(become('Ravi', (work) => work.db.selectFrom('accounts').select(column).execute())).rejects.toThrow('permission denied')
    await expect(become('Lena', (work) => work.db.selectFrom('accounts').select(column).execute())).rejects.toThrow('permission denied')
  }
  await expect(become('Ravi', (work) => work.db.updateTable('accounts').set({ password_hash: 'mine' }).execute())).rejects.toThrow('permission denied')
  await expect(become('Kai', (work) => work.db.selectFrom('sign_ins').select('token_hash').execute())).rejects.toThrow('permission denied')
  expect(await become('Ravi', (work) => work.db.selectFrom('accounts').select('id').where('kind', '=', 'participant').execute())).toEqual([])
  expect(await become('Mia', (work) => work.db.selectFrom('accounts').select('id').execute())).toEqual([])
  await expect(become('Ravi', (work) => sql`select 1 from participants`.execute(work.db))).rejects.toThrow('permission denied')
})

test('it lets nobody past the pages open a closed account again, or let a code work that was ended', async () => {
  const jonas = await aParticipant()
  const opened = await (await visit('Lena')).send(`/people/${jonas.publicId}/account`, { username: 'lamp-591', language: 'en' })
  const { id: held } = await become('Lena', (work) => work.db.selectFrom('accounts').select('id').where('participant_id', '=', jonas.id).executeTakeFirstOrThrow(), { about: jonas.publicId })
  const codes = (first: 'Lena' | 'Ravi', at: string | null) => become(first, async (work) => (await work.db.updateTable('one_time_codes').set({ ended_at: at as typeof work.now | null }).where('account_id', '=', held).executeTakeFirst()).numUpdatedRows, { about: jonas.publicId })
  const account = (at: string | null) => become('Lena', async (work) => (await work.db.updateTable('accounts').set({ closed_at: at as typeof work.now | null }).where('participant_id', '=', jonas.id).executeTakeFirst()).numUpdatedRows, { about: jonas.publicId })
  expect(slip(opened)).not.toBe('')
  for (const wrong of ['2026-11-01T09:00:00Z', '2026-12-01T09:00:00Z', null]) {
    await expect(codes('Lena', wrong), String(wrong)).rejects.toThrow('row-level security')
    await expect(account(wrong), String(wrong)).rejects.toThrow('row-level security')
  }
  expect([await codes('Lena', testMoment), await account(testMoment)]).toEqual([1n, 1n])
  expect([await codes('Lena', null), await codes('Ravi', null), await account(null), await account(testMoment)]).toEqual([0n, 0n, 0n, 0n])
})

test('it closes an account: every sign-in ends at once, and the password opens nothing', async () => {
  const viktor = await visit('Viktor')
  const id = await colleagueId('Viktor')
  const row = await become('Ravi', (work) => work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow())
  const path = `/colleagues/${row.public_id}/account`
  const ravi = await visit('Ravi')
  await ravi.send(`${path}/endings`, {}, path)
  expect((await viktor.get('/account')).status).toBe(303)
  expect((await (await aVisitor()).send('/sign-in', { username: 'viktor', password: 'viktor-in-norland' })).status).toBe(422)
  expect((await ravi.get(path)).text).toContain('has no account')
})

test('it takes in a new colleague in one form, who then signs in as what they are appointed', async () => {
  const ravi = await visit('Ravi')
  const unit = /<option value="([^"]+)"[^>]*>Fjordvik prison/.exec((await ravi.get('/colleagues/new')).text)![1]!
  const made = await ravi.send('/colleagues/new', { name: 'Nils Aas', title: 'Mentor', role: 'mentor', unit, username: 'nils', language: 'en' })
  expect(made.status).toBe(200)
  const nils = await aVisitor()
  await nils.send('/code', { username: 'nils', code: slip(made), password: good })
  expect((await nils.send('/sign-in', { username: 'nils', password: good })).location).toBe('/')
  expect((await nils.get('/')).text).toContain('Working as mentor')
  expect((await (await visit('Kai')).get('/colleagues/new')).status).toBe(404)
})
