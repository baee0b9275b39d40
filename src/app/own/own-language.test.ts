import { beforeAll, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, offerProgrammes, visit, visitAsParticipant, type Page } from '../../../database/testing/index.ts'
import { anAgreement } from '../../../database/testing/an-agreement.ts'
import { recordConsent } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { makePlan } from '../../plans/index.ts'
import { recordSession } from '../../sessions/index.ts'

beforeAll(offerProgrammes)

const paths = ['/own', '/own/plan', '/own/sessions', '/own/agreements', '/own/measures', '/own/log', '/own/readers', '/own/passed-on', '/own/needs', '/own/times', '/own/complaints', '/own/complaints/new', '/own/withdrawal', '/own/erasure', '/own/release', '/account', '/information']

async function someoneWithAPlan() {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Amira', 'Mia'] })
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  await become('Mia', (work) => recordSession(work, { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'B2', state: 'held', done: 'كتبنا رسالتين.', ownWords: '', note: '' }), { about: jonas.publicId })
  return jonas
}

/** A sentence that a language lacks is marked with the language that it fell back to. */
const fellBack = ({ text }: Page) => [...text.matchAll(/<span lang="en-GB"[^>]*>([^<]*)/g)].map(([, words]) => words)

test.each([['ar', 'rtl', 'مواعيد ومعلومات'], ['da', 'ltr', 'Aftaler og information']])('it speaks %s on every page of the person\'s own, and names no programme round them', async (language, direction, header) => {
  const own = await visitAsParticipant(await someoneWithAPlan())
  await own.send('/language', { language, back: '/own' }, '/own')
  for (const path of paths) {
    const page = await own.get(path)
    expect([path, page.status, fellBack(page)]).toEqual([path, 200, []])
    expect(page.text).toContain(`<html lang="${language}" dir="${direction}"`)
    if (path !== '/information') expect(page.text).toContain(header)
    const around = /<title>[\s\S]*?<\/title>/.exec(page.text)![0] + /<header[\s\S]*?<\/header>/.exec(page.text)![0]
    expect(around).not.toMatch(/waymark|back on track|programme|program\b|برنامج/i)
  }
})

test('it keeps a name of Latin letters together in an Arabic sentence, and says days and counts as Arabic does', async () => {
  const jonas = await someoneWithAPlan()
  const own = await visitAsParticipant(jonas)
  await own.send('/language', { language: 'ar', back: '/own' }, '/own')
  expect((await own.get('/own/plan')).text).toContain('20 نوفمبر 2026')
  expect((await own.get('/own/log')).text).toContain('\u2068Mia Juhl\u2069، المرشد')
})

test('it marks what Arabic lacks, so that it is read aloud as the English it is', async () => {
  const mia = await visit('Mia')
  await mia.send('/language', { language: 'ar', back: '/' }, '/')
  const page = await mia.get('/')
  expect(page.text).toContain('<html lang="ar" dir="rtl"')
  expect(fellBack(page)).toContain('My day')
  expect(/<title>([^<]*)<\/title>/.exec(page.text)![1]).not.toContain('<span')
})

test('it says what is wrong in the person\'s language, and keeps what was written', async () => {
  const own = await visitAsParticipant(await someoneWithAPlan())
  await own.send('/language', { language: 'ar', back: '/own' }, '/own')
  const page = await own.send('/own/complaints/new', { kind: '', words: '', reach: 'كلمات محفوظة' })
  expect([page.status, fellBack(page)]).toEqual([422, []])
  for (const words of ['يحتاج', 'كلمات محفوظة', 'لم يُكتب شيء هنا بعد']) expect(page.text).toContain(words)
})

test('it keeps the language that somebody chose at the door, on every device, and offers none that is not there', async () => {
  const jonas = await aParticipant({ languages: ['Somali', 'Arabic'] })
  const lena = await visit('Lena')
  expect((await lena.get(`/people/${jonas.publicId}/account`)).text).toMatch(/<option value="ar"[^>]* selected/)
  const opened = await lena.send(`/people/${jonas.publicId}/account`, { username: 'reed-310', language: 'ar' })
  expect(/<div lang="ar" dir="rtl">[\s\S]*?<\/div>/.exec(opened.text)![0]).toContain('اسم المستخدم')
  const code = /class="key">([A-Z0-9-]{11})</.exec(opened.text)![1]!

  const device = await aVisitor()
  expect([...(await device.get('/sign-in')).text.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value)).toEqual(['en', 'ar', 'da'])
  expect((await device.send('/code', { username: 'reed-310', code, password: 'four quiet horses' })).status).toBe(303)
  await device.send('/sign-in', { username: 'reed-310', password: 'four quiet horses' })
  expect((await device.get('/own/needs')).text).toContain('<html lang="ar"')

  const other = await aVisitor()
  const chosen = await other.send('/language', { language: 'da', back: '/sign-in?chosen=yes' }, '/sign-in')
  expect(chosen.location).toBe('/sign-in?chosen=yes')
  await other.send('/sign-in', { username: 'reed-310', password: 'four quiet horses' }, '/sign-in?chosen=yes')
  expect((await other.get('/own/needs')).text).toContain('<html lang="da"')

  // A colleague read Arabic on this machine before: nobody chose it for the person.
  const used = await aVisitor()
  await used.send('/language', { language: 'ar', back: '/sign-in' }, '/sign-in')
  await used.send('/sign-in', { username: 'reed-310', password: 'four quiet horses' }, '/sign-in')
  expect((await used.get('/own/needs')).text).toContain('<html lang="da"')
  await device.send('/sign-out', {}, '/own')
  expect((await device.get('/sign-in')).text).toContain('<html lang="en-GB"')
})

test.each(['ar', 'da'])('it prints what was agreed in %s, under a name that says nothing', async (language) => {
  const { jonas, id } = await anAgreement()
  const file = await (await visit('Mia')).get(`/people/${jonas.publicId}/agreements/${id}/print/${language}`)
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'inline; filename="appointment.pdf"'])
  expect(file.text).toContain(`/Lang (${language})`)
})
