import type { Caution, Result } from '../../../statistics/index.ts'
import { figure, intervalSaid } from '../../pictures/index.ts'
import { t } from '../words.ts'

/** A result in one line: the figure with its interval and n, or why there is none. */
export function resultSaid(result: Result): string {
  if (result.kind === 'found') return t('evaluation.result.found', { value: figure(result.value), interval: intervalSaid(result.interval), n: result.n })
  return t('evaluation.result.none', { reason: result.reason })
}

/** The cautions of several results, each once, in words. */
export function cautionsSaid(results: Result[]): string[] {
  const codes = new Set(results.flatMap((result) => result.kind === 'found' ? result.cautions : []))
  return [...codes].toSorted().map((code: Caution) => t(`evaluation.caution.${code}`))
}
