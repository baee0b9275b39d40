import { sum } from '../arithmetic/sum.ts'
import type { Caution } from '../cautions.ts'
import { studentTAbove, studentTReach } from '../distributions/student-t.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'

export type Agreement = Result<{ se: number, p: number, observed: number, byChance: number }>

/** What a measure of agreement is made of, for each person: the agreement seen, the agreement that chance would bring, and the weight of the person (0 when fewer than two raters). */
export type AgreementParts = {
  method: string
  observed: number
  byChance: number
  observedOf: readonly number[]
  chanceOf: readonly number[]
  weightOf: readonly number[]
  missing: number
  /** Persons rated at all, where `observedOf` lists fewer. */
  persons?: number
}

/**
 * How much better than chance do the raters agree, out of what there was to gain? (observed - chance) / (1 - chance).
 * Assumes: the persons are a sample; the raters are these raters (no inference to other raters).
 * Convention: the standard error is Gwet's linearisation (each person's own influence on the coefficient), t with n - 1
 * degrees of freedom, p one-sided against no agreement beyond chance, and an interval that stops at 1.
 * Reference: Gwet 2008, BJMSP 61:29-48; Gwet 2014, ch. 5.
 */
export function chanceCorrected(parts: AgreementParts, confidence: number): Agreement {
  const { method, observed, byChance, missing } = parts
  const n = parts.observedOf.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons rated' })
  if (!(1 - byChance > 1e-12)) return notComputable({ method, n, missing, reason: 'all ratings are in one category, so chance alone would bring full agreement' })

  const value = (observed - byChance) / (1 - byChance)
  const se = influenceError(parts)
  const df = (parts.persons ?? n) - 1
  const reach = se * studentTReach(confidence, df)
  return found({
    value, n, missing, method, exact: false, se, observed, byChance,
    p: se === 0 ? Number(value <= 0) : studentTAbove(value / se, df),
    interval: { lower: value - reach, upper: Math.min(1, value + reach), confidence, method: 't, linearised' },
    cautions: cautionsOf(se, missing),
  })
}

function influenceError({ observedOf, chanceOf, weightOf, byChance }: AgreementParts): number {
  const n = observedOf.length
  const value = (sum(observedOf) / n - byChance) / (1 - byChance)
  const squares = observedOf.map((own, i) => {
    const direct = (own - byChance * weightOf[i]!) / (1 - byChance)
    const throughChance = (2 * (1 - value) * (chanceOf[i]! - byChance)) / (1 - byChance)
    return (direct - throughChance - value) ** 2
  })
  const error = Math.sqrt(sum(squares) / (n * (n - 1)))
  // Rounding leaves some 1e-16 where every person has the same influence; that is no spread.
  return error < 1e-12 ? 0 : error
}

function cautionsOf(se: number, missing: number): Caution[] {
  return [...(se === 0 ? ['no-spread' as const] : []), ...(missing > 0 ? ['missing-values' as const] : [])]
}
