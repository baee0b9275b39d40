import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMeasuredGroup, become, connectedAs, offerProgrammes, visit } from '../../database/testing/index.ts'
import { aCodedGroup, type CodedNote } from '../../database/testing/a-coded-group.ts'
import { alsoFacilitators } from '../../database/testing/a-coded-session.ts'
import type { Work } from '../platform/work.ts'
import type { Writing } from './evaluation.input.ts'
import { dataOf, outcomesOf, theStudy } from './evaluation.queries.ts'
import { lockStudy, studyFindings, writeStudy } from './evaluation.verbs.ts'

const plan: Writing = {
  title: 'Coping in notes', question: 'Do notes tell more of coping as time goes on?', programme: 'healthy-identity', outcome: 'code Coping', better: 'higher', design: 'ab', phases: 'first-ones',
  effect: 'tau', leastPoints: 3, leastPeople: 3, conclusion: 'We say how it went, not why.',
}
const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })

// Each person: three notes that tell of none or some, then four that are clear; the last is agreed on as some, and in one only one coder found anything.
const notes = (place: number): CodedNote[] => [
  { domain: 'coping', first: 0, second: 0 }, { domain: 'coping', first: 0, second: 1 }, { domain: 'coping', first: 1, second: 1 },
  { domain: 'coping', first: 2, second: 2 }, { domain: 'coping', first: 2, second: 2 }, { domain: 'coping', first: null, second: 2 }, { domain: 'coping', first: 2, second: 0, agreed: 1 },
  { domain: 'identity', first: 2, second: 1 }, ...(place < 2 ? [{ domain: 'ideology', first: 2, second: 2 }] : []),
]

beforeAll(async () => {
  await offerProgrammes()
  await alsoFacilitators('Ulla')
  await aCodedGroup(await aMeasuredGroup({ people: 3, programme: 'healthy-identity' }), notes)
})

async function lockedStudy(writing = plan): Promise<string> {
  const id = await asSam((work) => writeStudy(work, writing))
  await asSam((work) => lockStudy(work, id, undefined))
  return id
}

/** One session in which two units went another way than planned, each for its reason. */
async function differently(session: string, reasons: [string, string]): Promise<void> {
  const superuser = await connectedAs('superuser')
  for (const [place, reason] of reasons.entries()) await superuser.query(`insert into session_units (session_id, participant_id, author_id, unit_id, name, about_the_offence, planned, delivered, reason)
    select id, participant_id, author_id, $2, 'NAME-OF-A-UNIT', false, $3, not $3, $4 from sessions where public_id = $1`, [session, `unit${place}`, place === 0, reason])
  await superuser.end()
}

test('a study learns of each session whose it was that units went another way, and that it was several where their reasons differ; no unit and no reason', async () => {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<{ public_id: string }>(`select public_id from sessions where public_id like 'coded%' order by id limit 3`)
  await superuser.end()
  await differently(rows[0]!.public_id, ['cut-short', 'no-means'])
  await differently(rows[1]!.public_id, ['cut-short', 'person-asked'])
  await differently(rows[2]!.public_id, ['too-early', 'came-up'])
  const id = await lockedStudy()
  const { sessions } = await asSam(async (work) => dataOf(work, await theStudy(work, id)))
  expect(sessions.flatMap(({ whose_change: whose }) => (whose === null ? [] : [whose])).sort()).toEqual(['neither', 'service', 'several'])
  expect(JSON.stringify(sessions)).not.toMatch(/NAME-OF-A-UNIT|cut-short|person-asked/)
})

