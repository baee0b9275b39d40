import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, become, connectedAs, offerProgrammes } from '../../database/testing/index.ts'
import { addDays, day, daysBetween } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { drawStarts, lockStudy, studyFindings, studyReport, writeStudy } from './evaluation.verbs.ts'
import type { Writing } from './evaluation.input.ts'

const plan: Writing = {
  title: 'By lot', question: 'Does coping rise when the treatment begins?', programme: 'entre', outcome: 'ruler How I cope', better: 'higher', design: 'drawn-starts', phases: 'plan-stages', effect: 'tau', leastPoints: 3, leastPeople: 4,
  conclusion: 'What the test says.',
}
const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })

let group: Awaited<ReturnType<typeof aMeasuredGroup>>
let study = ''
beforeAll(async () => {
  await offerProgrammes()
  group = await aMeasuredGroup({ people: 4 })
  study = await asSam((work) => writeStudy(work, plan))
  await asSam((work) => drawStarts(work, study, { people: 6, earliest: 3, latest: 12, everyDays: 14 }))
  await asSam((work) => lockStudy(work, study, undefined))
  await enrolAll()
})

/**
 * Enrolled on the day of their first measurement, the first of them in the last place, and begun when each one's coping rose: after 6, 7, 8 and 9 measurements, which is what
 * chance is made to have drawn. The last begins four weeks late.
 */
async function enrolAll(): Promise<void> {
  const superuser = await connectedAs('superuser')
  for (const [at, { id }] of group.entries()) {
    const place = group.length - at
    await superuser.query(`update study_start_points set drawn = $1 where place = $2 and study_id = (select id from studies where public_id = $3)`, [6 + at, place, study])
    await superuser.query(`insert into study_enrolments (study_id, place, plan_id, enrolled_on, begins_on)
      select (select id from studies where public_id = $1), $2, p.id, m.first, m.first + 14 * $3::int from plans p, (select min(measured_on) as first from measures where participant_id = $4) m where p.participant_id = $4`, [study, place, 6 + at, id])
    for (const [stage, kind, after] of [['assessment', 'assessment', 0], ['treatment', 'delivery', 6 + at + (at === 3 ? 2 : 0)]]) await superuser.query(`insert into plan_stages (id, public_id, participant_id, plan_id, stage, kind, begins_on, written_by, written_at)
      select nextval('ids'), 'stage' || nextval('ids'), p.participant_id, p.id, $1, $2, m.first + 14 * $3::int, p.made_by, '2026-11-01' from plans p, (select min(measured_on) as first from measures where participant_id = $4) m where p.participant_id = $4`, [stage, kind, after, id])
  }
  await superuser.end()
}

describe('a study whose beginnings were drawn', () => {
  test('it finds each person at the place that they took, and who was kept to', async () => {
    const { findings: { together: { byLot } } } = await asSam((work) => studyFindings(work, study))
    expect(byLot).toMatchObject({ enrolled: 4, tested: 4 })
    expect(byLot?.drawn.map(({ place, nA, standing }) => [place, nA, standing])).toEqual([[1, 9, 'not-kept'], [2, 8, 'kept'], [3, 7, 'kept'], [4, 6, 'kept']])
  })

  test('it reckons all ten days of each of four, so that p can be as small as one in ten thousand', async () => {
    const { findings: { together: { byLot } } } = await asSam((work) => studyFindings(work, study))
    expect(byLot?.test).toMatchObject({ kind: 'found', nAssignments: 10 ** 4, smallestP: 1e-4, exact: true })
    expect(byLot?.test.kind === 'found' && byLot.test.value).toBeLessThan(0.01)
  })

  test('it does not say the word where one beginning was not kept to, and says it where all were', async () => {
    const said = async () => (await asSam((work) => studyReport(work, study))).parts.flatMap(({ facts }) => facts.map(({ value }) => value)).join(' ')
    expect(await said()).toContain('Chance could have made 10,000 arrangements, so p could not have been smaller than 0.0001.')
    expect(await said()).toContain('Begun on the drawn day: 3; on another: 1; not yet: 0.')
    expect(await said()).not.toContain('effective')
    const superuser = await connectedAs('superuser')
    const late = `participant_id = ${group[3]!.id} and stage = 'treatment'`
    await superuser.query(`update plan_stages set begins_on = begins_on - 28 where ${late}`)
    const kept = await said()
    await superuser.query(`update plan_stages set begins_on = begins_on + 28 where ${late}`)
    await superuser.end()
    expect(kept).toContain('may be called effective with these people')
  })
})

