import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'

/**
 * How long do people stay without the event on average, within a limit of time?
 * Assumes: as the curve. Convention: the area under the curve up to `limit` (the longest time anybody was followed when not
 * told: better to fix it beforehand, and the same for all groups); the standard error weighs each event by the area still to come.
 * Reference: Irwin 1949; Klein & Moeschberger 2003, section 4.5.
 */
export function restrictedMean(curve: SurvivalCurve, limit?: number): Result<{ se: number, limit: number }> {
  const method = 'restricted mean time'
  const longest = curve.steps.at(-1)!.time
  const until = limit ?? longest
  if (until > longest) return notComputable({ method, n: curve.n, reason: `nobody was followed for ${until}` })

  const steps = [{ time: 0, surviving: 1, events: 0, atRisk: curve.n }, ...curve.steps.filter((step) => step.time <= until)]
  const areas = steps.map((step, i) => step.surviving * ((steps[i + 1]?.time ?? until) - step.time))
  let [area, variance] = [0, 0]
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    area += areas[i]!
    const { events, atRisk } = steps[i]!
    // When the last people have the event there is no area to come: 0 * infinity is 0 here.
    if (events > 0 && atRisk > events) variance += (area ** 2 * events) / (atRisk * (atRisk - events))
  }
  return found({ value: area, n: curve.n, method, exact: false, se: Math.sqrt(variance), limit: until })
}
