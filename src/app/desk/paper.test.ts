import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, instant, offerProgrammes, visit } from '../../../database/testing/index.ts'
import { wordsInPdf } from '../../../database/testing/words-in-pdf.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { proposeAgreement } from '../../agreements/index.ts'
import { roleName, roles, teamOf } from '../../access/index.ts'
import { recordConsent } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { makePlan } from '../../plans/index.ts'
import { planSession } from '../../sessions/index.ts'
import { programmesOnOffer } from '../../programmes/index.ts'
import { givingAway } from './appointments.ts'
import { neutralPlace } from './neutral.ts'
import { linesOf, sheetFile, slipsFile, slipsFor, type Line } from './paper.ts'

beforeAll(async () => {
  await offerProgrammes()
  const unit = (await (await asSuperuser()).query<{ id: number }>(`select id from units where name = 'Fjordvik prison'`)).rows[0]!.id
  await put('rooms', { id: await freshId(), public_id: newPublicId(), unit_id: unit, name: 'Room B2', holds: 4 })
})

const tomorrow = '2026-11-24'

async function someone(name: string, wanted: Parameters<typeof aParticipant>[0] = {}) {
  const person = await aParticipant({ name, ...wanted })
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: person.publicId })
  return person
}

function plans(first: First, about: string, time: string, place = 'room B2') {
  return become(first, (work) => planSession(work, { on: day(tomorrow), time, minutes: 60, place, units: [] }), { about })
}

test('it shows Mia her next working day, and of a person only what she needs to meet them', async () => {
  const jonas = await someone('Jonas Lind', { needsInterpreter: true })
  await plans('Mia', jonas.publicId, '10:00')
  await become('Mia', async (work: Work) => {
    const mia = (await teamOf(work, jonas.id)).find(({ name }) => name === 'Mia Juhl')!
    await proposeAgreement(work, { purpose: 'mentoring', parties: [mia.colleague_public_id], clauses: [{ text: 'We meet.' }] })
  }, { about: jonas.publicId })
  const page = (await (await visit('Mia')).get('/tomorrow')).text
  for (const words of ['Tue 24 Nov', 'Jonas Lind', 'room B2', 'a paper to sign and an interpreter', 'Would it be safe if another prisoner saw this?']) expect(page, words).toContain(words)
})

test('it calls people on paper as was chosen', async () => {
  const tora = await someone('Tora Dahl')
  await plans('Amira', tora.publicId, '09:00', 'room A1')
  const amira = await visit('Amira')
  const sheet = async (as: string) => (await amira.get(`/tomorrow/print?on=${tomorrow}&as=${as}`)).text
  expect(await sheet('names')).toContain('Tora Dahl')
  const [initials, codes] = [await sheet('initials'), await sheet('codes')]
  expect(initials).toContain('T. D.')
  expect(codes).toContain(tora.publicId.slice(0, 4).toUpperCase())
  for (const page of [initials, codes]) expect(page).not.toContain('Tora')
  expect((await amira.get(`/tomorrow/print?on=${tomorrow}&as=nicknames`)).status).toBe(422)
})

test('it shows Kai the dates of his people with whom they meet, and nobody theirs who does not work with them', async () => {
  const nils = await someone('Nils Holm')
  await plans('Mia', nils.publicId, '13:00')
  const kai = (await (await visit('Kai')).get(`/tomorrow/print?on=${tomorrow}&as=names`)).text
  expect(kai).toContain('Nils Holm')
  expect(kai).toContain('Mia Juhl')
  expect((await (await visit('Amira')).get(`/tomorrow/print?on=${tomorrow}&as=names`)).text).not.toContain('Nils Holm')
  for (const other of ['Viktor', 'Dana', 'Olga', 'Ravi'] as const) expect((await (await visit(other)).get('/tomorrow')).status, other).toBe(404)
})

test('it says on an empty day that nothing is planned, on the page and on paper', async () => {
  const hedda = await visit('Hedda')
  expect((await hedda.get('/tomorrow?on=2027-01-04')).text).toContain('Nothing is planned on this day.')
  expect((await hedda.get('/tomorrow/print?on=2027-01-04&as=names')).text).toContain('No appointments.')
  expect((await hedda.get('/tomorrow?on=2027-02-30')).status).toBe(422)
})

test('it names nothing on a page to print that gives somebody away', async () => {
  const jonas = await someone('Jonas Lind')
  await plans('Mia', jonas.publicId, '15:00', 'Back on Track, group room of the mentors')
  await plans('Mia', jonas.publicId, '16:30', 'mentor corridor')
  const mia = await visit('Mia')
  expect((await mia.get('/tomorrow/slips')).text).toContain('The place of Jonas Lind at 15:00 says more than a place.')
  for (const address of [`/tomorrow/print?on=${tomorrow}&as=names`, `/tomorrow/slips/print?on=${tomorrow}&as=name`]) {
    const page = (await mia.get(address)).text
    expect(page, address).toContain('<title>Information</title>')
    expect(page, address).toContain('15:00 to 16:00')
    expect(tellingIn(withoutAddresses(page)), address).toEqual([])
  }
})