describe('codes of notes as the outcome of a study', () => {
  test('they are offered by the name of a domain that at least three people have', async () => {
    const outcomes = await asSam((work) => outcomesOf(work, 'healthy-identity'))
    expect(outcomes.filter(({ kind }) => kind === 'code')).toEqual([{ kind: 'code', series: 'Coping' }, { kind: 'code', series: 'Identity' }])
  })

  test('they describe and no more: no other design, no other phases, and not in the database either', async () => {
    for (const design of ['multiple-baseline', 'drawn-starts'] as const) await expect(asSam((work) => writeStudy(work, { ...plan, design }))).rejects.toMatchObject({ code: 'study-first-ones-describe' })
    for (const phases of ['as-recorded', 'plan-begins'] as const) await expect(asSam((work) => writeStudy(work, { ...plan, phases }))).rejects.toMatchObject({ code: 'study-codes-first-ones' })
    const id = await asSam((work) => writeStudy(work, plan))
    await expect(asSam((work) => sql`update studies set phases = 'plan-begins' where public_id = ${id}`.execute(work.db))).rejects.toThrow(/studies_of_codes_describe/)
  })

  test('they are a series over time: what both agreed on, else the middle of both, and none where one found nothing', async () => {
    const { findings } = await asSam(async (work) => studyFindings(work, await lockedStudyIn(work)))
    expect(findings.people).toHaveLength(3)
    for (const { series } of findings.people) {
      expect([series.before, series.after]).toEqual([[0, 0.5, 1], [2, 2, null, 1]])
      expect([series.lowest, series.highest]).toEqual([0, 2])
    }
    // Of 9 pairs of an earlier and a later one 8 rise and one is a tie (1 and 1): tau = 8 / 9.
    expect(findings.people[0]?.effect).toMatchObject({ kind: 'found', value: expect.closeTo(8 / 9, 12) })
  })

  test('it has how far the coders agree, of every domain that three people have, without a person', async () => {
    const { findings, data } = await asSam(async (work) => studyFindings(work, await lockedStudyIn(work)))
    expect(findings.coders.map(({ domain, notes: count, people }) => [domain, count, people])).toEqual([['Coping', 21, 3], ['Identity', 3, 3]])
    for (const pair of data.pairs) expect(Object.keys(pair)).toEqual(['domain', 'first', 'second', 'sessions', 'people'])
  })
})

describe('what of a note reaches an evaluation', () => {
  test('it is codes alone: no word, no name, no place, no coder, and dates that are moved', async () => {
    const id = await lockedStudy()
    const data = await asSam(async (work) => dataOf(work, await theStudy(work, id)))
    expect(data.codes).toHaveLength(21)
    for (const row of data.codes) expect(Object.keys(row)).toEqual(['person', 'held_on', 'domain', 'first', 'second', 'agreed', 'is_agreed'])
    for (const hidden of ['WORDS-OF-A-NOTE', 'PLACE-OF-A-MEETING', 'Measured', 'Amira', 'Ulla', 'HV-']) expect(JSON.stringify(data), hidden).not.toContain(hidden)
    const sam = await visit('Sam')
    for (const page of ['', '/people', '/report', '/data/data.json']) {
      const { status, text } = await sam.get(`/studies/${id}${page}`)
      expect(status, page).toBe(200)
      for (const hidden of ['WORDS-OF-A-NOTE', 'PLACE-OF-A-MEETING', 'Measured']) expect(text, page).not.toContain(hidden)
    }
  })

  test('it is its own domain and no other, and nothing for a study of something else', async () => {
    const of = async (writing: Writing) => { const id = await lockedStudy(writing); return asSam(async (work) => dataOf(work, await theStudy(work, id))) }
    expect(new Set((await of({ ...plan, outcome: 'code Identity' })).codes.map(({ domain }) => domain))).toEqual(new Set(['Identity']))
    const ruler = await of({ ...plan, outcome: 'ruler How I cope', design: 'multiple-baseline', phases: 'as-recorded' })
    expect([ruler.codes, ruler.pairs]).toEqual([[], []])
  })

  test('it cannot be read around the views', async () => {
    const evaluator = await connectedAs('evaluator')
    for (const table of ['codings', 'code_consensus', 'session_contents', 'facilitator_notes']) await expect(evaluator.query(`select * from ${table}`), table).rejects.toThrow(/permission denied/)
    for (const [what, rows] of [['evaluation_codes', 0], ['evaluation_code_pairs()', 0]] as const) expect((await evaluator.query(`select * from ${what}`)).rows, what).toHaveLength(rows)
    await evaluator.end()
  })

  test('it is nothing of whoever said no to research', async () => {
    const superuser = await connectedAs('superuser')
    await superuser.query(`insert into withdrawals (id, public_id, participant_id, purpose, own_words, withdrawn_at, recorded_by_kind, recorded_by)
      select 777002, 'w777002', min(participant_id), 'research', '', '2026-06-01', 'participant', min(participant_id) from codings`)
    const id = await lockedStudy()
    const data = await asSam(async (work) => dataOf(work, await theStudy(work, id)))
    await superuser.query('delete from withdrawals where id = 777002')
    await superuser.end()
    expect([data.codes.length, data.leftOut]).toEqual([14, 1])
  })
})

async function lockedStudyIn(work: Work): Promise<string> {
  const id = await writeStudy(work, plan)
  await lockStudy(work, id, undefined)
  return id
}
