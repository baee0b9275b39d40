import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { normalReach } from '../distributions/normal.ts'
import { confidenceLevel } from '../describe/observed.ts'
import { clinicalCutoffs } from './clinical-cutoffs.ts'
import type { Cutoffs } from './clinical-cutoffs.ts'
import { prePostPairs, sampleNorms } from './pre-post-pairs.ts'
import type { Scores } from './pre-post-pairs.ts'
import { reliableChange } from './reliable-change.ts'
import type { Better } from './reliable-change.ts'

export const classes = ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed'] as const
export type ChangeClass = typeof classes[number]
export type Significance = { cutoffs: Cutoffs, rci: (number | null)[], sDiff: number, classes: (ChangeClass | null)[], counts: Record<ChangeClass, number> }
export type Standard = { functional: { mean: number, sd: number }, reliability: number, betterIs: Better, confidence?: number }

/**
 * Who recovered, improved, stayed, got worse or was harmed?
 *
 * Assumes a functional norm that fits, and takes the people themselves for the clinical group. Deterioration and harm are counted like recovery, and are always shown with it.
 * Convention: recovered = reliably better AND from the clinical to the functional side of cut-off c; harmed = reliably worse AND from not clinical to not functional.
 * A score exactly on c is neither clinical nor functional. Reliable change after Jacobson & Truax. The value is the number recovered.
 * Reference: Jacobson & Truax 1991.
 */
export function clinicalSignificance(pre: Scores, post: Scores, { functional, reliability, betterIs, confidence = 0.95 }: Standard): Result<Significance> {
  const method = 'clinical significance, cut-off c'
  const pairs = prePostPairs(pre, post)
  const told = { method, n: pairs.whole.length, missing: pairs.missing }
  if (told.n < 2) return tooFew({ ...told, needed: 2, of: 'people with both scores' })

  const { meanPre, sdPre } = sampleNorms(pairs.whole)
  const change = reliableChange(pre, post, { rciMethod: 'JT', reliability, betterIs, criticalValue: normalReach(confidenceLevel(confidence)) })
  const cutoffs = clinicalCutoffs({ mean: meanPre, sd: sdPre ?? 0, n: told.n }, functional, betterIs)
  if (change.kind !== 'found') return notComputable({ ...told, reason: change.reason })
  if (cutoffs.kind !== 'found') return { ...cutoffs, ...told }

  const { a, b, c } = cutoffs
  const judge = judgeBy(c, betterIs, change.criticalValue)
  const judged = pairs.all.map((pair, i) => pair === null ? null : judge(pair, change.rci[i]!))
  const counts = Object.fromEntries(classes.map((one) => [one, judged.filter((of) => of === one).length])) as Record<ChangeClass, number>
  return found({ ...told, value: counts.recovered, cutoffs: { a, b, c }, rci: change.rci, sDiff: change.sDiff, classes: judged, counts, cautions: change.cautions })
}

function judgeBy(c: number, betterIs: Better, criticalValue: number): (pair: { pre: number, post: number }, rci: number) => ChangeClass {
  const better = betterIs === 'higher' ? 1 : -1
  return ({ pre, post }, rci) => {
    const clinicalBefore = better * (pre - c) < 0, functionalAfter = better * (post - c) > 0
    if (better * rci > criticalValue) return clinicalBefore && functionalAfter ? 'recovered' : 'improved'
    if (better * rci < -criticalValue) return !clinicalBefore && !functionalAfter ? 'harmed' : 'deteriorated'
    return 'unchanged'
  }
}
