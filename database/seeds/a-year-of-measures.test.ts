import { expect, test } from 'vitest'
import { colleague, offerProgrammes, testHouse, visit } from '../testing/index.ts'
import { asSuperuser } from '../testing/superuser.ts'
import { day } from '../../src/platform/day.ts'
import { askAQuestion } from './a-study.ts'
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
  const { rows: [count] } = await (await asSuperuser()).query<Record<string, string>>(`select count(distinct participant_id) as people, count(*) as said, count(*) filter (where missing is not null) as gaps,
    count(distinct series) as series, count(*) filter (where series = 'WHO-5' and value not between 0 and 100) as outside from measures`)
  expect([Number(count!['people']), Number(count!['series']), Number(count!['outside'])]).toEqual([24, 5, 0])
  expect(Number(count!['said'])).toBeGreaterThan(2500)
  expect(Number(count!['gaps'])).toBeGreaterThan(20)
  const kai = await visit('Kai')
  for (const path of ['/', '/people']) expect((await kai.get(path)).text).not.toContain('Aksel Brandvold')
})

test('it gives Sam a locked question that this year answers', async () => {
  await askAQuestion((await testHouse()).house, await colleague('Sam'))
  const sam = await visit('Sam')
  const study = /\/studies\/(?!new)\w+/.exec((await sam.get('/studies')).text)?.[0] ?? ''
  const { status, text } = await sam.get(study)
  expect(status).toBe(200)
  expect(text).toContain('14 people together')
})
