import loadHighs from 'highs'

/** A sum of variables, each with its factor. */
export type Terms = readonly (readonly [factor: number, variable: string])[]
export type Program = {
  sense: 'least' | 'most'
  goal: Terms
  rules: readonly { terms: Terms, is: '<=' | '>=' | '=', bound: number }[]
  /** Variables that may be below 0 or have an upper end; all others go from 0 up. */
  ranges: readonly { variable: string, from: number, to: number }[]
  /** Variables that are 0 or 1. */
  yesOrNo: readonly string[]
}
export type Solution = { goal: number, of(variable: string): number }
/** Solves to the proven optimum; null where no values obey all rules. Throws when the time runs out. */
export type Solver = (program: Program) => Solution | null

/**
 * Opens HiGHS, an exact solver for linear and whole-number programs (WebAssembly, no network, no threads).
 * Convention: a gap of nothing, so that "fewest cells" is a proof and not a guess; a limit of time instead of a worse answer.
 * Reference: Huangfu & Hall 2018, Mathematical Programming Computation 10:119-142.
 */
export async function openSolver(seconds = 60): Promise<Solver> {
  const highs = await loadHighs()
  return (program) => {
    const solved = highs.solve(asText(program), { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.1, time_limit: seconds })
    if (solved.Status === 'Infeasible') return null
    if (solved.Status !== 'Optimal') throw new Error(`the solver stopped before the proven optimum: ${solved.Status}`)
    return { goal: solved.ObjectiveValue, of: (variable) => primalOf(solved.Columns[variable]) }
  }
}

function primalOf(column: unknown): number {
  if (typeof column === 'object' && column !== null && 'Primal' in column && typeof column.Primal === 'number') return column.Primal
  return 0
}

// The LP text format, which HiGHS reads.
function asText({ sense, goal, rules, ranges, yesOrNo }: Program): string {
  return [
    sense === 'least' ? 'Minimize' : 'Maximize',
    ` goal: ${sumText(goal)}`,
    'Subject To',
    ...rules.map((rule, i) => ` r${i}: ${sumText(rule.terms)} ${rule.is} ${rule.bound}`),
    'Bounds',
    ...ranges.map(({ variable, from, to }) => ` ${from} <= ${variable} <= ${to}`),
    ...(yesOrNo.length > 0 ? ['Binary', ...yesOrNo.map((variable) => ` ${variable}`)] : []),
    'End',
  ].join('\n')
}

const sumText = (terms: Terms) => terms.map(([factor, variable]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`).join(' ')
