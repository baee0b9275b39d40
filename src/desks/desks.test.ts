import { afterEach, expect, test } from 'vitest'
import { aVisitor, become, instant, testHouse, visit, visitAsParticipant, aParticipant, type Visitor } from '../../database/testing/index.ts'
import { asSuperuser, put } from '../../database/testing/superuser.ts'
import { writeNotice } from '../participants/index.ts'
import { unitsToReferTo } from '../referrals/index.ts'
import { codeInGroups, deskCodeHash, newDeskCode } from './desk.ts'

const morning = instant('2026-11-23T09:00:00Z')
afterEach(async () => { (await testHouse()).clock.now = morning })

/** A device, with the code of a desk that Kai has opened. */
async function anOpenDesk(): Promise<Visitor> {
  const kai = await visit('Kai')
  const unit = await become('Kai', unitsToReferTo).then((units) => units.find(({ name }) => name === 'Fjordvik prison')!.public_id)
  const page = await kai.send('/desks', { unit, place: 'Library', hours: '8' })
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page.text)![0]
  const device = await aVisitor()
  expect((await device.send('/desk/opening', { code: code.toLowerCase() }, '/desk')).location).toBe('/desk')
  return device
}

const asking = { name: 'Yusuf, cell 14', why: 'Help with a flat.' }

async function receiptOf(device: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const sent = await device.send('/desk', { ...asking, ...fields })
  expect(sent.location).toBe('/desk/sent')
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await device.get('/desk/sent')).text)![0]
}

const count = async () => Number((await (await asSuperuser()).query<{ n: string }>('select count(*) as n from referrals where desk_id is not null')).rows[0]!.n)

test('it gives a code that can be typed in any manner', () => {
  const code = newDeskCode()
  expect(codeInGroups(code)).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  expect(deskCodeHash(codeInGroups(code).toLowerCase())).toBe(deskCodeHash(code))
})

