import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { seededGenerator, type Result } from '../../../statistics/index.ts'
import { addDays, day } from '../../platform/day.ts'
import type { MeasureRow, PlanRow, Study, StudyData } from '../study.ts'
import { codebook, codebookLines, dataFiles } from './codebook.ts'
import { dataFile, fileNames, type FileName } from './data-files.ts'
import { findingsOf } from '../found/findings.ts'

const from = day('2026-01-05')
const study: Study = {
  id: 1, publicId: 's', title: 'Coping', question: 'Does coping rise?', programme: 'entre', design: 'multiple-baseline', outcomeKind: 'ruler', outcome: 'Coping', better: 'higher', phases: 'as-recorded', effect: 'tau',
  leastPeople: 3, leastPoints: 4, reliability: 0.8, spread: 2, cutoff: 5, yardstickSource: 'a manual', conclusion: '', seed: 4, revision: 1, writtenAt: '2026-01-01' as Study['writtenAt'], lockedAt: '2026-01-02' as Study['writtenAt'], startPoints: [],
}

/** Six people, the last with too few points for the plan; every seventh value is missing, and a phase is called as a spreadsheet would reckon it. */
const data = theData()
function theData(): StudyData {
  const chance = seededGenerator(8)
  const measures = [1, 2, 3, 4, 5, 6].flatMap((person) => Array.from({ length: person === 6 ? 5 : 12 + person }, (_, at): MeasureRow => {
    const isGap = (at + person) % 7 === 0
    const isLater = at >= (person === 6 ? 2 : 4 + person)
    return { person: `00${person}e5`, kind: 'ruler', series: 'Coping', measured_on: addDays(from, at * 7), value: isGap ? null : chance.below(5) - 2 + person + (isLater ? 3 : 0), missing: isGap ? 'not-asked' : null, lowest: -10, highest: 20, phase: isLater ? '=B' : 'A' }
  }))
  const plans = [1, 2, 3, 4, 5].map((person): PlanRow => ({ person: `00${person}e5`, begins_on: from, ended_on: person < 4 ? addDays(from, 70 * person) : null, followed_until: addDays(from, 70 * person), state: person < 4 ? 'ended' : 'running', ending: person < 3 ? 'completed' : person === 3 ? 'own wish' : null }))
  return {
    measures, plans, stages: [{ person: '001e5', stage: 'treatment', kind: 'delivery', begins_on: from }], starts: [], sessions: [{ person: '001e5', held_on: from, state: 'held', whose: null, minutes: 60, units_planned: 2, units_as_planned: 1, units_instead: 0, whose_change: 'person' }],
    referrals: [{ person: '001e5', referred_on: from, decided_on: null, state: 'waiting', answer: 'not-asked', followed_until: from }], asked: [{ person: '001e5', asked_on: from, despite: false }], codes: [], pairs: [], feedback: [{ value: 4, missing: null, sessions: 3 }],
    incidents: { incidents: 0, people: 0 }, leftOut: 1,
  }
}

const given = (name: FileName, changed: Partial<Study> = {}) => dataFile(name, { study: { ...study, ...changed }, data, findings: findingsOf({ ...study, ...changed }, data) })
const linesOf = (name: FileName) => parse(given(name), { columns: true }) as Record<string, string>[]

test('each file has the columns of the codebook, one line of the codebook a column, also a file without rows', () => {
  for (const name of dataFiles) expect(given(name).split('\n')[0], name).toBe(Object.keys(codebook[name]).join(','))
  expect(linesOf('codebook.csv').map(({ file, column }) => `${file} ${column}`)).toEqual(dataFiles.flatMap((name) => Object.keys(codebook[name]).map((column) => `${name} ${column}`)))
  expect(codebookLines.filter(({ holds, values }) => holds === '' || values === '')).toEqual([])
  expect(linesOf('starts.csv')).toEqual([])
})

test('whatever a file is made from has a column for each of its fields, but for fields that are of no use outside', () => {
  const sources = { 'plans.csv': data.plans, 'stages.csv': data.stages, 'sessions.csv': data.sessions, 'referrals.csv': data.referrals, 'asked.csv': data.asked, 'feedback.csv': data.feedback }
  for (const [name, rows] of Object.entries(sources)) expect(Object.keys(rows[0]!).toSorted()).toEqual(Object.keys(codebook[name as keyof typeof sources]).toSorted())
})

