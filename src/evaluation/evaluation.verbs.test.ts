import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, become, connectedAs, offerProgrammes } from '../../database/testing/index.ts'
import type { Work } from '../platform/work.ts'
import type { Writing } from './evaluation.input.ts'
import { dataOf, outcomesOf, theStudy } from './evaluation.queries.ts'
import type { StudyData } from './study.ts'
import { drawStarts, lockStudy, rewriteStudy, studyFindings, writeStudy } from './evaluation.verbs.ts'

const plan: Writing = {
  title: 'Coping under Entré', question: 'Does coping rise while people are in Entré?', programme: 'entre', outcome: 'ruler How I cope', better: 'higher', design: 'multiple-baseline', phases: 'as-recorded',
  effect: 'tau', leastPoints: 5, leastPeople: 3, conclusion: 'If the interval lies above 0 we say that coping rose.',
}

const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })

let group: Awaited<ReturnType<typeof aMeasuredGroup>>
beforeAll(async () => {
  await offerProgrammes()
  group = await aMeasuredGroup({ people: 4 })
})

async function lockedStudy(): Promise<string> {
  const id = await asSam((work) => writeStudy(work, plan))
  await asSam((work) => lockStudy(work, id, undefined))
  return id
}

describe('an analysis plan', () => {
  test('it is written before any value is seen: outcomes are names alone', async () => {
    expect(await asSam((work) => outcomesOf(work, 'entre'))).toEqual([{ kind: 'ruler', series: 'How I cope' }])
  })

  test('it shows nothing until it is locked, in the verb and in the database', async () => {
    const id = await asSam((work) => writeStudy(work, plan))
    await expect(asSam((work) => studyFindings(work, id))).rejects.toMatchObject({ code: 'study-not-locked' })
    const rows = await asSam(async (work) => {
      await sql`select set_config('app.study', (select id::text from studies where public_id = ${id}), true)`.execute(work.db)
      return (await sql`select * from evaluation_measures`.execute(work.db)).rows
    })
    expect(rows).toEqual([])
  })

  test('it is never changed once it is locked, not in the database either', async () => {
    const id = await lockedStudy()
    await expect(asSam((work) => rewriteStudy(work, id, { ...plan, better: 'lower' }, undefined))).rejects.toMatchObject({ code: 'study-locked' })
    const changed = await asSam((work) => sql`update studies set better = 'lower' where public_id = ${id}`.execute(work.db))
    expect(changed.numAffectedRows).toBe(0n)
    expect((await asSam((work) => theStudy(work, id))).better).toBe('higher')
  })

  test('it notices that somebody saved it meanwhile', async () => {
    const id = await asSam((work) => writeStudy(work, plan))
    await asSam((work) => rewriteStudy(work, id, { ...plan, title: 'First' }, 1))
    await expect(asSam((work) => lockStudy(work, id, 1))).rejects.toMatchObject({ code: 'study-changed-meanwhile' })
  })

  test('it refuses half an error of measurement, and one without a source', async () => {
    await expect(asSam((work) => writeStudy(work, { ...plan, reliability: 0.8 }))).rejects.toMatchObject({ code: 'study-yardstick-half' })
    await expect(asSam((work) => writeStudy(work, { ...plan, reliability: 0.8, spread: 2 }))).rejects.toMatchObject({ code: 'study-yardstick-no-source' })
  })

  test('it refuses an outcome that nobody has, and a programme that is not offered', async () => {
    await expect(asSam((work) => writeStudy(work, { ...plan, outcome: 'ruler Something else' }))).rejects.toMatchObject({ code: 'study-outcome-unknown' })
    await expect(asSam((work) => writeStudy(work, { ...plan, programme: 'nothing' }))).rejects.toMatchObject({ code: 'study-programme-unknown' })
  })
})

describe('beginnings drawn by lot', () => {
  test('they are drawn within their limits, once, and kept', async () => {
    const id = await asSam((work) => writeStudy(work, { ...plan, design: 'drawn-starts' }))
    await expect(asSam((work) => lockStudy(work, id, undefined))).rejects.toMatchObject({ code: 'study-starts-missing' })
    await expect(asSam((work) => writeStudy(work, { ...plan, design: 'drawn-starts', phases: 'plan-begins' }))).rejects.toMatchObject({ code: 'study-starts-after-plan' })
    await expect(asSam((work) => drawStarts(work, id, { people: 4, earliest: 9, latest: 5, everyDays: 14 }))).rejects.toMatchObject({ code: 'study-starts-order' })
    const drawn = await asSam((work) => drawStarts(work, id, { people: 4, earliest: 5, latest: 12, everyDays: 14 }))
    expect(drawn).toHaveLength(4)
    expect(drawn.every((point) => point.drawn >= 5 && point.drawn <= 12)).toBe(true)
    expect(await asSam((work) => drawStarts(work, id, { people: 9, earliest: 1, latest: 2, everyDays: 14 }))).toEqual(drawn)
  })
})

describe('what a locked study sees', () => {
  test('it finds the change of a group that changed', async () => {
    const id = await lockedStudy()
    const { findings } = await asSam((work) => studyFindings(work, id))
    expect(findings.people).toHaveLength(4)
    expect(findings.together.isEnough).toBe(true)
    expect(findings.together.pooled).toMatchObject({ kind: 'found', n: 4 })
    expect(findings.together.pooled.kind === 'found' && findings.together.pooled.value).toBeGreaterThan(0.9)
    expect(findings.harms).toMatchObject({ worseByEffect: 0, compared: 4 })
  })

  test('it has no name, no number of a person, and other keys in every study', async () => {
    const [first, second] = await seenBy(await lockedStudy(), await lockedStudy())
    expect(JSON.stringify(first)).not.toContain('Measured')
    const keys = (data: StudyData) => [...new Set(data.measures.map(({ person }) => person))]
    expect(keys(first)).toHaveLength(4)
    expect(keys(first).filter((key) => keys(second).includes(key))).toEqual([])
  })
})