test('it is opened by a coordinator in their unit and by a case manager, and by nobody else', async () => {
  const answers = []
  for (const first of ['Kai', 'Lena', 'Mia', 'Viktor', 'Ravi'] as const) answers.push((await (await visit(first)).get('/desks')).status)
  expect(answers).toEqual([200, 200, 404, 404, 404])
  const elsewhere = 'unit-elsewhere-1'
  await put('units', { id: 990_100, public_id: elsewhere, name: 'Where Kai coordinates nothing', kind: 'prison' })
  expect((await (await visit('Kai')).send('/desks', { unit: elsewhere, place: 'Hall', hours: '1' })).status).toBe(422)
  expect((await (await visit('Lena')).send('/desks', { unit: elsewhere, place: 'Hall', hours: '99' })).status).toBe(422)
  expect((await (await visit('Lena')).send('/desks', { unit: elsewhere, place: 'Hall', hours: '1' })).status).toBe(200)
  // Past the page neither for longer than a day of work, nor as if it had been open before.
  const open = (wrong: object) => become('Lena', async (work) => work.db.insertInto('desks').values({
    id: await work.newId(), public_id: work.newPublicId(), unit_id: 990_100, place: 'Hall', code_hash: work.newPublicId(), opened_by: work.actor.id, opened_at: work.now, ends_at: instant('2026-11-23T12:00:00Z'), ...wrong }).execute())
  for (const wrong of [{ ends_at: instant('2026-11-24T09:00:00Z') }, { opened_at: instant('2026-11-22T09:00:00Z') }, { closed_at: instant('2026-11-23T09:00:00Z') }]) await expect(open(wrong), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  await open({})
})

test('it takes what somebody without an account asks, in their own words, for the coordinator of the unit alone to decide', async () => {
  const device = await anOpenDesk()
  const before = await count()
  const receipt = await receiptOf(device, { name: 'نور 🌿', languages: 'Arabic', needsInterpreter: 'true' })
  expect(await count()).toBe(before + 1)
  const kai = await visit('Kai')
  expect((await kai.get('/referrals')).text).toContain('نور 🌿')
  const { rows } = await (await asSuperuser()).query<Record<string, unknown>>('select * from referrals where receipt = $1', [receipt])
  expect(rows[0]).toMatchObject({ source: 'self', state: 'received', answer: 'yes', place: 'Library', needs_interpreter: true, participant_id: null, recorded_by: null, languages: ['ar'] })
  for (const first of ['Lena', 'Mia', 'Amira'] as const) expect((await (await visit(first)).get(`/referrals/${String(rows[0]!['public_id'])}`)).status).toBe(404)
})

test('it names no programme on any of its pages, and keeps none of them', async () => {
  const device = await anOpenDesk()
  for (const path of ['/desk', '/desk/sent', '/desk/receipt', '/information']) {
    const page = await device.get(path)
    expect([path, page.status, page.headers.get('cache-control'), /waymark|programme|extremis|back on track/i.test(page.text.replace(/<link[^>]*>/g, ''))]).toEqual([path, 200, 'no-store', false])
    if (path !== '/information') expect(page.text).toContain('href="/hidden"')
  }
})

test('it shows a receipt once, and leaves nothing to whoever comes next', async () => {
  const device = await anOpenDesk()
  await receiptOf(device)
  const after = [await device.get('/desk/sent'), await device.get('/desk')].map(({ text }) => text).join()
  expect(after).not.toContain('Yusuf')
  expect(after).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await device.send('/language', { language: 'qps', back: '/desk' }, '/desk')
  expect((await device.get('/desk')).text).toContain('dir="rtl"')
  await device.send('/desk/endings', {}, '/desk/sent')
  expect((await device.get('/desk')).text).toContain('dir="ltr"')
})

test('it says received or closed, by the calendar alone, also of a receipt that is nobody\'s', async () => {
  const device = await anOpenDesk()
  const [waiting, declined] = [await receiptOf(device), await receiptOf(device, { name: 'Somebody Declined' })]
  const kai = await visit('Kai')
  const path = /href="(\/referrals\/\w{16})">Somebody Declined/.exec((await kai.get('/referrals')).text)![1]!
  expect((await kai.send(`${path}/decision`, { decision: 'declined', reason: 'Other help fits.', way: 'as-imported', language: 'en' })).status).toBe(303)
  const said = async (receipt: string) => {
    await device.send('/desk/receipt', { receipt })
    return /class="[^"]*alert[\s\S]*?<\/div>|Received\.|Closed\./.exec((await device.get('/desk/receipt')).text)?.[0].match(/Received|Closed/)?.[0]
  }
  expect([await said(waiting), await said(declined.toLowerCase().replaceAll('-', ' ')), await said('0000-0000-0000')]).toEqual(['Received', 'Received', 'Closed'])
})

test('it offers each language once, and whoever names none is met in the one in which they read: at the decision it stands first', async () => {
  await become('Ravi', (work) => writeNotice(work, { kind: 'asking', language: 'lt', written: 'Kas bus su tavo žodžiais.', easyRead: 'Trumpai.' }), { does: 'collect', shows: 'accounts_and_settings' })
  const device = await anOpenDesk()
  const languagesOf = async (receipt: string) => (await (await asSuperuser()).query<{ public_id: string, languages: string[] }>('select public_id, languages from referrals where receipt = $1', [receipt])).rows[0]!
  expect((await languagesOf(await receiptOf(device))).languages).toEqual([])
  await device.send('/desk/endings', {}, '/desk/sent')
  const page = (await device.get('/desk')).text
  expect([page.includes('/desk?text=lt'), page.includes('/desk?text=ar'), page.includes('/desk?text=da')]).toEqual([true, false, false])
  await device.send('/language', { language: 'ar', back: '/desk' }, '/desk')
  const read = await languagesOf(await receiptOf(device))
  expect(read.languages).toEqual(['ar'])
  expect((await (await visit('Kai')).get(`/referrals/${read.public_id}/decision`)).text).toMatch(/<option value="ar" selected/)
  expect((await languagesOf(await receiptOf(device, { languages: 'Somali' }))).languages).toEqual(['so'])
  const form = (await device.get('/desk?text=lt')).text
  expect([form.includes('Trumpai.'), form.includes('/desk?text=ar')]).toEqual([true, true])
  // A service's own text can forget it: the field itself says what is not written here.
  expect(page).toContain('Nothing about what you are accused of.')
  const wrong = await device.send('/desk', { ...asking, name: '', text: 'lt' })
  expect([wrong.status, wrong.text.includes('Trumpai.')]).toEqual([422, true])
  expect((await languagesOf(await receiptOf(device, { text: 'lt' }))).languages).toEqual(['lt'])
})

