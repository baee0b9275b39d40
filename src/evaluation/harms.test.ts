import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, become, connectedAs, offerProgrammes, visit } from '../../database/testing/index.ts'
import * as door from './index.ts'
import type { Work } from '../platform/work.ts'
import type { Writing } from './evaluation.input.ts'
import { lockStudy, studyFindings, writeStudy } from './evaluation.verbs.ts'

// On a ruler of 0 to 10, with a spread of 2 and a reliability of 0.9, a change of more than 1.96 * 2 * sqrt(2 * 0.1) = 1.75 is more than error.
const plan: Writing = {
  title: 'Coping under Entré', question: 'Does coping rise?', programme: 'entre', outcome: 'ruler How I cope', better: 'higher', design: 'ab', phases: 'as-recorded', effect: 'tau', leastPoints: 5, leastPeople: 3,
  reliability: 0.9, spread: 2, cutoff: 5, yardstickSource: 'Made up for this test.', conclusion: 'We say who got worse.',
}
const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })

let worse: number
/** Four people; the first one's ruler is turned round, so that they fall from 8 to 3, and twice somebody wrote down a crisis of theirs. The last one ended by own wish. */
beforeAll(async () => {
  await offerProgrammes()
  const group = await aMeasuredGroup({ people: 4 })
  worse = group[0]!.id
  const superuser = await connectedAs('superuser')
  await superuser.query('update measures set value = 10 - value where participant_id = $1', [worse])
  await superuser.query(`update plans set state = 'ended', ending = 'own wish', ended_on = '2026-08-03' where participant_id = $1`, [group[3]!.id])
  await superuser.query(`insert into incidents (id, public_id, participant_id, kind, words_said, done, happened_at, author_id, recorded_at)
    select 3000000 + i, 'crisis' || i, $1, 'self-harm', 'WORDS-OF-A-CRISIS', 'WORDS-OF-A-CRISIS', '2026-05-04', (select min(id) from colleagues), '2026-05-04' from generate_series(1, 2) i`, [worse])
  await superuser.query(`insert into sessions (id, public_id, participant_id, plan_id, author_id, starts_at, minutes, place, state, cause, recorded_at)
    select 3100000 + i, 'given' || i, $1, (select max(id) from plans where participant_id = $1), (select min(id) from colleagues), timestamptz '2026-04-06 10:00+02' + i * interval '7 days', 60, 'PLACE-OF-A-MEETING',
      (array['held', 'held', 'held', 'missed', 'missed', 'called-off', 'planned'])[i], (array[null, null, null, 'lockdown', 'person-declined', null, null])[i], '2026-04-06' from generate_series(1, 7) i`, [worse])
  await superuser.query(`insert into session_units (session_id, participant_id, author_id, unit_id, name, about_the_offence, planned, delivered)
    select 3100001, $1, (select min(id) from colleagues), u, 'NAME-OF-A-UNIT', false, u <> 'c', u <> 'b' from unnest(array['a', 'b', 'c']) u`, [worse])
  await superuser.query(`insert into eligibility_answers (id, public_id, participant_id, programme, version, rule_id, asked, answer, words, seen_on, said_by, written_by, written_at)
    select 3200000 + i, 'asked' || i, $1, 'entre', 1, 'rule', 'WORDS-OF-A-RULE', (array['no', 'despite'])[i], 'WORDS-OF-A-RULE', '2026-01-02', 'Somebody', (select min(id) from colleagues), '2026-01-02' from generate_series(1, 2) i`, [worse])
  await superuser.end()
})

async function locked(writing = plan): Promise<string> {
  const id = await asSam((work) => writeStudy(work, writing))
  await asSam((work) => lockStudy(work, id, undefined))
  return id
}
const found = async (writing = plan) => { const id = await locked(writing); return asSam((work) => studyFindings(work, id)) }

