import { auditReleases, auditTable, countTable, openSolver, suppressCells, type CountTable, type Solver } from '../../statistics/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { OnePerson } from './found/each-person.ts'
import type { PlanRow } from './study.ts'

/** Fewer people than this are not shown in a cell or a margin, nor a change of fewer between two releases. */
export const leastInACell = 5

export const standings = ['running', 'completed', 'ended-otherwise'] as const
export const changes = ['better', 'within-error', 'worse', 'unknown'] as const

/** A table of people. Lines that were put together are lists: [['running', 'completed'], ['ended-otherwise']]. */
export type Counted = { rows: string[][], columns: string[][], counts: number[][] }
/** The same with, for each cell, whether it is withheld. Margins are always given. */
export type Release = Counted & { hidden: boolean[][] }
/** One that was given out before, of the same programme; of the same outcome its columns mean the same. */
export type Before = Release & { isOfOutcome: boolean }

/** Where people stand, by how their outcome changed. */
export function standingByChange(people: Pick<OnePerson, 'key' | 'change'>[], plans: Pick<PlanRow, 'person' | 'ending'>[]): Counted {
  const standing = new Map(plans.map((plan) => [plan.person, plan.ending === null ? 'running' : ['completed', 'commitments consolidated'].includes(plan.ending) ? 'completed' : 'ended-otherwise']))
  return {
    rows: standings.map((row) => [row]), columns: changes.map((column) => [column]),
    counts: standings.map((row) => changes.map((column) => people.filter((person) => standing.get(person.key) === row && (person.change ?? 'unknown') === column).length)),
  }
}

/**
 * Puts small lines together, withholds what is still small and as little besides as protects it (proven by an exact solver), then lays the table beside each one that was
 * given out before. Refuses 'release-cannot-protect' where that does not help, 'release-shows-somebody' where two tables together tell more than either.
 */
export async function protectedTable(table: Counted, before: readonly Before[]): Promise<Release> {
  const merged = withoutSmallLines(table)
  const ofOutcome = before.filter(({ isOfOutcome }) => isOfOutcome)
  if (ofOutcome.some((one) => JSON.stringify([one.rows, one.columns]) !== JSON.stringify([merged.rows, merged.columns]))) throw refuse('release-shows-somebody')
  const solver = await openSolver()
  const found = suppressCells(withMargins(merged.counts), leastInACell, 'not-exact', solver)
  if (found.kind !== 'found') throw refuse('release-cannot-protect')
  const release = { ...merged, hidden: found.hidden }
  for (const earlier of ofOutcome.filter((one) => !isSameTable(one, release))) {
    const audit = auditReleases(published(earlier), published(release), { threshold: leastInACell, course: 'may-fall' }, solver)
    if (audit.kind !== 'found' || [audit.exposedFirst, audit.exposedSecond, audit.smallChanges, audit.smallTotals].some((list) => list.length > 0)) throw refuse('release-shows-somebody')
  }
  if (!hidesBesideAll(release, ofOutcome, solver)) throw refuse('release-shows-somebody')
  if (before.some((one) => !one.isOfOutcome && differsByFew(one, release))) throw refuse('release-shows-somebody')
  return release
}

/**
 * Two tables at a time are not all that can be laid together: a reader who takes several releases for one and the same state of things adds up what each of them shows. All
 * that agree with this one wherever both show a cell are therefore laid over each other, and what then is still withheld must not be worked out.
 */
function hidesBesideAll(release: Release, before: readonly Release[], solver: Solver): boolean {
  const together = before.reduce((over, one) => agree(over, published(one)) ? laidOver(over, published(one)) : over, published(release))
  const audit = auditTable(together, solver)
  return audit.kind === 'found' && !audit.anyRecoverable
}

function agree(one: CountTable, other: CountTable): boolean {
  const margins = ({ rowTotals, columnTotals }: CountTable) => JSON.stringify([rowTotals, columnTotals])
  return margins(one) === margins(other) && one.cells.every((row, i) => row.every((count, j) => count === null || other.cells[i]?.[j] === null || other.cells[i]?.[j] === count))
}

function laidOver(one: CountTable, other: CountTable): CountTable {
  return { ...one, cells: one.cells.map((row, i) => row.map((count, j) => count ?? other.cells[i]?.[j] ?? null)) }
}

