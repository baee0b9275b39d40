import type { Cell } from './count-table.ts'
import type { Program, Terms } from './solver.ts'

export type Candidate = Cell & { name: string, count: number, primary: boolean, most: number }
type Rule = Program['rules'][number]
type Block = { rules: Rule[], ranges: Program['ranges'][number][] }

/**
 * What must be hidden so that a cell has room to be another number? Rules for the yes-or-no variables of hiding.
 *
 * Room means: there is a way to shift counts among hidden cells that leaves every margin as it is and moves this cell. A shift is
 * one variable for each cell, held at 0 where the cell is published.
 */

/** If this cell is hidden it must not follow from the rest: some shift by one moves it. Every hidden count is at least 1, so any such shift can be made. */
export function someRoom(target: Candidate, candidates: readonly Candidate[]): Block {
  const shift = (cell: Candidate) => `s_${target.name}_${cell.name}`
  const held = candidates.flatMap((cell) => [
    rule([[1, shift(cell)], [-1, cell.name]], '<=', 0),
    rule([[1, shift(cell)], [1, cell.name]], '>=', 0),
  ])
  return {
    rules: [...held, ...balanced(candidates, shift), rule([[1, shift(target)], [-1, target.name]], '=', 0)],
    ranges: candidates.map((cell) => ({ variable: shift(cell), from: -1, to: 1 })),
  }
}

/** The bounds that a reader can find for this cell must be at least `width` apart: one shift goes up, another down. */
export function wideRoom(target: Candidate, candidates: readonly Candidate[], width: number): Block {
  const [up, down] = ['u', 'd'].map((way) => (cell: Candidate) => `${way}_${target.name}_${cell.name}`) as [Naming, Naming]
  const held = [up, down].flatMap((shift) => candidates.flatMap((cell) => [
    rule([[1, shift(cell)], [cell.count - cell.most, cell.name]], '<=', 0),
    rule([[1, shift(cell)], [cell.count, cell.name]], '>=', 0),
  ]))
  return {
    rules: [...held, ...balanced(candidates, up), ...balanced(candidates, down), rule([[1, up(target)], [-1, down(target)]], '>=', width)],
    ranges: [up, down].flatMap((shift) => candidates.map((cell) => ({ variable: shift(cell), from: -cell.count, to: cell.most - cell.count }))),
  }
}

type Naming = (cell: Candidate) => string

function rule(terms: Terms, is: Rule['is'], bound: number): Rule {
  return { terms, is, bound }
}

// Shifts in each row and each column cancel out.
function balanced(candidates: readonly Candidate[], shift: Naming): Rule[] {
  const lines = [...Map.groupBy(candidates, (cell) => cell.row).values(), ...Map.groupBy(candidates, (cell) => cell.column).values()]
  return lines.map((line) => rule(line.map((cell) => [1, shift(cell)] as const), '=', 0))
}
