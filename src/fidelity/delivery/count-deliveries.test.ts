import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { act, become, testHouse, unitId, visit } from '../../../database/testing/index.ts'
import { aBarePerson, aColleague } from '../../../database/testing/scopes.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import { day } from '../../platform/day.ts'
import { caretaker } from '../../platform/jobs/index.ts'
import { countDeliveries, quartersUntil } from './count-deliveries.ts'
import { deliveriesTold, whenCounted, workersTold } from './delivery.queries.ts'

const count = () => act(caretaker(), countDeliveries, {})

type Met = { state: 'held' | 'missed' | 'called-off' | 'struck' | 'planned', cause?: string, by: number, on: string }

/** Somebody under a plan of a programme, and how their sessions went. */
async function took(programme: string, met: readonly Met[]): Promise<void> {
  const [person, plan] = [await aBarePerson(), await freshId()]
  await put('plans', { id: plan, public_id: `plan${plan}`, participant_id: person.id, programme, version: 1, state: 'running', begins_on: '2026-01-05', made_by: met[0]!.by, made_at: '2026-01-05T09:00:00Z' })
  for (const { state, cause = null, by, on } of met) {
    const id = await freshId()
    await put('sessions', { id, public_id: `s${id}`, participant_id: person.id, plan_id: plan, author_id: by, starts_at: `${on}T10:00:00Z`, minutes: 60, state, cause, recorded_at: '2026-11-01T10:00:00Z', ...(state === 'struck' ? { struck_why: 'another person' } : {}) })
  }
}

beforeAll(async () => {
  await unitId('Fjordvik prison')
  const [one, two] = [await aColleague(), await aColleague()]
  for (const programme of ['entre', 'cosa']) await put('programme_versions', { programme, version: 1, hash: '', definition: '', kept_at: '2026-01-01T09:00:00Z' }, { unlessThere: true })
  // Seven people of one programme: each held three times by one colleague, once by another; six lost one to the service; five were called off; struck, ahead and long ago do not count.
  for (let person = 0; person < 7; person += 1) {
    await took('entre', [
      ...['2026-08-03', '2026-08-10', '2026-10-05'].map((on): Met => ({ state: 'held', by: one, on })), ...(person < 6 ? [{ state: 'held' as const, by: two, on: '2026-10-12' }] : []),
      ...(person < 6 ? [{ state: 'missed' as const, cause: 'no-escort', by: one, on: '2026-10-19' }] : []), ...(person < 5 ? [{ state: 'called-off' as const, by: one, on: '2026-10-26' }] : []),
      { state: 'struck', by: one, on: '2026-10-27' }, { state: 'planned', by: one, on: '2026-12-01' }, { state: 'held', by: one, on: '2025-12-01' }])
  }
  for (let person = 0; person < 4; person += 1) await took('cosa', Array.from({ length: 9 }, (_, at): Met => ({ state: 'held', by: one, on: `2026-10-0${at + 1}` })))
  await count()
})

test('it asks for this quarter and the three before', () => {
  expect(quartersUntil(day('2026-11-23'))).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'])
  expect(quartersUntil(day('2026-01-01'))).toEqual(['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'])
})

test('it tells Olga in steps of five how a programme went, and of four people nothing', async () => {
  const told = await become('Olga', deliveriesTold)
  expect([...told.keys()]).toEqual(['entre'])
  expect(told.get('entre')).toEqual({
    rows: [['held'], ['service'], ['neither'], ['person']], columns: [['2026-01-01'], ['2026-04-01'], ['2026-07-01'], ['2026-10-01']],
    cells: [[0, 0, 10, 10], [0, 0, 0, 5], [0, 0, 0, 5], [0, 0, 0, 0]], rowTotals: [25, 5, 5, 0], columnTotals: [0, 0, 10, 20], total: 35 })
  expect(await become('Olga', (work) => workersTold(work, 'entre'))).toEqual([{ least: 1, most: 2, people: 5 }, { least: 3, most: 3, people: 0 }, { least: 4, most: null, people: 0 }])
  expect((await become('Olga', whenCounted))?.from_on).toBe('2026-01-01')
})

test('it shows it with a picture and its table, and what no head reads', async () => {
  const olga = await visit('Olga')
  expect((await olga.get('/')).text).toContain('href="/figures/delivery"')
  expect((await olga.get('/figures/delivery')).text).toContain('href="/figures/delivery/entre"')
  const page = await olga.get('/figures/delivery/entre')
  expect(page.text).toContain('<svg')
  expect(page.text).toContain('25 or more')
  expect(page.text).toContain('stands in no figure of a whole programme')
  for (const unknown of ['cosa', 'nothing']) expect((await olga.get(`/figures/delivery/${unknown}`)).status).toBe(404)
})

test('it tells nobody else, and the true figures to nobody at all', async () => {
  for (const first of ['Kai', 'Amira', 'Ulla', 'Dana', 'Ravi', 'Sam'] as const) expect((await (await visit(first)).get('/figures/delivery/entre')).status, first).toBe(404)
  for (const first of ['Kai', 'Ulla', 'Dana'] as const) await expect(become(first, deliveriesTold), first).rejects.toThrow(/permission denied/)
  for (const first of ['Olga', 'Kai'] as const) await expect(become(first, (work) => sql`select * from delivery_counts('2026-01-01')`.execute(work.db)), first).rejects.toThrow(/permission denied/)
  await expect(act({ ...caretaker(), name: 'founder' }, countDeliveries, {})).rejects.toThrow('insufficient_privilege')
  const { rows } = await (await asSuperuser()).query<{ table: string }>(`select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relname in ('delivery_cells', 'delivery_workers_told') and a.attname in ('participant_id', 'author_id', 'colleague_id')`)
  expect(rows).toEqual([])
})

test('it counts a second colleague who was there among those whom people met', async () => {
  const third = await aColleague()
  await (await asSuperuser()).query(`update sessions set second_id = $1 where starts_at = '2026-08-03T10:00:00Z' and plan_id in (select id from plans where programme = 'entre')`, [third])
  await count()
  expect(await become('Olga', (work) => workersTold(work, 'entre'))).toEqual([{ least: 1, most: 3, people: 5 }, { least: 4, most: null, people: 0 }])
})

test('it forgets what is no longer so when it counts anew', async () => {
  await (await asSuperuser()).query(`update sessions set state = 'struck', struck_why = 'another person', cause = null where plan_id in (select id from plans where programme = 'entre')`)
  await count()
  expect([...(await become('Olga', deliveriesTold)).keys()]).toEqual([])
  expect(await become('Olga', (work) => workersTold(work, 'entre'))).toEqual([])
  await testHouse()
})
