import { figure } from '../../pictures/index.ts'
import { t } from '../words.ts'
import type { Waiting, WayThrough } from './way-through.ts'

/** How long people waited: the middle, where the middle half lies, and of how many. */
export function waitingSaid({ decision, beginning }: WayThrough['waiting']): { label: string, value: string }[] {
  return [{ label: t('evaluation.way.decision'), value: daysSaid(decision) }, { label: t('evaluation.way.beginning'), value: daysSaid(beginning) }]
}

function daysSaid(waiting: Waiting): string {
  if (waiting.median === null) return t('evaluation.way.none')
  const { median, from, to, n } = waiting
  return t('evaluation.way.days', { count: median, from: figure(from), to: figure(to), n })
}
