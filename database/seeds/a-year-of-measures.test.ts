import { expect, test } from 'vitest'
import { colleague, offerProgrammes, testHouse, visit } from '../testing/index.ts'
import { asSuperuser } from '../testing/superuser.ts'
import { day } from '../../src/platform/day.ts'
import { askQuestions } from './a-study.ts'
import { measureAYear } from './a-year-of-measures.ts'
import { measuredPeople, measuresFile } from './measured-people.ts'

test('it makes the same file on the same day, with two phases for everybody', () => {
  const file = () => Buffer.from(measuresFile(measuredPeople(day('2026-11-23')), day('2026-11-23')).bytes).toString()
  expect(file()).toBe(file())
  const rows = file().split('\n').slice(1).map((line) => line.split(','))
  expect(new Set(rows.map(([number]) => number)).size).toBe(24)
  for (const number of new Set(rows.map((row) => row[0]))) expect(new Set(rows.filter((row) => row[0] === number).map((row) => row[2]))).toEqual(new Set(['A', 'B']))
})

test('it gives two dozen people of another office a year of measures, and leaves the cast\'s days as they are', async () => {
  await offerProgrammes()
  const { house } = await testHouse()
  await measureAYear(house)
  const { rows: [count] } = await (await asSuperuser()).query<Record<string, string>>(`select count(distinct participant_id) filter (where kind <> 'session') as people, count(*) as said, count(*) filter (where missing is not null) as gaps,
    count(distinct series) filter (where kind <> 'session') as series, count(*) filter (where series = 'WHO-5' and value not between 0 and 100) as outside from measures`)
  expect([Number(count!['people']), Number(count!['series']), Number(count!['outside'])]).toEqual([24, 5, 0])
  expect(Number(count!['said'])).toBeGreaterThan(2500)
  expect(Number(count!['gaps'])).toBeGreaterThan(20)
  const kai = await visit('Kai')
  for (const path of ['/', '/people']) expect((await kai.get(path)).text).not.toContain('Aksel Brandvold')
})

test('it gives Sam locked questions that this year answers, with something to show in every picture', async () => {
  await askQuestions((await testHouse()).house, await colleague('Sam'))
  const sam = await visit('Sam')
  const list = (await sam.get('/studies')).text
  const shown = async (title: string) => (await sam.get(new RegExp(`href="(/studies/[a-z0-9]+)">${title}`).exec(list)?.[1] ?? '')).text
  const wellBeing = await shown('Well-being in Entré')
  expect(wellBeing).toContain('13 people together')
  for (const part of ['Until the plan begins', 'Until the programme is completed', 'How sessions were', 'No line is drawn', 'declined, the person had said no', 'ended by own wish', 'said no to research, in nothing of this: 1', 'From referral to completion']) expect(wellBeing, part).toContain(part)
  expect(/Crises recorded<\/dt>\s*<dd[^>]*>([^<]*)/.exec(wellBeing)?.[1]).toMatch(/^[1-3] \(people: [12]\)$/)
  const codes = await shown('Coping in the notes of Entré')
  for (const part of ['How far the coders agree', 'Action orientation', 'Coping: two coders side by side', 'people together']) expect(codes, part).toContain(part)
  expect(codes).not.toContain('Ideology')
  const goals = (await sam.get(`${new RegExp('href="(/studies/[a-z0-9]+)">Goals').exec(list)?.[1] ?? ''}/people`)).text
  for (const part of ['goals, first and latest rating', 'Goals together at last', 'For learning, not for decisions about this person']) expect(goals, part).toContain(part)
})
