import { beforeAll, expect, test } from 'vitest'
import { anEndedPlan, sentences } from '../../../database/testing/a-closing.ts'
import { become, offerProgrammes, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { wordsInPdf } from '../../../database/testing/words-in-pdf.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { givePrint } from './print.tsx'

beforeAll(offerProgrammes)

const { versions: _, ...fields } = sentences

async function written() {
  const person = await anEndedPlan()
  const amira = await visit('Amira')
  const sent = await amira.send(`/people/${person.publicId}/closing/plans/${person.planId}/write`, fields)
  return { person, amira, at: sent.location!, here: `/people/${person.publicId}/closing` }
}

test('it is written, read, signed, seen and read by the person, over the pages', async () => {
  const { person, amira, at, here } = await written()
  expect((await amira.get(at)).text).toContain('It can be signed once it was read with the person')
  expect((await amira.send(`${at}/answers`, { answer: 'objects', words: 'It was more than that.' })).status).toBe(303)
  expect((await amira.send(`${at}/signatures`, {}, at)).status).toBe(303)
  const kai = await visit('Kai')
  const page = (await kai.get(at)).text
  for (const words of ['It was more than that.', 'Some parts are not shown', 'It is sent to nobody from here', sentences.dose]) expect(page).toContain(words)
  expect(page).not.toContain(sentences.goals)
  expect((await kai.send(`${at}/sightings`, {}, at)).status).toBe(303)
  expect((await kai.get(here)).text).toContain('Seen by the coordinator.')
  const own = await visitAsParticipant(person)
  const theirs = (await own.get('/own/closing')).text
  for (const words of [sentences.plain, sentences.goals, 'As you saw it last: As expected. Level 0 of mornings.', 'you read it with Amira Haddad and object', '<title>Information</title>']) expect(theirs).toContain(words)
  expect((await own.send(`/own/closing/${at.split('/').at(-1)}/answers`, { answer: 'agrees' })).status).toBe(303)
  await own.send('/language', { language: 'da' }, '/account')
  expect((await own.get('/own/closing')).text).toContain('Hvad der blev skrevet til sidst')
})

test('it wants a sentence for every part, says so at the field, and keeps what was typed', async () => {
  const person = await anEndedPlan()
  const amira = await visit('Amira')
  const again = await amira.send(`/people/${person.publicId}/closing/plans/${person.planId}/write`, { ...fields, goals: ' ' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('What you say of the goals')
  expect(again.text).toContain(sentences.units)
})

test('it is no page for whoever may not read it, and no form for whoever may not write it; a running plan says so', async () => {
  const { at, here, person } = await written()
  for (const first of ['Viktor', 'Olga', 'Hedda', 'Ravi'] as const) for (const page of [here, at, `${at}/print`, `${at}/print/whole/en`]) expect((await (await visit(first)).get(page)).status, `${first} ${page}`).toBe(404)
  for (const first of ['Kai', 'Mia', 'Lena'] as const) for (const page of [`${here}/plans/${person.planId}/write`, `${at}/answers`]) expect((await (await visit(first)).get(page)).status, `${first} ${page}`).toBe(404)
  const running = await anEndedPlan({ isOpen: true })
  const amira = await visit('Amira')
  expect((await amira.get(`/people/${running.publicId}/closing`)).text).toContain('The report is written when it has.')
  const refused = await amira.get(`/people/${running.publicId}/closing/plans/${running.planId}/write`)
  expect([refused.status, refused.text.includes('Write the closing report once it has.')]).toEqual([409, true])
})

test('it is a tagged PDF with the same bytes, in every language, for the person without the name of the programme', async () => {
  const { person, at } = await written()
  const reportId = at.split('/').at(-1)!
  const print = (kind: string, language: string) => become('Amira', async (work) => {
    const given = await givePrint(work, { participantId: person.publicId, reportId, kind, language })
    if (!('bytes' in given)) throw new Error('no file was given')
    return given.bytes as Uint8Array
  }, { about: person.publicId })
  const whole = await print('whole', 'en')
  expect(Buffer.compare(Buffer.from(whole), Buffer.from(await print('whole', 'en')))).toBe(0)
  expect(Buffer.from(whole).toString('latin1')).toContain('pdfuaid:part')
  const { drawn, told } = wordsInPdf(whole)
  for (const words of [sentences.dose, 'Mornings in the workshop', 'Not signed: a draft']) expect(drawn.replaceAll(/\s+/g, ' ')).toContain(words)
  expect(told).toContain('<rdf:li xml:lang="x-default">Appointment</rdf:li>')
  for (const language of ['da', 'ar', 'qps']) expect(wordsInPdf(await print('whole', language)).pages).toBeGreaterThan(0)
  const plain = wordsInPdf(await print('plain', 'en')).drawn.replaceAll(/\s+/g, ' ')
  expect(plain).toContain(sentences.plain)
  expect(plain).not.toContain(programmeTitle('entre'))
  await expect(print('whole', 'xx')).rejects.toMatchObject({ code: 'not-found' })
  await expect(print('other', 'en')).rejects.toMatchObject({ code: 'not-found' })
})

test('it goes the same way over the interface', async () => {
  const person = await anEndedPlan()
  const amira = await visit('Amira')
  const here = `/people/${person.publicId}`
  const made = (await amira.api(`${here}/plans/${person.planId}/closing-reports`, sentences)).json as { id: string, goals: object, signatures: object[] }
  expect((await amira.api(`${here}/plans/${person.planId}/closing-reports`, sentences)).status).toBe(409)
  expect((await amira.api(`${here}/closing-reports/${made.id}/answers`, { answer: 'no-word' })).status).toBe(201)
  expect((await amira.api(`${here}/closing-reports/${made.id}/signatures`, {})).json).toMatchObject({ signatures: [{ as: 'facilitator' }] })
  const kai = await visit('Kai')
  expect((await kai.api(`${here}/closing-reports/${made.id}/sightings`, {})).status).toBe(201)
  expect((await kai.api(`${here}/closing-reports`)).json).toMatchObject({ reports: [{ number: 1, goals: null, units: null, dose: { held: 1 }, agreements: { promised: [] } }] })
  expect((await (await visit('Viktor')).api(`${here}/closing-reports`)).status).toBe(404)
})