test('a gap keeps its reason, a negative value stays a number, and a text that would be reckoned is a text', () => {
  const rows = linesOf('measurements.csv')
  expect(rows.filter(({ outcome }) => outcome === '').every(({ missing }) => missing === 'not-asked')).toBe(true)
  expect(rows.filter(({ outcome }) => outcome === '')).toHaveLength(data.measures.filter(({ value }) => value === null).length)
  expect(rows.filter(({ outcome }) => outcome!.startsWith('-')).length).toBeGreaterThan(0)
  expect(new Set(rows.map(({ phase }) => phase))).toEqual(new Set(['A', "'=B"]))
  for (const name of fileNames.filter((one) => one.endsWith('.csv'))) expect(given(name).split(/[\n,]/).filter((cell) => /^"?[=+@]/.test(cell)), name).toEqual([])
})

test('the measurements are the series that the findings rest on', () => {
  const rows = linesOf('measurements.csv')
  for (const { key, series } of findingsOf(study, data).people) {
    const own = (later: string) => rows.filter((row) => row['person'] === key && row['later'] === later).map(({ outcome }) => outcome === '' ? null : Number(outcome))
    expect([own('0'), own('1')]).toEqual([series.before, series.after])
  }
})

test('the JSON holds the same, with its codebook', () => {
  const all = JSON.parse(given('data.json')) as Record<string, Record<string, unknown>[]>
  expect(all['codebook']).toEqual(codebookLines)
  expect(all['study']).toMatchObject({ better: 'higher', leastPoints: 4, reliability: 0.8, spread: 2, seed: 4 })
  for (const name of dataFiles) {
    const rows = all[name.replace('.csv', '')]!
    expect(rows).toHaveLength(linesOf(name).length)
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(codebook[name]))
  }
  expect(all['measurements']!.filter(({ outcome }) => outcome === null).every(({ missing }) => missing === 'not-asked')).toBe(true)
})

test('the script has what the locked plan says, reads only files that are there, and needs nothing but R', () => {
  expect(given('figures.R')).toContain('study <- list(better = "higher", effect = "tau", least_points = 4, reliability = 0.8, spread = 2, completed = c("completed", "commitments consolidated"))')
  expect(given('figures.R', { better: 'lower', effect: 'nap', leastPoints: 7, reliability: null, spread: null })).toContain('study <- list(better = "lower", effect = "nap", least_points = 7, reliability = NA, spread = NA,')
  const read = [...given('figures.R').matchAll(/read\("([^"]+)"\)/g)].map(([, file]) => file)
  expect(read).toEqual(['measurements.csv', 'plans.csv'])
  for (const used of [...given('figures.R').matchAll(/(?:measured|rows|d|people\[\[key\]\]|plans)\$(\w+)/g)].map(([, column]) => column!)) {
    expect([...Object.keys(codebook['measurements.csv']), ...Object.keys(codebook['plans.csv'])]).toContain(used)
  }
  expect(given('figures.R')).not.toMatch(/library\(|require|::/)
})

// Only where R is installed: it is no part of what this project needs. Run on 30 November 2026 under R 4.2.2: all figures agree.
const hasR = spawnSync('Rscript', ['--version']).status === 0
test.skipIf(!hasR).each([{}, { effect: 'nap' }, { better: 'lower', leastPoints: 6 }, { reliability: null, spread: null }] as Partial<Study>[])('run under R it prints the figures of the report, with %j', (changed) => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  for (const name of fileNames) writeFileSync(join(folder, name), given(name, changed))
  const { stdout, stderr, status } = spawnSync('Rscript', ['figures.R'], { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect([status, stderr]).toEqual([0, ''])
  const printed = stdout.trim().split('\n').map((line) => line.trim().split('\t').map((cell) => cell.trim()))

  const { people, together, way } = findingsOf({ ...study, ...changed }, data)
  const ends = (result: Result) => result.kind === 'found' && result.interval ? [result.interval.lower, result.interval.upper] : []
  const counts = (key: string) => together.weighed.some(({ person }) => person.key === key) ? 1 : 0
  agree(printed, 'person', people.map(({ key, effect }) => effect.kind === 'found' ? [key, effect.value, effect.se, ...ends(effect), counts(key)] : []))
  agree(printed, 'pooled', together.pooled.kind === 'found' ? [[together.pooled.value, together.pooled.se, ...ends(together.pooled)]] : [])
  agree(printed, 'prediction', [ends(together.prediction)])
  agree(printed, 'between', together.betweenCase.kind === 'found' ? [[together.betweenCase.value, together.betweenCase.se, null, ...ends(together.betweenCase)]] : [])
  agree(printed, 'change', people.filter(({ change }) => change !== null).map(({ key, change }) => [key, null, change]))
  agree(printed, 'completion', way.toCompletion.kind === 'found' ? way.toCompletion.steps.map(({ time, atRisk, events, surviving, se }) => [time, atRisk, events, surviving, se]) : [])
})

type Figure = string | number | null | undefined

/** Line by line; null stands for a figure that the findings do not carry. */
function agree(printed: string[][], kind: string, ours: Figure[][]): void {
  const lines = printed.filter(([first]) => first === kind).map(([, ...cells]) => cells)
  expect(lines.map((cells) => cells.length), kind).toEqual(ours.map((figures) => figures.length))
  lines.forEach((cells, line) => cells.forEach((cell, at) => {
    const own = ours[line]![at]
    if (typeof own === 'number') expect(Math.abs(Number(cell) - own), `${kind} ${cells.join(' ')}, ${own}`).toBeLessThan(1e-5 * Math.max(1, Math.abs(own)))
    else if (own !== null && own !== undefined) expect(cell).toBe(own)
  }))
}
