import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Phases, Values } from '../phases.ts'

/**
 * What is the largest share of all points that could be kept so that no kept point of A reaches a kept point of B?
 *
 * Convention: the lowest i points of A are kept with every point of B strictly above them; the best i is taken. No standard error.
 * Reference: Parker, Hagan-Burke & Vannest 2007 (PAND); Pustejovsky's form.
 */
export function percentageOfAllNonOverlappingData(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result {
  const turned = towards(improvement, phases(A, B))
  const method = 'PAND, largest share of points without overlap'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  return found({ method, value: mostKept(turned) / turned.n, n: turned.n, missing: turned.missing, cautions: phaseCautions(turned) })
}

/** How many points can be kept at most without overlap, when higher is better? */
export function mostKept({ A, B }: Phases): number {
  const ofA = [...A].sort((a, b) => a - b), ofB = [...B].sort((a, b) => a - b)
  let most = ofB.length
  let notAbove = 0

  for (let i = 0; i < ofA.length; i++) {
    while (notAbove < ofB.length && ofB[notAbove]! <= ofA[i]!) notAbove += 1
    most = Math.max(most, i + 1 + ofB.length - notAbove)
  }
  return most
}