test('a drawn beginning is shown once other rows of the person say as much, and else by each one\'s own weeks, so that a second look tells nothing', async () => {
  const superuser = await connectedAs('superuser')
  const [{ id, publicId }] = group as [{ id: number, publicId: string }]
  const its = `plan_id in (select id from plans where participant_id = ${id})`
  const shown = async () => (await asSam((work) => studyFindings(work, study))).data.starts.length
  const { rows: [was] } = await superuser.query<{ on: string, shift: number, seen: string }>(`select begins_on::text as on, study_shift($1) as shift, (select max(recorded_at) from measures where participant_id = ${id})::text as seen from study_enrolments where ${its}`, [publicId])
  const drawnOn = (on: string) => superuser.query(`update study_enrolments set begins_on = $1::date where ${its}`, [on])
  await drawnOn('2027-03-01')
  expect(await shown()).toBe(3)
  await superuser.query(`update plans set state = 'ended', ended_on = '2026-11-20', ending = 'own wish' where participant_id = ${id}`)
  expect(await shown()).toBe(4)
  await superuser.query(`update plans set state = 'running', ended_on = null, ending = null where participant_id = ${id}`)
  await superuser.query(`update measures set taken_back_at = $1 where participant_id = ${id}`, [was!.seen])
  const halfAYearBack = addDays(day('2026-11-23'), -182 - was!.shift)
  for (const [on, seen] of [[halfAYearBack, 4], [addDays(halfAYearBack, 1), 3]] as const) {
    await drawnOn(on)
    expect(await shown(), on).toBe(seen)
  }
  await drawnOn(was!.on)
  await superuser.query(`update measures set taken_back_at = null where participant_id = ${id}`)
  await superuser.end()
})

describe('who it was', () => {
  test('the evaluator does not learn it: keys and moved dates alone, with the days between them as they were', async () => {
    const { data } = await asSam((work) => studyFindings(work, study))
    expect(Object.keys(data.starts[0]!).toSorted()).toEqual(['drawn', 'drawn_on', 'earliest', 'enrolled_on', 'every_days', 'latest', 'person', 'place'])
    expect(data.starts.map(({ drawn, every_days: days, enrolled_on: from, drawn_on: on }) => daysBetween(from, on) - drawn * days)).toEqual([0, 0, 0, 0])
    for (const { publicId, id } of group) expect(JSON.stringify([data.starts, data.stages])).not.toMatch(new RegExp(`"${publicId}"|\\b${id}\\b`))
  })

  test.each(['study_enrolments', 'plan_drawn_starts', 'plan_stages'])('the evaluators\' role cannot read %s', async (table) => {
    const evaluator = await connectedAs('evaluator')
    await expect(evaluator.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    await evaluator.end()
  })

  test('nobody reckons out from a name in an address by how much dates are moved', async () => {
    const superuser = await connectedAs('superuser')
    const { rows } = await superuser.query<{ moved: number, from_the_name: number }>(`select study_shift(n) as moved, ((('x' || substr(encode(sha256(convert_to('dates of ' || n, 'UTF8')), 'hex'), 1, 6))::bit(24)::int % 53) - 26) * 7 as from_the_name from (select 'name' || generate_series(1, 20) as n) names`)
    await superuser.end()
    expect(rows.every(({ moved }) => moved % 7 === 0 && Math.abs(moved) <= 182)).toBe(true)
    expect(rows.map(({ moved }) => moved)).not.toEqual(rows.map((row) => row.from_the_name))
    const evaluator = await connectedAs('evaluator')
    await expect(evaluator.query(`select study_shift('name1')`)).rejects.toThrow(/permission denied/)
    await evaluator.end()
  })

  test('another study sees neither the places nor who took them', async () => {
    const other = await asSam((work) => writeStudy(work, { ...plan, design: 'multiple-baseline' }))
    await asSam((work) => lockStudy(work, other, undefined))
    const { data, findings } = await asSam((work) => studyFindings(work, other))
    expect([data.starts, findings.together.byLot]).toEqual([[], null])
  })

  test('who took back their yes to research is in it no longer, and their place stays taken', async () => {
    const superuser = await connectedAs('superuser')
    await superuser.query(`insert into withdrawals (id, public_id, participant_id, purpose, own_words, withdrawn_at, recorded_by_kind, recorded_by) values (777002, 'w777002', $1, 'research', '', '2026-06-01', 'participant', $1)`, [group[0]!.id])
    const { findings } = await asSam((work) => studyFindings(work, study))
    await superuser.query('delete from withdrawals where id = 777002')
    await superuser.end()
    expect([findings.together.byLot?.enrolled, findings.together.byLot?.drawn.map(({ place }) => place), findings.saidNo]).toEqual([3, [1, 2, 3], 1])
  })
})
