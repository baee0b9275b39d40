import { stringify } from 'csv-stringify/sync'
import { codebook, codebookLines, dataFiles, type DataFile } from './codebook.ts'
import { figuresScript } from './figures-script.ts'
import type { Findings } from '../found/findings.ts'
import type { Study, StudyData } from '../study.ts'

/** What an outside statistician gets: a file for each kind of row, what the columns mean, all of it as JSON, and a script that reckons the main figures again. */
export const fileNames = [...dataFiles, 'codebook.csv', 'data.json', 'figures.R'] as const
export type FileName = (typeof fileNames)[number]

type Found = { study: Study, data: StudyData, findings: Findings }

/** One file of the data, whole. The same data give the same bytes. */
export function dataFile(name: FileName, found: Found): string {
  if (name === 'figures.R') return figuresScript(found.study)
  if (name === 'data.json') return `${JSON.stringify(everything(found), null, 2)}\n`
  if (name === 'codebook.csv') return csv([...codebookLines], ['file', 'column', 'holds', 'values'])
  return csv(rowsOf(name, found), Object.keys(codebook[name]))
}

function rowsOf(name: DataFile, { data, findings }: Pick<Found, 'data' | 'findings'>): object[] {
  switch (name) {
    case 'measurements.csv': return measurements(findings)
    case 'plans.csv': return data.plans
    case 'stages.csv': return data.stages
    case 'starts.csv': return data.starts
    case 'sessions.csv': return data.sessions
    case 'referrals.csv': return data.referrals
    case 'codes.csv': return data.codes
    case 'asked.csv': return data.asked
    case 'feedback.csv': return data.feedback
  }
}

function measurements({ people }: Findings) {
  return people.flatMap(({ key, series }) => series.points.map(({ on, day, phase, isLater, value, missing }) => ({ person: key, date: on, day, phase, later: isLater ? 1 : 0, outcome: value, missing })))
}

function everything(found: Found) {
  const { title, question, design, better, effect, leastPoints, leastPeople, reliability, spread, cutoff, seed, lockedAt } = found.study
  return {
    study: { title, question, design, better, effect, leastPoints, leastPeople, reliability, spread, cutoff, seed, lockedAt }, dataPrint: found.findings.dataPrint, codebook: codebookLines,
    ...Object.fromEntries(dataFiles.map((name) => [name.replace('.csv', ''), rowsOf(name, found).map((row) => onlyOf(row, Object.keys(codebook[name])))])),
  }
}

function onlyOf(row: object, columns: string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column]]))
}

function csv(rows: object[], columns: string[]): string {
  return stringify(rows, { header: true, columns, record_delimiter: '\n', cast: { string: asText, boolean: String } })
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number stays a number. */
function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