describe('what would give somebody away', () => {
  test('it moves a person\'s dates by the same weeks in every study, so that no mean over many studies is the true day', async () => {
    const seen = await seenBy(await lockedStudy(), await lockedStudy())
    const [first, second] = seen.map((data) => data.measures.map(({ measured_on: on }) => on).toSorted())
    expect(first).toEqual(second)
  })

  test('it follows a running plan until the last thing recorded, so that today does not give away by how much dates were moved', async () => {
    const { data } = await asSam(async (work) => studyFindings(work, await lockedStudyIn(work)))
    for (const plan of data.plans) expect(plan.followed_until).toBe(data.measures.filter(({ person }) => person === plan.person).map(({ measured_on: on }) => on).toSorted().at(-1))
  })

  test('it shows the outcome of its plan and no other', async () => {
    const superuser = await connectedAs('superuser')
    await superuser.query(`insert into measures (id, public_id, participant_id, kind, series, measured_on, value, lowest, highest, phase, said_by, way, recorded_by_kind, recorded_by, recorded_at)
      select 7770100 + row_number() over (), 'other' || p, p, 'ruler', 'How I sleep', '2026-02-02', 5, 0, 10, 'A', 'person', 'with-person', 'colleague', (select min(id) from colleagues), '2026-02-02' from unnest($1::int[]) p`, [group.map(({ id }) => id)])
    const [data] = await seenBy(await lockedStudy())
    await superuser.query(`delete from measures where series = 'How I sleep'`)
    await superuser.end()
    expect(new Set(data.measures.map(({ series }) => series))).toEqual(new Set(['How I cope']))
  })
})

describe('what a study keeps as it was, and leaves out', () => {
  test('it keeps the days between one person\'s measurements as they were', async () => {
    const { findings } = await asSam(async (work) => studyFindings(work, await lockedStudyIn(work)))
    expect(findings.people[0]?.series.points.slice(0, 3).map(({ day }) => day)).toEqual([0, 14, 28])
  })

  test('it leaves out who said no to research, and says how many', async () => {
    const superuser = await connectedAs('superuser')
    const [person] = group
    await superuser.query(`insert into withdrawals (id, public_id, participant_id, purpose, own_words, withdrawn_at, recorded_by_kind, recorded_by) values (777001, 'w777001', $1, 'research', '', '2026-06-01', 'participant', $1)`, [person?.id])
    const { findings } = await asSam(async (work) => studyFindings(work, await lockedStudyIn(work)))
    await superuser.query('delete from withdrawals where id = 777001')
    await superuser.end()
    expect([findings.people.length, findings.saidNo]).toEqual([3, 1])
  })

  test('it stands in the log with whose rows were read', async () => {
    const id = await lockedStudy()
    await asSam((work) => studyFindings(work, id))
    const superuser = await connectedAs('superuser')
    const { rows } = await superuser.query<{ participant_ids: number[], shape: string }>(`select participant_ids, shape from access_log where record = 'evaluation_data' and shape = 'evaluator' order by id desc limit 1`)
    await superuser.end()
    expect(rows[0]?.shape).toBe('evaluator')
    expect(group.every(({ id: person }) => rows[0]?.participant_ids.includes(person))).toBe(true)
  })
})

describe('the evaluators\' role of the database', () => {
  test('it has a right on no table of a room but the two of the crisis card, which everybody reads', async () => {
    const superuser = await connectedAs('superuser')
    const { rows } = await superuser.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_any_column_privilege('waymark_test_evaluator', c.oid, 'select') order by 1`)
    await superuser.end()
    expect(rows.map(({ name }) => name)).toEqual(['crisis_cards', 'crisis_numbers', 'drafts', 'idempotency_keys', 'programme_versions', 'services', 'studies', 'study_releases', 'study_reports', 'study_start_points'])
  })

  test.each(['participants', 'identity_names', 'register_entries', 'measures', 'sessions', 'session_contents', 'plans', 'goals', 'referrals', 'study_keys', 'date_secrets', 'colleagues'])('it cannot read %s', async (table) => {
    const evaluator = await connectedAs('evaluator')
    await expect(evaluator.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    await evaluator.end()
  })

  test('it can enter no shape of the web', async () => {
    const evaluator = await connectedAs('evaluator')
    await expect(evaluator.query('set role waymark_test_casework')).rejects.toThrow(/permission denied/)
    await evaluator.end()
  })

  test('it cannot be asked for a key', async () => {
    const evaluator = await connectedAs('evaluator')
    await expect(evaluator.query('select * from study_people()')).rejects.toThrow(/permission denied/)
    await evaluator.end()
  })
})

describe('anybody else', () => {
  test.each(['Kai', 'Amira', 'Olga', 'Dana', 'Ravi'] as const)('it shows %s no study and no view', async (first) => {
    await expect(become(first, (work) => sql`select * from studies`.execute(work.db))).rejects.toThrow(/permission denied/)
    await expect(become(first, (work) => sql`select * from evaluation_measures`.execute(work.db))).rejects.toThrow(/permission denied/)
  })
})

async function lockedStudyIn(work: Work): Promise<string> {
  const id = await writeStudy(work, plan)
  await lockStudy(work, id, undefined)
  return id
}

function seenBy<Studies extends string[]>(...studies: Studies): Promise<{ [place in keyof Studies]: StudyData }> {
  return Promise.all(studies.map((id) => asSam(async (work) => dataOf(work, await theStudy(work, id))))) as Promise<{ [place in keyof Studies]: StudyData }>
}
