import { say } from '../platform/words/index.ts'
import { t } from './words.ts'

/** A figure as a report prints it: three significant digits, however small, so that a chance of one in ten thousand is not printed as none; a true minus. Below a millionth it is rounding. */
export function figure(value: number): string {
  return say.number(Math.abs(value) < 5e-7 ? 0 : value, { maximumSignificantDigits: 3 }).replace('-', '−')
}

/** A share from 0 to 1, in whole per cent. */
export function percent(share: number): string {
  return say.number(share, { style: 'percent' })
}

export function intervalSaid(interval: { lower: number, upper: number } | null, as: (value: number) => string = figure): string {
  return interval === null ? t('picture.no-interval') : t('picture.from-to', { from: as(interval.lower), to: as(interval.upper) })
}