/**
 * Tables of two outcomes of one programme are about the same people. Where they stand must not differ by one of them; and where the two put lines together otherwise, taking the
 * one from the other must not leave a line of few people either: running and completed less running is completed.
 */
function differsByFew(one: Release, other: Release): boolean {
  const [before, now] = [standingIn(one), standingIn(other)]
  return now.some(({ of, people }) => before.some((earlier) => earlier.of === of && isFew(Math.abs(people - earlier.people)))) || workedOut([...before, ...now]).some(({ people }) => isFew(Math.abs(people)))
}

type Line = { /** Which standings, a bit for each. */ of: number, people: number }

function standingIn({ rows, counts }: Release): Line[] {
  const lines = rows.map((row, at) => ({ of: row.reduce((bits, name) => bits | 1 << standings.indexOf(name as 'running'), 0), people: total(counts[at]!) }))
  return [...lines, { of: lines.reduce((bits, { of }) => bits | of, 0), people: total(lines.map(({ people }) => people)) }]
}

/** What follows from lines by taking one from another that holds it, again and again: of so few standings it is soon all there is. */
function workedOut(lines: readonly Line[]): Line[] {
  const known = new Map(lines.map((line) => [`${line.of} ${line.people}`, line]))
  for (let before = 0; before < known.size && known.size < 200;) {
    before = known.size
    const all = [...known.values()]
    for (const left of all.flatMap((whole) => all.filter((part) => isWithin(part, whole)).map((part) => ({ of: whole.of & ~part.of, people: whole.people - part.people })))) known.set(`${left.of} ${left.people}`, left)
  }
  return [...known.values()]
}

function isWithin(part: Line, whole: Line): boolean {
  return part.of !== whole.of && (whole.of & part.of) === part.of
}

function isFew(people: number): boolean {
  return people > 0 && people < leastInACell
}

export function isSameTable(one: Release, other: Release): boolean {
  const known = ({ rows, columns, counts, hidden }: Release) => JSON.stringify([rows, columns, counts, hidden])
  return known(one) === known(other)
}

/**
 * A line of a few people would show them by its total, and a row whose people all stand in one cell says the same of each: both join
 * the nearest other line, the smaller of two: who got worse joins who stayed within error, so that no table puts them together with those who got better.
 */
function withoutSmallLines(table: Counted): Counted {
  const columns = joined({ lines: table.columns, counts: turn(table.counts) }, isSmall)
  const rows = joined({ lines: table.rows, counts: turn(columns.counts) }, isTelling)
  return { rows: rows.lines, columns: columns.lines, counts: rows.counts }
}

type Lines = { lines: string[][], counts: number[][] }

function joined({ lines, counts }: Lines, mustJoin: (line: number[]) => boolean): Lines {
  const place = counts.findIndex(mustJoin)
  if (place < 0) return { lines, counts }
  const others = counts.map((_, other) => other).filter((other) => other !== place && total(counts[other]!) > 0)
  const partner = others.toSorted((one, other) => Math.abs(one - place) - Math.abs(other - place) || total(counts[one]!) - total(counts[other]!))[0]
  if (partner === undefined) throw refuse('release-cannot-protect')
  const [first, second] = [Math.min(place, partner), Math.max(place, partner)]
  const together = counts[first]!.map((count, at) => count + counts[second]![at]!)
  return joined({ lines: lines.flatMap((line, at) => at === second ? [] : [at === first ? [...line, ...lines[second]!] : line]), counts: counts.flatMap((line, at) => at === second ? [] : [at === first ? together : line]) }, mustJoin)
}

function isSmall(line: number[]): boolean {
  return total(line) > 0 && total(line) < leastInACell
}

function isTelling(line: number[]): boolean {
  return isSmall(line) || (line.length > 1 && line.filter((count) => count > 0).length === 1)
}

function turn(counts: number[][]): number[][] {
  return counts[0]?.map((_, column) => counts.map((row) => row[column]!)) ?? []
}

function total(line: number[]): number {
  return line.reduce((sum, count) => sum + count, 0)
}

export function withMargins(counts: number[][]): CountTable {
  return countTable(counts, counts.map(total), turn(counts).map(total), total(counts.map(total)))
}

function published({ counts, hidden }: Release): CountTable {
  return { ...withMargins(counts), cells: counts.map((row, i) => row.map((count, j) => hidden[i]?.[j] ? null : count)) }
}
