import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditTable, countTable, openSolver } from '../../../statistics/index.ts'
import { outcomes, protectedBands, protectedDelivery, type Counts, type Told } from './delivery.ts'

const solver = await openSolver()
const quarters = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']

/** Who had how many sessions of which outcome in which quarter. */
type Had = { who: number, outcome: number, quarter: number, sessions: number }

function countsOf(had: readonly Had[], columns = quarters.length): Counts {
  const cell = (row: number, column: number) => had.filter(({ outcome, quarter }) => outcome === row && quarter === column)
  const people = (of: readonly Had[]) => new Set(of.map(({ who }) => who)).size
  const each = <Value>(value: (of: Had[]) => Value) => outcomes.map((_, row) => Array.from({ length: columns }, (__, column) => value(cell(row, column))))
  return {
    rows: outcomes.map((outcome) => [outcome]), columns: quarters.slice(0, columns).map((quarter) => [quarter]),
    sessions: each((of) => of.reduce((sum, { sessions }) => sum + sessions, 0)), people: each(people),
    rowPeople: outcomes.map((_, row) => people(had.filter(({ outcome }) => outcome === row))), columnPeople: quarters.slice(0, columns).map((_, column) => people(had.filter(({ quarter }) => quarter === column))) }
}

const many = (count: number, outcome: number, quarter: number, sessions: number, from = 0): Had[] => Array.from({ length: count }, (_, who) => ({ who: from + who, outcome, quarter, sessions }))

test('it tells in steps of five what was held and for whose cause the rest was not', () => {
  const told = protectedDelivery(countsOf([...many(8, 0, 0, 9), ...many(7, 1, 0, 1), ...many(6, 2, 0, 2), ...many(9, 3, 0, 1)], 1), solver)
  expect(told).toEqual({ rows: [['held'], ['service'], ['neither'], ['person']], columns: [['2026-01-01']], cells: [[70], [5], [10], [5]], rowTotals: [70, 5, 10, 5], columnTotals: [100], total: 100 })
})

// Three people had forty sessions that fell out for their own cause: a large figure, of few.
test('it goes by people and not by sessions, and never puts the cause of few with what was held while there is another', () => {
  const told = protectedDelivery(countsOf([...many(8, 0, 0, 9), ...many(7, 1, 0, 1), ...many(6, 2, 0, 2), ...many(3, 3, 0, 20)], 1), solver)
  expect(told).toMatchObject({ rows: [['held'], ['service'], ['neither', 'person']], cells: [[70], [5], [70]] })
})

// In the second quarter three people missed; the total of their line is of nine. One other cell of the line and the two of another line hide it.
test('it withholds a cell of few and what would give it back', () => {
  const told = protectedDelivery(countsOf([...many(9, 0, 0, 9), ...many(9, 0, 1, 9), ...many(9, 1, 0, 3), ...many(3, 1, 1, 3)], 2), solver)!
  expect(told.rows).toEqual([['held'], ['service'], ['neither'], ['person']])
  expect(told.cells.slice(0, 2)).toEqual([[null, null], [null, null]])
  expect(told).toMatchObject({ rowTotals: [160, 35, 0, 0], columnTotals: [105, 90], total: 195 })
})

test('it tells nothing of a programme that few people were in, whatever they had', () => {
  expect(protectedDelivery(countsOf(many(4, 0, 0, 60)), solver)).toBeNull()
  expect(protectedDelivery(countsOf([]), solver)).toBeNull()
})

test('it puts a quarter of few people together with the next', () => {
  expect(protectedDelivery(countsOf([...many(3, 0, 0, 9), ...many(8, 0, 1, 9)], 2), solver)).toMatchObject({ columns: [['2026-01-01', '2026-04-01']], columnTotals: [95] })
})

const had = fc.record({ who: fc.integer({ min: 0, max: 11 }), outcome: fc.integer({ min: 0, max: 3 }), quarter: fc.integer({ min: 0, max: 3 }), sessions: fc.integer({ min: 1, max: 9 }) })

test('whatever people had, no figure that is told is of one to four of them, and none that is withheld follows from the rest', () => {
  fc.assert(fc.property(fc.array(had, { maxLength: 60 }), (all) => {
    const told = protectedDelivery(countsOf(all), solver)
    if (!told) return
    const about = (rows: readonly string[], columns: readonly string[]) => new Set(all.filter(({ outcome, quarter }) => rows.includes(outcomes[outcome]!) && columns.includes(quarters[quarter]!)).map(({ who }) => who)).size
    const [allRows, allColumns] = [told.rows.flat(), told.columns.flat()]
    const shown = [...told.rows.flatMap((row, i) => told.columns.flatMap((column, j) => told.cells[i]![j] === null ? [] : [about(row, column)])),
      ...told.rows.map((row) => about(row, allColumns)), ...told.columns.map((column) => about(allRows, column)), about(allRows, allColumns)]
    expect(shown.filter((people) => people > 0 && people < 5)).toEqual([])
    expect(exactly(told, all).anyRecoverable).toBe(false)
  }), { numRuns: 120 })
})

/** The same table with its true figures where it tells one: more than any reader gets. */
function exactly(told: Told, all: readonly Had[]) {
  const count = (rows: readonly string[], columns: readonly string[]) => all.filter(({ outcome, quarter }) => rows.includes(outcomes[outcome]!) && columns.includes(quarters[quarter]!)).reduce((sum, { sessions }) => sum + sessions, 0)
  const [allRows, allColumns] = [told.rows.flat(), told.columns.flat()]
  const audit = auditTable(countTable(told.rows.map((row, i) => told.columns.map((column, j) => told.cells[i]![j] === null ? null : count(row, column))),
    told.rows.map((row) => count(row, allColumns)), told.columns.map((column) => count(allRows, column)), count(allRows, allColumns)), solver)
  if (audit.kind !== 'found') throw new Error(audit.reason)
  return audit
}

test('it puts numbers of colleagues with few people together with the next, and tells nothing of few in all', () => {
  const bands = (people: number[]) => people.map((count, at) => ({ least: at + 1, most: at === people.length - 1 ? null : at + 1, people: count }))
  expect(protectedBands(bands([12, 3, 9, 0]))).toEqual([{ least: 1, most: 2, people: 15 }, { least: 3, most: 3, people: 5 }, { least: 4, most: null, people: 0 }])
  expect(protectedBands(bands([7, 0, 0, 2]))).toEqual([{ least: 1, most: null, people: 5 }])
  expect(protectedBands(bands([2, 1, 1, 0]))).toEqual([])
})