describe('somebody who got worse', () => {
  test('is counted by reliable change, by the cut-off and by the effect, beside those who recovered', async () => {
    const { findings } = await found()
    expect(findings.harms).toEqual({
      reliablyWorse: 1, judged: 4, classes: { recovered: 2, improved: 1, unchanged: 0, deteriorated: 0, harmed: 1 }, worseByEffect: 1, compared: 4, left: 1, begun: 4, incidents: 2, peopleInIncidents: 1 })
    expect(findings.people.filter(({ change }) => change === 'worse')).toEqual([expect.objectContaining({ first: 8, latest: 3, jacobson: 'harmed' })])
  })

  test('is shown whatever the plan asked for, also where it names no error of measurement', async () => {
    const { findings } = await found({ ...plan, reliability: undefined, spread: undefined, cutoff: undefined, yardstickSource: undefined })
    expect(findings.harms).toMatchObject({ judged: 0, classes: null, worseByEffect: 1, left: 1, incidents: 2 })
    expect(findings.together.pooled.kind).toBe('found')
  })

  test('stands on the page, on the page of each, and in the report; and it is said that it decides nothing', async () => {
    const [sam, id] = [await visit('Sam'), await locked()]
    const { text } = await sam.get(`/studies/${id}`)
    for (const line of ['Harms and who got worse', '1 of 4', 'Harmed: worse, and across the cut-off', 'Left before completion', '2 (people: 1)', 'It decides nothing about anybody']) expect(text).toContain(line)
    const each = (await sam.get(`/studies/${id}/people`)).text
    expect(each).toContain('harmed: worse by more than error')
    expect(each.match(/For learning, not for decisions/g)?.length).toBeGreaterThan(4)
    const report = (await sam.get(`/studies/${id}/report`)).text
    expect(report).toContain('Harmed: worse, and across the cut-off')
    expect(report).toContain('fewer than 5')
  })

  test('is told to no other room: nothing that a study found leaves through the door of evaluation, and nobody who decides finds it', async () => {
    expect(Object.keys(door).toSorted()).toEqual(['evaluationPages', 'evaluationRefusals', 'lockStudy', 'studiesPage', 'useCodeVersion', 'writeStudy'])
    const [kai, id] = [await visit('Kai'), await locked()]
    for (const page of ['', '/people', '/report', '/data/data.json']) expect((await kai.get(`/studies/${id}${page}`)).status).toBe(404)
  })
})

describe('what was given', () => {
  test('is planned, held and missed with whose cause, and how far it went as planned; what is still to come is not in it', async () => {
    const { findings, data } = await found()
    expect(findings.people.map(({ given }) => given).find(({ planned }) => planned > 0)).toEqual({ planned: 6, held: 3, calledOff: 1, missed: { service: 1, person: 1, neither: 0 }, units: { planned: 2, asPlanned: 1, instead: 1 } })
    expect(data.sessions.map(({ state }) => state)).not.toContain('planned')
  })

  test('stands beside the change of each, and is forbidden to be read as its cause', async () => {
    const [sam, id] = [await visit('Sam'), await locked()]
    for (const page of ['', '/report', '/people']) {
      const { text } = await sam.get(`/studies/${id}${page}`)
      expect(text, page).toContain('says nothing of what it caused')
      expect(text, page).toContain('Missed, the service')
    }
    expect((await sam.get(`/studies/${id}`)).text).toContain('No line is drawn through the points, on purpose')
    for (const page of ['', '/report', '/people']) expect((await sam.get(`/studies/${id}${page}`)).text).not.toMatch(/dose.response|because of the sessions|led to|effective/i)
  })
})

test('whether it fits was asked: that alone, and of how many somebody went on against an answer', async () => {
  const { findings, data } = await found()
  expect([findings.way.flow.asked, findings.way.flow.despite]).toEqual([1, 1])
  for (const hidden of ['WORDS-OF-A-RULE', 'WORDS-OF-A-CRISIS', 'PLACE-OF-A-MEETING', 'NAME-OF-A-UNIT', 'Somebody']) expect(JSON.stringify(data), hidden).not.toContain(hidden)
})

describe('how sessions were', () => {
  test('is shown as how often each answer was given and not given, of three people or more, and is no outcome', async () => {
    const superuser = await connectedAs('superuser')
    const say = (id: number, at: number, value: number | null) => superuser.query(`with met as (insert into sessions (id, public_id, participant_id, plan_id, author_id, starts_at, minutes, state, recorded_at)
        select $1::int, $5, $2, (select max(id) from plans where participant_id = $2), (select min(id) from colleagues), timestamptz '2026-06-01 10:00+02' + $1 % 1000 * interval '1 day', 60, 'held', '2026-06-01' returning id)
      insert into measures (id, public_id, participant_id, kind, series, session_id, measured_on, value, missing, lowest, highest, said_by, way, recorded_by_kind, recorded_by, recorded_at, own_words)
        select $1::int, $5, $2, 'session', 'Sessions', id, '2026-06-01', $3, $4, 0, 10, 'person', 'by-person', 'participant', $2, '2026-06-01', 'WORDS-OF-A-PERSON' from met`, [3_300_000 + at, id, value, value === null ? 'did-not-want' : null, `said${at}`])
    const { rows } = await superuser.query<{ id: number }>('select distinct participant_id as id from plans order by 1')
    for (const [at, value] of [8, 8].entries()) await say(rows[at]!.id, at, value)
    expect((await found()).findings.feedback).toMatchObject({ held: 5, answered: 0 })
    for (const [at, value] of [3, null].entries()) await say(rows[at + 2]!.id, at + 2, value)
    await superuser.end()
    const { findings, data } = await found()
    expect(findings.feedback).toMatchObject({ held: 7, answered: 3, didNotWant: 1, notAnswered: 3 })
    expect(JSON.stringify(data)).not.toContain('WORDS-OF-A-PERSON')
    const [sam, id] = [await visit('Sam'), await locked()]
    expect((await sam.get(`/studies/${id}`)).text).toContain('No mean is given')
    expect((await sam.get('/studies/new?programme=entre')).text).not.toContain('value="session')
  })
})
