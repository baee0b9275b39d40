import type { Caution } from '../cautions.ts'
import { notComputable, tooFew } from '../result.ts'
import { climbWithMemory } from './autocorrelated-errors.ts'
import type { TimedCase } from './autocorrelated-totals.ts'
import { centred, shifted } from './centred.ts'
import type { Criterion } from './likelihood.ts'
import { roughVariance } from './random-intercept.ts'
import type { RandomIntercept } from './random-intercept.ts'
import type { NotComputable, TooFew } from '../result.ts'

export type RandomInterceptAutocorrelated = RandomIntercept & { autocorrelation: number }

/**
 * What is the common line of several cases, when each stands higher or lower by an amount of its own and a session resembles the one before?
 * Assumes: the amounts and the errors follow the normal curve; an error is carried on by autocorrelation^distance, distance in the unit of `time`.
 * Asks more of the data than independent errors do: with fewer than a dozen sessions a case the autocorrelation is a guess.
 * Convention: ML or REML; the variance between cases is never below 0, and at 0 `singular` says so; the error's variance is that of one session.
 * Reference: Chi & Reinsel 1989, JASA 84:452-459; Pinheiro & Bates 2000, "Mixed-effects models in S and S-PLUS", ch. 5.
 */
export function randomInterceptAutocorrelated(cases: readonly TimedCase[], criterion: Criterion, missing = 0): RandomInterceptAutocorrelated | TooFew | NotComputable {
  const method = `random intercept, autocorrelated errors, ${criterion}`
  const n = cases.reduce((all, one) => all + one.y.length, 0)
  const columns = cases[0]?.x[0]?.length ?? 0
  if (cases.length < 2) return tooFew({ method, missing, n: cases.length, needed: 2, of: 'cases' })
  if (n < columns + 3) return tooFew({ method, missing, n, needed: columns + 3, of: 'sessions' })

  const rough = roughVariance(cases)
  if (!(rough > 0)) return notComputable({ method, missing, n, reason: 'all outcomes are equal' })
  const centre = centred(cases)
  const summit = climbWithMemory(centre.cases, criterion, rough)
  if (!summit) return notComputable({ method, missing, n, reason: 'the design has a column that follows from the others: a phase is missing, or too few sessions' })
  const [between, within, autocorrelation] = summit.parameters as [number, number, number]
  if (!summit.settled || within <= 1e-10 * rough) return notComputable({ method, missing, n, reason: 'the variances did not settle on these sessions' })

  const cautions: Caution[] = [...(missing > 0 ? ['missing-values' as const] : []), ...(between === 0 ? ['singular-fit' as const] : [])]
  return {
    kind: 'found', method, exact: false, n, missing, cautions, cases: cases.length, criterion,
    coefficients: shifted(summit.at.coefficients, centre.shift), se: summit.at.spread.diagonal().map(Math.sqrt),
    between, within, autocorrelation, icc: between / (between + within), logLik: summit.at.logLik, singular: between === 0, fit: summit.at,
  }
}
