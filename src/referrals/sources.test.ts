import { expect, test } from 'vitest'
import { become, visit } from '../../database/testing/index.ts'
import { day } from '../platform/day.ts'
import { consentsDue, statusesOf } from '../participants/index.ts'
import { readReceipt, receiptOfSlip, seenAtTheDesk } from './referral.ts'
import { openUnits } from './referrals.queries.ts'

const at = '/referral-sources'

test('it is the administrator who adds a source and stops another; the next referral can be said to come from it', async () => {
  const [ravi, lena] = [await visit('Ravi'), await visit('Lena')]
  expect((await lena.get(at)).status).toBe(404)
  expect((await ravi.send(at, { name: 'Outpatient clinic' })).location).toBe(at)
  expect((await ravi.send(at, { name: 'outpatient CLINIC' })).text).toContain('there is one of this name already')
  expect((await ravi.send(at, { name: 'Family' })).status).toBe(409)
  await ravi.send(`${at}/chaplain/offers`, { offered: 'no' }, at)
  expect((await ravi.send(`${at}/case-manager/offers`, { offered: 'no' }, at)).status).toBe(409)
  const form = (await lena.get('/referrals/new')).text
  const options = /<select[^>]*name="source"[\s\S]*?<\/select>/.exec(form)![0]
  expect(options).toContain('Outpatient clinic')
  expect(options).not.toContain('chaplain')
  const unit = (await become('Lena', openUnits)).find(({ name }) => name === 'Fjordvik prison')!.public_id
  const source = /<option value="(\w{16})"[^>]*>Outpatient clinic/.exec(options)![1]!
  const good = { name: 'From A Clinic', unit, why: 'Asks for help.', answer: 'yes', ground: 'not-said', told: 'spoken' }
  const sent = await lena.send('/referrals/new', { ...good, source })
  expect((await lena.get(sent.location!)).text).toMatch(/told aloud[\s\S]*Outpatient clinic/)
  expect((await lena.send('/referrals/new', { ...good, source: 'chaplain' })).text).toContain('choose one of the sources')
  await ravi.send(`${at}/chaplain/offers`, { offered: 'yes' }, at)
  expect((await lena.send('/referrals/new', { ...good, source: 'chaplain' })).status).toBe(303)
})

test('it brings status and day of release over with the acceptance, as told by whoever referred, for the case manager to confirm', async () => {
  const [kai, lena] = [await visit('Kai'), await visit('Lena')]
  const unit = (await become('Lena', openUnits)).find(({ name }) => name === 'Fjordvik prison')!.public_id
  const { location } = await lena.send('/referrals/new', { name: 'Carried Quux', unit, why: 'w', answer: 'yes', ground: 'not-said', source: 'case-manager', told: 'written', legalStatus: 'remand', releaseOn: '2027-05-01' })
  const form = (await kai.get(`${location!}/decision`)).text
  expect(form).toMatch(/<select[^>]*name="language"[\s\S]*?English/)
  const chosen = (role: string) => new RegExp(`name="team\\.${role}"[\\s\\S]*?<option value="([^"]{10,})"`).exec(form)![1]!
  const { location: page } = await kai.send(`${location!}/decision`, { decision: 'accepted', reason: 'A place is free.', 'team.facilitator': chosen('facilitator'), 'team.case_manager': chosen('case_manager'), answer: 'yes', way: 'spoken', language: 'da' })
  const person = page!.split('/')[2]!
  const found = await become('Kai', (work) => statusesOf(work, work.about), { about: person })
  expect(found).toMatchObject([{ status: 'remand', as_told: true, source: 'Lena Berg', told_on: '2026-11-23', told_from: 'case-manager' }])
  expect((await become('Lena', consentsDue, { about: person })).map(({ says }) => says)).toEqual(expect.arrayContaining(['Confirm the legal status', 'Confirm the day of release']))
  expect((await lena.get(`/people/${person}/legal-statuses`)).text).toContain('Confirm: on remand')
  expect((await kai.get(`/people/${person}/release`)).text).toContain('has not confirmed it yet')
  expect((await kai.get(`/people/${person}/release`)).text).toContain('The referral of 23 November 2026, as told by: Lena Berg')
})

test('it gives a receipt that follows from the slip, is read however it is typed, and tells the calendar alone', () => {
  expect(receiptOfSlip('7 abc')).toBe(receiptOfSlip('7 abc'))
  expect(receiptOfSlip('7 abc')).not.toBe(receiptOfSlip('8 abc'))
  expect(receiptOfSlip('7 abc')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(readReceipt(' o1ab cdef-gl23')).toBe('01AB-CDEF-G123')
  const today = day('2026-11-23')
  expect([day('2026-11-23'), day('2026-09-05'), day('2026-09-04'), null].map((on) => seenAtTheDesk(on, today))).toEqual(['received', 'received', 'closed', 'closed'])
})
