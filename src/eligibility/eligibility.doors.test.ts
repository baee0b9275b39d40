import { beforeAll, expect, test } from 'vitest'
import { aParticipant, offerProgrammes, visit, visitAsParticipant } from '../../database/testing/index.ts'

beforeAll(offerProgrammes)

const time = { answer: 'no', words: 'Ten weeks are left, by the letter of the court.', saidBy: 'Lena Berg', seenOn: '2026-11-20' }

async function jonas() {
  const person = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Noor', 'Amira', 'Mia', 'Lena'] })
  return { ...person, page: `/people/${person.publicId}/eligibility`, api: `/people/${person.publicId}/eligibility/entre` }
}

test('it asks each rule on a page of its own, keeps the answer with its evidence, and lets another stand beside it', async () => {
  const [{ page }, kai] = [await jonas(), await visit('Kai')]
  expect((await kai.get(`${page}/entre`)).text).toContain('Nobody')
  expect((await kai.send(`${page}/entre/rules/time_left`, time)).location).toBe(`${page}/entre`)
  expect((await kai.get(`${page}/entre`)).text).toContain(time.words)
  await kai.send(`${page}/entre/rules/time_left`, { ...time, answer: 'yes', words: 'The court moved the day.' })
  const both = (await kai.get(`${page}/entre`)).text
  expect([both.includes('The court moved the day.'), both.includes(time.words)]).toEqual([true, true])
})

test('it marks what is missing at its field and keeps what was typed', async () => {
  const [{ page }, kai] = [await jonas(), await visit('Kai')]
  const answered = await kai.send(`${page}/entre/rules/time_left`, { ...time, words: '', saidBy: 'Somebody long remembered', seenOn: '2031-01-01' })
  expect(answered.status).toBe(422)
  expect(answered.text).toContain('Somebody long remembered')
})

test('it goes on despite an answer by whoever may, and shows the way to nobody else', async () => {
  const [{ page }, kai, lena] = [await jonas(), await visit('Kai'), await visit('Lena')]
  await lena.send(`${page}/entre/rules/time_left`, time)
  expect((await lena.get(`${page}/entre`)).text).not.toContain('/despite"')
  expect((await kai.get(`${page}/entre`)).text).toContain(`${page}/entre/rules/time_left/despite`)
  expect((await kai.send(`${page}/entre/rules/time_left/despite`, { words: 'The important units first.' })).status).toBe(303)
  expect((await kai.get(`${page}/entre`)).text).toContain('The important units first.')
})

test('it stands programmes side by side by their names, four at most, and prints open questions without a name', async () => {
  const [{ page }, noor] = [await jonas(), await visit('Noor')]
  const beside = (await noor.get(`${page}?programmes=rive&programmes=entre&programmes=cosa`)).text
  expect(beside.indexOf('>Circles')).toBeLessThan(beside.indexOf('>Entré'))
  expect((await noor.get(`${page}?programmes=${['entre', 'rive', 'cosa', 'derad', 'pairs'].join('&programmes=')}`)).status).toBe(200)
  const paper = /<ol class="questions">[\s\S]*<\/ol>/.exec((await noor.get(`${page}/entre/questions`)).text)?.[0]
  expect(paper).toBeDefined()
  expect(paper).not.toContain('Jonas')
})

test('it is the same through the interface, and the same not-found to the mentor, a stranger and the person’s own shape', async () => {
  const [{ api, page, ...person }, kai] = [await jonas(), await visit('Kai')]
  expect((await kai.api(`${api}/rules/time_left/answers`, time)).status).toBe(201)
  expect((await kai.api(api)).json).toMatchObject({ programme: 'entre', questions: expect.arrayContaining([expect.objectContaining({ rule: 'time_left', answer: 'no', from: 'person', side: 'against' })]) })
  expect((await kai.api(`${api}/rules/no_such_rule/answers`, time)).status).toBe(404)
  expect((await (await visit('Amira')).api(`${api}/rules/time_left/answers`, time)).status).toBe(409)
  for (const who of ['Mia', 'Viktor', 'Olga', 'Hedda'] as const) expect([who, (await (await visit(who)).get(`${page}/entre`)).status, (await (await visit(who)).api(api)).status]).toEqual([who, 404, 404])
  expect((await (await visitAsParticipant(person)).get(`${page}/entre`)).status).toBe(404)
})
