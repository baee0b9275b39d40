import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, offerProgrammes, visit, type Visitor } from '../../database/testing/index.ts'

const plan = {
  title: 'Coping under Entré', question: 'Does coping rise?', outcome: 'ruler How I cope', better: 'higher', design: 'multiple-baseline', phases: 'as-recorded', effect: 'tau', leastPoints: '5', leastPeople: '3',
  conclusion: 'If the interval lies above 0 we say that coping rose.',
}

let sam: Visitor
beforeAll(async () => {
  await offerProgrammes()
  await aMeasuredGroup({ people: 4 })
  sam = await visit('Sam')
})

async function aLockedStudy(): Promise<string> {
  const written = await sam.send('/studies/new', plan, '/studies/new?programme=entre')
  const page = written.location ?? ''
  await sam.send(`${page}/lock`, {}, page)
  return page
}

test('he begins at his studies, and sees that there are none', async () => {
  expect((await sam.get('/')).text).toContain('href="/studies"')
  expect((await sam.get('/studies')).text).toContain('No study yet')
})

test('he chooses a programme, then among outcomes without a value', async () => {
  expect((await sam.get('/studies/new')).text).toContain('/studies/new?programme=entre')
  const form = await sam.get('/studies/new?programme=entre')
  expect(form.text).toContain('How I cope')
  expect((await sam.get('/studies/new?programme=derad')).text).toContain('No outcome has been measured')
})

test('he is told at the field what is missing, and keeps what he wrote', async () => {
  const answer = await sam.send('/studies/new', { ...plan, question: '', reliability: '0.8' }, '/studies/new?programme=entre')
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('The question')
  expect(answer.text).toContain('Coping under Entré')
})

test('he sees the answer, its limits and the pictures once the plan is locked', async () => {
  const page = await aLockedStudy()
  const { text, status } = await sam.get(page)
  expect(status).toBe(200)
  expect(text).toContain('4 people together')
  expect(text).toContain('Chance did not choose the beginnings')
  expect(text).toContain('For learning, not for decisions')
  expect(text.match(/<svg role="img"/g)?.length).toBeGreaterThanOrEqual(3)
  expect(text).not.toContain('style="')
})

test('he sees each person under a number of this study', async () => {
  const { text } = await sam.get(`${await aLockedStudy()}/people`)
  expect(text).toContain('Person 4')
  expect(text).not.toContain('Measured')
})

test('he gets the same report from the same data, byte by byte', async () => {
  const page = await aLockedStudy()
  await sam.send(`${page}/report`, {}, `${page}/report`)
  await sam.send(`${page}/report`, {}, `${page}/report`)
  const links = (await sam.get(`${page}/report`)).text.match(/report\/[a-z\d]+\/report\.pdf/g) ?? []
  expect(links).toHaveLength(1)
  const pdf = await sam.get(`${page}/${links[0]}`)
  expect(pdf.text.slice(0, 5)).toBe('%PDF-')
  expect(pdf.headers.get('content-disposition')).toContain('report.pdf')
})

test('he takes the data with a codebook and a script, every file that the page names', async () => {
  const page = await aLockedStudy()
  const named = [...(await sam.get(`${page}/data`)).text.matchAll(/\/data\/([\w.]+)"/g)].map(([, name]) => name!)
  expect(named).toEqual(['measurements.csv', 'plans.csv', 'stages.csv', 'starts.csv', 'sessions.csv', 'referrals.csv', 'codes.csv', 'asked.csv', 'feedback.csv', 'codebook.csv', 'data.json', 'figures.R'])
  const files = await Promise.all(named.map(async (name) => ({ name, ...await sam.get(`${page}/data/${name}`) })))
  expect(files.map(({ status }) => status)).toEqual(named.map(() => 200))

  const columns = files.filter(({ name }) => name.endsWith('.csv') && name !== 'codebook.csv').flatMap(({ name, text }) => text.split('\n')[0]!.split(',').map((column) => `${name},${column}`))
  expect(files.find(({ name }) => name === 'codebook.csv')!.text.trim().split('\n').slice(1).map((line) => line.split(',').slice(0, 2).join(','))).toEqual(columns)
  expect(files[0]!.text.split('\n').length).toBe(2 + 16 + 17 + 18 + 19)
  expect((await sam.get(`${page}/data/other.csv`)).status).toBe(404)
})

test('he sees how each first phase went by itself', async () => {
  const { text } = await sam.get(`${await aLockedStudy()}/people`)
  expect(text.match(/from one measurement to the next \(Theil-Sen\)/g)).toHaveLength(4)
  expect(text).toContain('With this line taken off both phases, Tau: ')
})

test('he cannot give out a table of four people', async () => {
  const page = await aLockedStudy()
  const answer = await sam.send(`${page}/tables`, {}, `${page}/tables`)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('too few people for a table')
})
describe('anybody else', () => {
  test.each(['Kai', 'Olga', 'Ravi', 'Dana'] as const)('%s finds no studies', async (first) => {
    const visitor = await visit(first)
    expect((await visitor.get('/studies')).status).toBe(404)
    expect((await visitor.get(await aLockedStudy())).status).toBe(404)
  })

  test('Sam finds nobody\'s page', async () => {
    expect((await sam.get('/people')).status).toBe(404)
  })
})
