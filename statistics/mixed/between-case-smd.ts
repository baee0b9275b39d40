import { Matrix } from 'ml-matrix'
import { smallSampleCorrectionApproximate } from '../compare/small-sample-correction.ts'
import { studentTReach } from '../distributions/student-t.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { climbWithMemory } from './autocorrelated-errors.ts'
import type { TimedCase } from './autocorrelated-totals.ts'
import { centred, shifted } from './centred.ts'
import { inverseInformation } from './inverse-information.ts'
import { climbWithoutMemory, roughVariance } from './random-intercept.ts'

/** Sessions of a case with their times; `effect` says what of the coefficients is the effect asked for. */
export type BetweenCaseQuestion = { cases: readonly TimedCase[], effect: readonly number[], errors: 'independent' | 'autocorrelated', confidence?: number, missing?: number }
export type BetweenCaseSmd = Result<{
  se: number, df: number
  between: number, within: number, autocorrelation: number | null
  /** The share of the variance that lies between cases. */
  intraclass: number
  coefficients: number[], coefficientSe: number[], logLik: number
}>

/**
 * How large is the effect in several single cases, on the scale on which a group study would measure it (standard deviations
 * between persons)?
 * Assumes: cases are a sample; each stands higher or lower by an amount of its own; outcomes about normal; the effect is the same
 * for all. The design must have been planned for it (three cases or more).
 * Convention: REML; errors independent, or autocorrelated by the distance in time; standardised by the spread between and within
 * cases together; small-sample factor 1 - 3/(4 df - 1) with Satterthwaite's df from the expected information; interval by t.
 * Reference: Pustejovsky, Hedges & Shadish 2014, Journal of Educational and Behavioral Statistics 39:368-393.
 */
export function betweenCaseSmd({ cases, effect, errors, confidence = 0.95, missing = 0 }: BetweenCaseQuestion): BetweenCaseSmd {
  const method = `between-case standardised mean difference, REML, ${errors} errors`
  const n = cases.reduce((all, one) => all + one.y.length, 0)
  if (cases.length < 3) return tooFew({ method, missing, n: cases.length, needed: 3, of: 'cases' })
  const rough = roughVariance(cases)
  if (!(rough > 0)) return notComputable({ method, missing, n, reason: 'all outcomes are equal' })

  const centre = centred(cases)
  const summit = errors === 'independent' ? climbWithoutMemory(centre.cases, 'REML', rough) : climbWithMemory(centre.cases, 'REML', rough)
  if (!summit) return notComputable({ method, missing, n, reason: 'the design has a column that follows from the others: a phase is missing, or too few sessions' })
  if (!summit.settled) return notComputable({ method, missing, n, reason: 'the variances did not settle on these sessions' })

  const [between, within, autocorrelation = null] = summit.parameters as [number, number, number?]
  const { spread, expected, logLik } = summit.at
  const coefficients = shifted(summit.at.coefficients, centre.shift)
  const total = between + within
  const uncertainty = inverseInformation(expected)
  if (!uncertainty) return notComputable({ method, missing, n, reason: 'the sessions do not tell the variances apart' })
  const df = (2 * total ** 2) / (uncertainty.get(0, 0) + 2 * uncertainty.get(0, 1) + uncertainty.get(1, 1))
  if (!(df > 2)) return notComputable({ method, missing, n, reason: `${df.toFixed(1)} degrees of freedom do not bear a standard error` })

  const along = Matrix.rowVector([...effect])
  const raw = coefficients.reduce((all, value, k) => all + value * effect[k]!, 0) / Math.sqrt(total)
  const j = smallSampleCorrectionApproximate(df)
  const value = j * raw
  const kappa = along.mmul(spread).mmul(along.transpose()).get(0, 0) / total
  const se = j * Math.sqrt((df * kappa) / (df - 2) + value ** 2 * (df / (df - 2) - 1 / j ** 2))
  const reach = se * studentTReach(confidence, df)
  return found({
    value, n, missing, method, exact: false, se, df, between, within, autocorrelation, intraclass: between / total, logLik,
    coefficients, coefficientSe: spread.diagonal().map(Math.sqrt),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 't' },
    cautions: [...(missing > 0 ? ['missing-values' as const] : []), ...(between === 0 ? ['singular-fit' as const] : [])],
  })
}