test('it keeps what was typed and says what is missing', async () => {
  const device = await anOpenDesk()
  const page = await device.send('/desk', { name: '', why: 'Kept word' })
  expect([page.status, page.text.includes('Kept word'), page.text.includes('Your name')]).toEqual([422, true, true])
  expect((await device.send('/desk', { ...asking, why: 'x'.repeat(9000) })).status).toBe(422)
})

test('it is one request by a double click', async () => {
  const device = await anOpenDesk()
  const form = (await device.get('/desk')).text
  const hidden = Object.fromEntries([...form.matchAll(/name="(_token|_once|slip|turn)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const before = await count()
  const answers = [await device.post('/desk', { ...hidden, ...asking }), await device.post('/desk', { ...hidden, ...asking })]
  expect(answers.map(({ location }) => location)).toEqual(['/desk/sent', '/desk/sent'])
  expect(await count()).toBe(before + 1)
})

test('it opens by no other code, and not too often', async () => {
  const device = await aVisitor()
  const answers = new Set<number>()
  for (let times = 0; times < 22; times += 1) answers.add((await device.send('/desk/opening', { code: 'AAAA-BBBB-CCCC' }, '/desk')).status)
  expect([...answers]).toEqual([422, 429])
  expect((await device.get('/desk')).text).toContain('not open')
  await (await asSuperuser()).query('delete from desk_uses')
})

test('it takes a dozen requests in an hour and then waits', async () => {
  const device = await anOpenDesk()
  const statuses = []
  for (let times = 0; times < 13; times += 1) statuses.push((await device.send('/desk', { ...asking, why: `Number ${times}` })).status)
  expect(statuses.slice(11)).toEqual([303, 429])
})

test('it sends nothing once a colleague has closed the desk or its time is over', async () => {
  const [device, other] = [await anOpenDesk(), await anOpenDesk()]
  const kai = await visit('Kai')
  const endings = [...(await kai.get('/desks')).text.matchAll(/\/desks\/\w+\/endings/g)].map(([path]) => path)
  expect((await (await visit('Mia')).send(endings[0]!, {}, '/people')).status).toBe(404)
  for (const ending of endings.slice(0, -1)) await kai.send(ending, {}, '/desks')
  const before = await count()
  expect((await device.send('/desk', { ...asking, slip: '0123456789abcdef' })).location).toBe('/desk')
  // Past the page neither: what was closed is not opened again.
  expect((await become('Kai', (work) => work.db.updateTable('desks').set({ closed_at: null }).where('closed_at', 'is not', null).executeTakeFirst())).numUpdatedRows).toBe(0n)
  ;(await testHouse()).clock.now = instant('2026-11-23T18:00:00Z')
  expect((await other.send('/desk', { ...asking, slip: '0123456789abcdef' })).location).toBe('/desk')
  expect(await count()).toBe(before)
})

test('it is not used to write as somebody else: the doorkeeper takes nothing but a wish of one\'s own for the desk\'s unit', async () => {
  const participant = await visitAsParticipant(await aParticipant())
  expect((await participant.get('/desks')).status).toBe(404)
  const { rows } = await (await asSuperuser()).query<{ check: string }>(`select with_check as check from pg_policies where policyname = 'referral_write_at_the_desk'`)
  for (const words of ['doorkeeper', "'self'", "'own-wish'", 'participant_id IS NULL', 'desk_id']) expect(rows[0]!.check).toContain(words)
})
