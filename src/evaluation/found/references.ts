import type { Findings } from './findings.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'

/** Where each method that was used here is described; of a method that was not used, nothing. */
export function referencesOf(study: Study, { together, way }: Findings): string[] {
  const { weighed, pooled, prediction, betweenCase, byLot, staggered } = together
  const used = {
    [study.effect]: weighed.length > 0, goals: study.outcomeKind === 'goals', pooled: pooled.kind === 'found', prediction: prediction.kind === 'found', between: betweenCase.kind === 'found',
    lot: byLot !== null, staggered: staggered !== null, change: study.reliability !== null, survival: way.toCompletion.kind === 'found',
  }
  return (['tau', 'nap', 'goals', 'pooled', 'prediction', 'between', 'lot', 'staggered', 'change', 'survival'] as const).flatMap((one) => used[one] === true ? [t(`evaluation.reference.${one}`)] : [])
}
