import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import type { Step, SurvivalCurve } from './kaplan-meier.ts'

/**
 * By which time has this share of the people had the event (0.5: the median time)?
 * Assumes: as the curve. Convention: the first time at which the curve falls below 1 - share; where it runs exactly along it, the
 * middle of that stretch, which lasts to the last time seen where nothing follows. The bounds are where the bounds of the curve (log or log(-log)) do the same; a bound that the curve
 * never reaches is null. No value while fewer than that share have had the event; a lower bound there may be all the same (`quantileBounds`).
 * Reference: Brookmeyer & Crowley 1982, Biometrics 38:29-41.
 */
export function survivalQuantile(curve: SurvivalCurve, share: number, scale: 'log' | 'logLog' = 'log'): Result<{ lower: number | null, upper: number | null }> {
  const method = `time by which ${share} have had the event`
  const value = crossing(curve.steps, 1 - share, (step) => step.surviving)
  const { lower, upper } = quantileBounds(curve, share, scale)
  if (value === null) return notComputable({ method, n: curve.n, reason: `fewer than ${share} of the people have had the event so far` })
  return found({
    value, n: curve.n, method, exact: false, lower, upper,
    interval: lower === null || upper === null ? null : { lower, upper, confidence: curve.confidence, method: scale },
  })
}

/** Between which times the share has had the event, also where the curve itself is not there yet. Where the curve is 0 it has no bounds; the ones before stay in force. */
export function quantileBounds(curve: SurvivalCurve, share: number, scale: 'log' | 'logLog'): { lower: number | null, upper: number | null } {
  const reached = (side: 'lower' | 'upper') => crossing(curve.steps, 1 - share, (step) => step[scale]?.[side] ?? null)
  return { lower: reached('lower'), upper: reached('upper') }
}

function crossing(steps: readonly Step[], height: number, of: (step: Step) => number | null): number | null {
  const crumb = 1e-9
  for (let i = 0; i < steps.length; i += 1) {
    const here = of(steps[i]!)
    if (here === null || here > height + crumb) continue
    if (here < height - crumb) return steps[i]!.time
    const below = steps.slice(i).find((step) => (of(step) ?? 1) < height - crumb)
    return (steps[i]!.time + (below ?? steps.at(-1)!).time) / 2
  }
  return null
}
