import { say } from '../../platform/words/index.ts'
import { leastInACell } from '../release.ts'
import { t } from '../words.ts'

/** How a number of people is said: as it is where one works with the data, in steps of five where it is read by others. */
export type Counted = (count: number) => string

export const exactly: Counted = (count) => say.number(count)

export function inFives(count: number): string {
  if (count === 0) return say.number(0)
  return count < leastInACell ? t('evaluation.fewer-than', { least: leastInACell }) : t('evaluation.about', { count: Math.round(count / leastInACell) * leastInACell })
}
