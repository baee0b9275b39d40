import type { Caution, Result } from '../../../statistics/index.ts'
import type { AllTogether } from './all-together.ts'
import type { ByLot } from './by-lot.ts'
import type { OnePerson } from './each-person.ts'
import type { Staggered } from './staggered.ts'
import { figure, intervalSaid } from '../../pictures/index.ts'
import { say } from '../../platform/words/index.ts'
import { t } from '../words.ts'

/** A result in one line: the figure with its interval and n, or why there is none. */
export function resultSaid(result: Result): string {
  if (result.kind === 'found') return t('evaluation.result.found', { value: figure(result.value), interval: intervalSaid(result.interval), n: result.n })
  return t('evaluation.result.none', { reason: result.reason })
}

/** A figure that has no interval by its nature, with how many it rests on. */
export function aloneSaid(result: Result): string {
  return result.kind === 'found' ? t('evaluation.result.alone', { value: figure(result.value), n: result.n }) : resultSaid(result)
}

/** The test by lot in sentences: p with the smallest that it could have been and of how many arrangements, how many were kept to, and the word for it where it may be used. */
export function lotSaid(byLot: ByLot | null): string[] {
  if (!byLot) return [t('evaluation.by-lot.not-drawn')]
  const { test, drawn, enrolled, tested } = byLot
  const standing = (one: ByLot['drawn'][number]['standing']) => drawn.filter((start) => start.standing === one).length
  return [
    test.kind === 'found' ? t('evaluation.by-lot.found', { p: figure(test.value), of: say.number(test.nAssignments), smallest: figure(test.smallestP) }) : t('evaluation.result.none', { reason: test.reason }),
    ...(test.kind === 'found' ? [test.exact ? t('evaluation.by-lot.exact') : t('evaluation.by-lot.sampled', { draws: say.number(test.draws), seed: String(test.seed) })] : []),
    t('evaluation.by-lot.kept', { enrolled, tested, kept: standing('kept'), not: standing('not-kept'), waiting: standing('not-begun') }),
    byLot.isEffective ? t('evaluation.by-lot.effective') : t('evaluation.by-lot.not-so-called'),
  ]
}

/** How much people differ in how they changed, beyond error: the variance between them and its share. */
export function heterogeneitySaid(found: AllTogether['heterogeneity']): string {
  return found ? t('evaluation.heterogeneity.found', { tau2: figure(found.tau2), i2: figure(found.i2) }) : t('evaluation.heterogeneity.none')
}

/** How far the beginnings lie apart, in sentences. */
export function staggeredSaid(found: Staggered | null): string[] {
  if (!found) return []
  return [t('evaluation.staggered.found', { begun: found.begun, different: found.different, overlapping: found.overlapping }), t(found.isStaggered ? 'evaluation.staggered.yes' : 'evaluation.staggered.no')]
}

/** Whether the baseline moved by itself, and what is left of the effect once that is taken off. Empty where it has too few points for a line. */
export function baselineSaid({ effect, withoutTrend }: Pick<OnePerson, 'effect' | 'withoutTrend'>): string[] {
  if (withoutTrend.kind !== 'found') return []
  const hasTrend = effect.kind === 'found' && effect.cautions.includes('trend-in-baseline')
  return [
    t('evaluation.baseline.slope', { slope: figure(withoutTrend.slope) }),
    t(hasTrend ? 'evaluation.baseline.trend' : 'evaluation.baseline.no-trend'),
    t('evaluation.baseline.without', { result: resultSaid(withoutTrend) }),
  ]
}

/** The cautions of several results, each once, in words. */
export function cautionsSaid(results: Result[]): string[] {
  const codes = new Set(results.flatMap((result) => result.kind === 'found' ? result.cautions : []))
  return [...codes].toSorted().map((code: Caution) => t(`evaluation.caution.${code}`))
}
