import { Matrix } from 'ml-matrix'
import { combination } from '../arithmetic/combination.ts'
import type { CaseData, CaseTotals } from './case-totals.ts'

/** All cases with the same number of sessions together: how many they are, and over them the sums of U'U and of (U'1)(U'1)'. */
export type CasesAlike = { length: number, count: number, squares: Matrix, sums: Matrix }

/** U is the design with the outcomes as its last column. */
export function casesAlike(cases: readonly CaseData[]): CasesAlike[] {
  return [...Map.groupBy(cases, ({ y }) => y.length)].map(([length, own]) => {
    const u = own.map(({ x, y }) => x.map((row, i) => [...row, y[i]!]))
    return { length, count: own.length, squares: addedSquares(u.flat()), sums: addedSquares(u.map((rows) => rows[0]!.map((_, k) => rows.reduce((all, row) => all + row[k]!, 0)))) }
  })
}

/**
 * What cases add to the likelihood that each have an amount of their own and independent errors, V = between 11' + within I: the work does not
 * grow with the number of cases or sessions.
 * Convention: V^-j = (I - (1 - r^j)/n 11') / within^j with r = within / (within + n between), since V only stretches the direction of 1;
 * hence everything is a sum of U'U and (U'1)(U'1)'. Parameters in the order between, within; no derivatives where `slopes` is false. `null`
 * where V is not positive.
 * Reference: Searle, Casella & McCulloch 1992, ch. 3.
 */
export function interceptTotals({ length: n, count, squares, sums }: CasesAlike, { between, within: w }: { between: number, within: number }, slopes: boolean): CaseTotals | null {
  const whole = w + n * between
  if (!(w > 0 && whole > 0)) return null
  const r = w / whole
  // U' V^-j U, and U' (V^-1 1)(V^-1 1)' U times a factor
  const power = (j: number) => combination([[1 / w ** j, squares], [-(1 - r ** j) / (n * w ** j), sums]])
  const leaning = (factor: number) => combination([[factor, sums]])
  const plain = { n: n * count, logDeterminant: count * (n * Math.log(w) - Math.log(r)), s: power(1) }
  if (!slopes) return { ...plain, h: [], q: [], trace: [], traces: [] }

  const crossing = leaning((r / w) ** 3)
  const both = count * n * (r / w) ** 2
  return {
    ...plain,
    h: [leaning((r / w) ** 2), power(2)],
    q: [[leaning(n * (r / w) ** 3), crossing], [crossing, power(3)]],
    trace: [count * n * r / w, count * (n - 1 + r) / w],
    traces: [[both * n, both], [both, count * (n - 1 + r ** 2) / w ** 2]],
  }
}

function addedSquares(rows: readonly (readonly number[])[]): Matrix {
  const size = rows[0]!.length
  const square = Matrix.zeros(size, size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) square.set(i, j, rows.reduce((all, row) => all + row[i]! * row[j]!, 0))
  }
  return square
}
