import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { act, aParticipant, become, instant, testHouse, unitId, visit } from '../../../database/testing/index.ts'
import { aColleague } from '../../../database/testing/scopes.ts'
import { asSuperuser, put } from '../../../database/testing/superuser.ts'
import { caretaker } from '../../platform/jobs/index.ts'
import { countSessions, sessionFigures, unitFigures } from './session-months.ts'

let next = 800_000

async function meetings(participantId: number, authorId: number, states: readonly string[]): Promise<void> {
  for (const state of states) {
    next += 1
    await put('sessions', { id: next, public_id: `figure${next}`, participant_id: participantId, author_id: authorId, starts_at: `2026-10-${String(1 + next % 27).padStart(2, '0')}T10:00:00Z`, minutes: 60,
      state, cause: state === 'missed' ? 'illness' : null, recorded_at: '2026-11-01T10:00:00Z', ...(state === 'struck' ? { struck_why: 'another person' } : {}) })
  }
}

let beforeCounting = ''
const count = () => act(caretaker(), countSessions, {})

beforeAll(async () => {
  const author = await aColleague()
  for (let person = 0; person < 6; person += 1) await meetings((await aParticipant({ unit: 'Fjordvik prison', team: ['Kai'] })).id, author, ['held', 'held', 'missed', 'planned', 'called-off'])
  for (let person = 0; person < 4; person += 1) await meetings((await aParticipant({ unit: 'Nordholm remand', team: ['Kai'] })).id, author, ['held', 'held', 'held'])
  beforeCounting = (await (await visit('Olga')).get('/figures/sessions?month=2026-10')).text
  await count()
})

test('it says that nothing was counted yet, and blames no small unit for it', () => {
  expect(beforeCounting).toContain('Not counted yet.')
  expect(beforeCounting).not.toContain('fewer than five people met')
})

test('it keeps what the live question finds', async () => {
  const { rows } = await (await asSuperuser()).query<{ kept: number, live: number, differing: number }>(`with live as (
      select date_trunc('month', s.starts_at at time zone (select time_zone from services))::date as month, p.unit_id, coalesce(l.programme, '') as programme,
        count(*) filter (where s.state = 'held')::int as held, count(*) filter (where s.state = 'missed')::int as missed, count(distinct p.id)::int as people
      from sessions s join participants p on p.id = s.participant_id left join plans l on l.id = s.plan_id where s.state in ('held', 'missed') group by 1, 2, 3),
    both_ways as ((select * from live except select month, unit_id, programme, held, missed, people from session_months) union all (select month, unit_id, programme, held, missed, people from session_months except select * from live))
    select (select count(*)::int from session_months) as kept, (select count(*)::int from live) as live, (select count(*)::int from both_ways) as differing`)
  expect(rows).toEqual([{ kept: 2, live: 2, differing: 0 }])
})

test('it tells Olga steps of five by month and programme, made only of units in which five people met', async () => {
  const { figures, countedAt } = await become('Olga', sessionFigures)
  // All together 24 were held; with the 12 of the four people of the smaller unit somebody could subtract.
  expect(figures).toEqual([{ month: '2026-10-01', programme: '', held: 10, missed: 5 }])
  expect(countedAt).toBe('2026-11-23T09:00:00.000Z')
  expect((await (await visit('Olga')).api('/figures/sessions')).json).toEqual({ countedAt: '2026-11-23T09:00:00.000Z', figures: [{ month: '2026-10-01', programme: '', held: 10, missed: 5 }] })
})

test('it tells Olga one month by unit, and nothing where fewer than five people met', async () => {
  expect((await become('Olga', (work) => unitFigures(work, '2026-10'))).figures).toEqual([
    { unit: 'Fjordvik prison', programme: '', held: 10, missed: 5 }, { unit: 'Nordholm remand', programme: '', held: null, missed: null }])
  expect((await become('Olga', (work) => unitFigures(work, '2026-09'))).figures).toEqual([])
  const page = await (await visit('Olga')).get('/figures/sessions?month=2026-10')
  expect(page.text).toContain('10 or more')
  expect(page.text).toContain('fewer than five people')
  expect((await (await visit('Olga')).api('/figures/sessions/units?month=2026-10')).json).toMatchObject({ figures: [{ held: 10 }, { held: null }] })
  expect((await (await visit('Olga')).api('/figures/sessions/units?month=2026-13')).status).toBe(422)
  // The first page is the current month's, of which nothing is counted; the other is one link away.
  expect((await (await visit('Olga')).get('/figures/sessions')).text).toContain('/figures/sessions?month=2026-10')
})

test('it tells nobody else, Kai who coordinates the unit not either', async () => {
  for (const first of ['Kai', 'Dana', 'Ravi'] as const) {
    expect((await (await visit(first)).get('/figures/sessions')).status).toBe(404)
    expect((await (await visit(first)).api('/figures/sessions/units?month=2026-10')).status).toBe(404)
  }
  await expect(become('Kai', (work) => sql`select * from session_months`.execute(work.db))).rejects.toThrow('permission denied')
  await expect(become('Olga', (work) => sql`select * from session_months`.execute(work.db))).rejects.toThrow('permission denied')
  await expect(become('Olga', (work) => sql`select * from session_months_together`.execute(work.db))).rejects.toThrow('permission denied')
})

test('it is counted by the caretaker alone, and shows when', async () => {
  // Two processes that start together both count.
  expect(new Set(await Promise.all([count(), count(), count()])).size).toBe(1)
  await expect(act({ ...caretaker(), name: 'founder' }, countSessions, {})).rejects.toThrow('insufficient_privilege')
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T10:00:00Z')
  await (await asSuperuser()).query('update sessions set state = $1, struck_why = $2 where participant_id in (select id from participants where unit_id = $3)', ['struck', 'another person', await unitId('Nordholm remand')])
  await count()
  const { figures, countedAt } = await become('Olga', sessionFigures)
  expect(figures).toEqual([{ month: '2026-10-01', programme: '', held: 10, missed: 5 }])
  expect((await become('Olga', (work) => unitFigures(work, '2026-10'))).figures.map(({ unit }) => unit)).toEqual(['Fjordvik prison'])
  expect(countedAt).toBe('2026-11-23T10:00:00.000Z')
  clock.now = instant('2026-11-23T09:00:00Z')
})
