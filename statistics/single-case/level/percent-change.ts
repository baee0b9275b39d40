import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { logResponseRatio } from './log-response-ratio.ts'
import type { LogRatioReading } from './log-response-ratio.ts'
import type { Values } from '../phases.ts'

/**
 * By how many per cent did the level change from A to B?
 *
 * As `logResponseRatio`, taken back from the logarithm: 100 (exp(LRR) - 1), and the bounds of the interval likewise.
 * Reference: Pustejovsky 2018.
 */
export function percentChange(A: Values, B: Values, reading: LogRatioReading): Result {
  const ratio = logResponseRatio(A, B, reading)
  const method = `percentage change, from ${ratio.method}`
  if (ratio.kind !== 'found') return { ...ratio, method }

  const { n, missing, cautions, interval } = ratio
  return found({
    method, n, missing, cautions,
    exact: false,
    value: inPercent(ratio.value),
    interval: interval && { ...interval, lower: inPercent(interval.lower), upper: inPercent(interval.upper) },
  })
}

function inPercent(logRatio: number): number {
  return 100 * Math.expm1(logRatio)
}