test('it names nothing in a file that gives somebody away: not on its pages, in what is told about it, in its name', async () => {
  const where = ['Back on Track, group room of the mentors', 'room of Entré', 'session room', 'room B2']
  const appointments = where.map((place) => ({ session: 's', at: instant(`${tomorrow}T14:00:00Z`), minutes: 60, place: neutralPlace(place, givingAway()), room: place === 'room B2' ? place : undefined, person: 'k3f9aaaaaaaaaaaa', name: 'Jonas Lind', number: 'FV-10001', with: 'Mia Juhl', bring: [] }))
  const files = await become('Mia', (work) => Promise.resolve([sheetFile(work, day(tomorrow), linesOf(appointments, 'names')), slipsFile(work, slipsFor(appointments, 'both', () => day(tomorrow)))].map(wordsInPdf)))
  for (const { drawn, told } of files) {
    for (const words of ['Jonas Lind', 'room B2', 'place as told', '24 November 2026']) expect(drawn, words).toContain(words)
    expect(told).toContain('/Lang (en)')
    expect(tellingIn(`${drawn} ${told}`)).toEqual([])
  }
  const mia = await visit('Mia')
  const names = await Promise.all([`/tomorrow/file?on=${tomorrow}&as=names`, `/tomorrow/slips/file?on=${tomorrow}&as=name`].map(async (address) => (await mia.get(address)).headers.get('content-disposition')))
  expect(names).toEqual(Array(2).fill(`inline; filename="appointments-${tomorrow}.pdf"`))
})

test('it has a slip for one planned session, for whoever meets or plans, and for no meeting that is over', async () => {
  const jonas = await someone('Jonas Lind', { number: 'FV-70001' })
  await plans('Mia', jonas.publicId, '18:00')
  const list = (await (await visit('Mia')).get(`/people/${jonas.publicId}/sessions`)).text
  const session = new RegExp(`/people/${jonas.publicId}/sessions/(?!plan)([0-9a-z]{16})`).exec(list)![1]!
  const slip = `/people/${jonas.publicId}/sessions/${session}/slip`
  const kai = await visit('Kai')
  const page = (await kai.get(`${slip}/print?as=both`)).text
  for (const words of ['Appointment', 'Jonas Lind, FV-70001', '24 November 2026, 18:00 to 19:00', 'room B2']) expect(page, words).toContain(words)
  expect((await kai.get(`${slip}/file?as=both`)).headers.get('content-disposition')).toBe('inline; filename="appointment.pdf"')
  // A mentor knows no number, so none is offered, and none is printed when it is asked for.
  const mia = await visit('Mia')
  expect((await mia.get(slip)).text).not.toContain('as=number')
  expect((await mia.get(`${slip}/print?as=number`)).text).not.toContain('FV-70001')
  expect((await (await visit('Petra')).get(slip)).status).toBe(404)
  const other = await aParticipant({ team: ['Mia'] })
  expect((await mia.get(`/people/${other.publicId}/sessions/${session}/slip`)).status).toBe(404)
  await become('Mia', async (work) => { expect(work.now < instant(`${tomorrow}T18:00:00Z`)).toBe(true) })
})

test('it is one page also with fourteen meetings and long names, and a tagged file', async () => {
  const line = (place: number): Line => ({ time: `${String(place + 8).padStart(2, '0')}:00 to ${String(place + 9).padStart(2, '0')}:00`, place: 'visiting room in the old building, second floor, B2', who: 'Nils Aas-Kirkegaard-Vestergaard', with: 'Amira Haddad', bring: 'a paper to sign and an interpreter' })
  const file = await become('Kai', async (work) => wordsInPdf(sheetFile(work, day(tomorrow), Array.from({ length: 14 }, (_, place) => line(place)))))
  expect(file.pages).toBe(1)
  expect(file.told).toContain('/Marked true')
  const many = await become('Kai', async (work) => wordsInPdf(sheetFile(work, day(tomorrow), Array.from({ length: 60 }, (_, place) => line(place % 10)))))
  expect(many.pages).toBeGreaterThan(1)
})

test('it names on a slip only a room of the list, and says beside it when there is none; on a sheet with initials no place says the name', async () => {
  const tove = await someone('Tove Dahlgren')
  const plan = (time: string, place: string) => become('Mia', (work) => planSession(work, { on: day(tomorrow), time, minutes: 45, place, placeIsNoName: true, units: [] }), { about: tove.publicId })
  await plan('07:00', 'Dahlgren, the kitchen')
  await plan('07:45', 'the red house')
  const mia = await visit('Mia')
  const slips = (await mia.get(`/tomorrow/slips/print?on=${tomorrow}&as=name`)).text
  expect([slips.includes('kitchen'), slips.includes('red house'), slips.includes('place as told'), slips.includes('room B2')]).toEqual([false, false, true, true])
  expect((await mia.get('/tomorrow/slips')).text).toContain('The slip of Tove Dahlgren at 07:45 says')
  const sheet = (await mia.get(`/tomorrow/print?on=${tomorrow}&as=initials`)).text
  expect([sheet.includes('T. D.'), sheet.includes('Dahlgren'), sheet.includes('the red house')]).toEqual([true, false, true])
})

test('it cuts ten slips from two pages, and prints what people wrote as text', async () => {
  const slip = { day: '24 November 2026', time: '10:00 to 11:00', place: '#panic("x") $1$', who: 'إبراهيم حداد', word: 'Appointment' }
  const file = await become('Kai', async (work) => wordsInPdf(slipsFile(work, Array.from({ length: 11 }, () => slip))))
  expect(file.pages).toBe(2)
  expect(file.drawn).toContain('#panic("x") $1$')
})

/** Programmes, roles, kinds of session, the house: everything that a paper must not say. Words that are also something else (health, head) are not looked for; an interpreter is to be brought. */
function tellingIn(text: string): string[] {
  const also = ['head', 'health', 'machine', 'security', 'coach', 'participant', 'observer', 'trainer', 'interpreter']
  const words = [...programmesOnOffer().flatMap(({ definition }) => [definition.title, definition.id]), ...roles.filter((role) => !also.includes(role)).map(roleName), 'mentor', 'Waymark', 'session', 'programme', 'therap']
  return words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))
}

/** Addresses are not printed, and assets have names of their own. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/(href|content|src|action|class)="[^"]*"/g, '')
}
