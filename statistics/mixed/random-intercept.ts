import { sum } from '../arithmetic/sum.ts'
import type { Caution } from '../cautions.ts'
import { notComputable, tooFew } from '../result.ts'
import type { NotComputable, TooFew } from '../result.ts'
import { addUp } from './case-totals.ts'
import type { CaseData, CaseTotals } from './case-totals.ts'
import { centred, shifted } from './centred.ts'
import { climb } from './climb.ts'
import type { Landscape, Range, Summit } from './climb.ts'
import { casesAlike, interceptTotals } from './intercept-totals.ts'
import type { Criterion, Evaluation } from './likelihood.ts'

export type RandomIntercept = {
  kind: 'found', method: string, exact: false, n: number, missing: number, cautions: Caution[], cases: number, criterion: Criterion
  coefficients: number[]
  se: number[]
  /** Variance between cases, and within them. */
  between: number
  within: number
  /** The share of the variance that lies between cases. */
  icc: number
  logLik: number
  /** The variance between cases came out as 0: the data bear no differences between cases beyond chance. */
  singular: boolean
  fit: Evaluation
}

/**
 * What is the common line of several cases, when each case stands higher or lower than the others by an amount of its own?
 * Assumes: these amounts and the errors follow the normal curve; errors within a case are independent of each other (sessions
 * seldom are: see the autocorrelation); cases are a sample of cases.
 * Convention: ML or REML; the variance between cases is never below 0, and at 0 `singular` says so.
 * Reference: Laird & Ware 1982; Van den Noortgate & Onghena 2003; Searle, Casella & McCulloch 1992.
 */
export function randomIntercept(cases: readonly CaseData[], criterion: Criterion, missing = 0): RandomIntercept | TooFew | NotComputable {
  const method = `random intercept, ${criterion}`
  const n = cases.reduce((all, one) => all + one.y.length, 0)
  const columns = cases[0]?.x[0]?.length ?? 0
  if (cases.length < 2) return tooFew({ method, missing, n: cases.length, needed: 2, of: 'cases' })
  if (n < columns + 2) return tooFew({ method, missing, n, needed: columns + 2, of: 'sessions' })

  const start = roughVariance(cases)
  if (!(start > 0)) return notComputable({ method, missing, n, reason: 'all outcomes are equal' })
  const centre = centred(cases)
  const summit = climbWithoutMemory(centre.cases, criterion, start)
  if (!summit) return notComputable({ method, missing, n, reason: 'the design has a column that follows from the others: a phase is missing, or too few sessions' })
  const [between, within] = summit.parameters as [number, number]
  if (!summit.settled || within <= 1e-10 * start) return notComputable({ method, missing, n, reason: 'the variances did not settle: the line fits the sessions exactly, or nearly' })
  return {
    kind: 'found', method, exact: false, n, missing, cases: cases.length, criterion,
    cautions: [...(missing > 0 ? ['missing-values' as const] : []), ...(between === 0 ? ['singular-fit' as const] : [])],
    coefficients: shifted(summit.at.coefficients, centre.shift), se: summit.at.spread.diagonal().map(Math.sqrt),
    between, within, icc: between / (between + within), logLik: summit.at.logLik, singular: between === 0, fit: summit.at,
  }
}

/** The variances between and within cases that make the outcomes most likely; errors are independent. `rough` is the variance of all outcomes. */
export function climbWithoutMemory(cases: readonly CaseData[], criterion: Criterion, rough: number): Summit | null {
  return climb(interceptLandscape(cases), criterion, interceptRanges(rough), [rough / 2, rough / 2])
}

/** The variance between cases may be nothing, that within cases only nearly. */
export function interceptRanges(rough: number): Range[] {
  return [{ from: 0, to: Infinity }, { from: 1e-12 * rough, to: Infinity }]
}

function interceptLandscape(cases: readonly CaseData[]): Landscape {
  const alike = casesAlike(cases)
  return ([between, within], slopes) => addAll(alike.map((own) => interceptTotals(own, { between: between!, within: within! }, slopes)))
}

/** The totals over all cases, unless one of them has none. */
export function addAll(totals: readonly (CaseTotals | null)[]): CaseTotals | null {
  const known = totals.filter((one) => one !== null)
  return known.length === totals.length ? addUp(known) : null
}

/** The variance of all outcomes together, to begin with. */
export function roughVariance(cases: readonly CaseData[]): number {
  const all = cases.flatMap(({ y }) => y)
  const centre = sum(all) / all.length
  return sum(all.map((value) => (value - centre) ** 2)) / all.length
}
