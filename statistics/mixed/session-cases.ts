import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'
import { byCase } from './by-case.ts'

/** One session: when, under treatment (1) or not (0), in which pair of phases (one and the same without reversals), with which outcome. */
export type Session = { time: number, treatment: number, phase: string, outcome: number }
export type SessionCase = { label: string | number, rows: Session[] }
export type SessionColumns = { case: readonly unknown[], time: readonly unknown[], treatment: readonly unknown[], outcome: readonly unknown[], phase?: readonly unknown[] }

/** Reads the sessions of several cases; a missing outcome (null) is left out and counted. Anything else wrong throws, naming its place. */
export function sessionCases(columns: SessionColumns): { cases: SessionCase[], missing: number } {
  const length = columns.outcome.length
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== length) throw wrongInput(name, `${column.length} values where outcome has ${length}`)
  }
  const sessions = columns.outcome.map((outcome, i) => ({
    label: nameAt(columns.case[i], `case, place ${i + 1}`),
    time: finite(columns.time[i], `time, place ${i + 1}`),
    treatment: conditionAt(columns.treatment[i], i),
    phase: columns.phase ? String(nameAt(columns.phase[i], `phase, place ${i + 1}`)) : '1',
    outcome: outcome === null ? null : finite(outcome, `outcome, place ${i + 1}`),
  }))
  const known = sessions.filter((session): session is typeof session & { outcome: number } => session.outcome !== null)
  return { cases: byCase(known.map((session) => session.label), known), missing: length - known.length }
}

function nameAt(label: unknown, place: string): string | number {
  return typeof label === 'string' ? label : finite(label, place)
}

function conditionAt(condition: unknown, i: number): number {
  if (condition === 0 || condition === 1) return condition
  throw wrongInput(`treatment, place ${i + 1}`, '0 (baseline) or 1 (treatment) belongs here')
}
