import { countTable, suppressCells, type Solver } from '../../../statistics/index.ts'

/** How a session whose day has come went: held, or for whose cause it did not take place. */
export const outcomes = ['held', 'service', 'neither', 'person'] as const
export type Outcome = (typeof outcomes)[number]

/** No figure is told of fewer people than this. */
export const leastPeople = 5

/**
 * Sessions by lines and columns, with how many people each figure is about. Lines that were put together are lists of what they were. The people of two lines put together are at
 * least those of the larger: who they are nobody here knows.
 */
export type Counts = { rows: string[][], columns: string[][], sessions: number[][], people: number[][], rowPeople: number[], columnPeople: number[] }

/** What may be told, in steps of five; null is withheld. */
export type Told = { rows: string[][], columns: string[][], cells: (number | null)[][], rowTotals: number[], columnTotals: number[], total: number }

/**
 * Puts lines of few people together, withholds the cells that are still of few and as few besides as protect them (proven by an exact solver), and tells the rest in steps of five.
 * Where nothing protects them it puts more together. Nothing at all is told of a programme that few people were in.
 */
export function protectedDelivery(counts: Counts, solver: Solver): Told | null {
  const joined = joinedRows(turned(joinedRows(turned(counts))))
  if (Math.max(0, ...joined.rowPeople) < leastPeople) return null
  const found = suppressCells(withMargins(joined.sessions), leastPeople, 'not-exact', solver, ofFew(joined))
  if (found.kind === 'found') return toldOf(joined, found.hidden)
  return protectedDelivery(joined.columns.length > 1 ? turned(withoutSmallest(turned(joined))) : withoutSmallest(joined), solver)
}

/** Lines of few people join the nearest one, of two as near the smaller; what was held stays by itself as long as there is another. */
function joinedRows(counts: Counts): Counts {
  const place = counts.rowPeople.findIndex(isFew)
  const partner = place < 0 ? undefined : partnerOf(counts, place)
  return partner === undefined ? counts : joinedRows(joined(counts, place, partner))
}

function withoutSmallest(counts: Counts): Counts {
  const inOrder = counts.rowPeople.map((people, place) => ({ people, place })).toSorted((one, other) => one.people - other.people)
  const place = inOrder[0]!.place
  return joined(counts, place, partnerOf(counts, place) ?? (place === 0 ? 1 : 0))
}

function partnerOf({ rows, rowPeople }: Counts, place: number): number | undefined {
  const isHeld = (other: number) => rows[other]!.includes('held')
  const others = rows.map((_, other) => other).filter((other) => other !== place && rowPeople[other]! > 0)
  return others.toSorted((one, other) => Number(isHeld(one)) - Number(isHeld(other)) || Math.abs(one - place) - Math.abs(other - place) || rowPeople[one]! - rowPeople[other]!)[0]
}

function joined(counts: Counts, one: number, other: number): Counts {
  const [first, second] = [Math.min(one, other), Math.max(one, other)]
  const merge = <Line>(lines: Line[], both: (above: Line, below: Line) => Line) => lines.flatMap((line, at) => at === second ? [] : [at === first ? both(line, lines[second]!) : line])
  return {
    ...counts, rows: merge(counts.rows, (above, below) => [...above, ...below]),
    sessions: merge(counts.sessions, (above, below) => above.map((count, at) => count + below[at]!)),
    people: merge(counts.people, (above, below) => above.map((count, at) => Math.max(count, below[at]!))), rowPeople: merge(counts.rowPeople, Math.max),
  }
}

function turned({ rows, columns, sessions, people, rowPeople, columnPeople }: Counts): Counts {
  const turn = (cells: number[][]) => columns.map((_, column) => cells.map((row) => row[column]!))
  return { rows: columns, columns: rows, sessions: turn(sessions), people: turn(people), rowPeople: columnPeople, columnPeople: rowPeople }
}

/** A line that is alone holds everybody of the other direction, who are known better than what was put together cell by cell. */
function ofFew({ rows, columns, people, rowPeople, columnPeople }: Counts) {
  const least = (row: number, column: number) => Math.max(people[row]![column]!, ...(rows.length === 1 ? [columnPeople[column]!] : []), ...(columns.length === 1 ? [rowPeople[row]!] : []))
  return rows.flatMap((_, row) => columns.flatMap((__, column) => isFew(least(row, column)) ? [{ row, column }] : []))
}

function toldOf({ rows, columns, sessions }: Counts, hidden: boolean[][]): Told {
  const { rowTotals, columnTotals, grandTotal } = withMargins(sessions)
  return { rows, columns, cells: sessions.map((line, row) => line.map((count, column) => hidden[row]![column] ? null : inSteps(count))),
    rowTotals: rowTotals.map(inSteps), columnTotals: columnTotals.map(inSteps), total: inSteps(grandTotal) }
}

function withMargins(sessions: number[][]) {
  const total = (line: number[]) => line.reduce((sum, count) => sum + count, 0)
  const columns = (sessions[0] ?? []).map((_, column) => total(sessions.map((line) => line[column]!)))
  return countTable(sessions, sessions.map(total), columns, total(columns))
}

export type Band = { /** From so many colleagues. */ least: number, /** To so many; nothing: or more. */ most: number | null, people: number }

/** How many people met so many colleagues: bands of few people are put together with the next, and nothing is withheld, so that nothing can be worked out. Nothing where there are few in all. */
export function protectedBands(bands: readonly Band[]): Band[] {
  const place = bands.findIndex(({ people }) => isFew(people))
  if (place < 0) return bands.map((band) => ({ ...band, people: inSteps(band.people) }))
  if (bands.length === 1) return []
  const first = place === 0 ? 0 : place - 1
  const [one, other] = [bands[first]!, bands[first + 1]!]
  return protectedBands([...bands.slice(0, first), { least: one.least, most: other.most, people: one.people + other.people }, ...bands.slice(first + 2)])
}

function isFew(people: number): boolean {
  return people > 0 && people < leastPeople
}

/** The next lower step of five: one person or one session more changes nothing that could be noticed. */
function inSteps(count: number): number {
  return Math.floor(count / 5) * 5
}
