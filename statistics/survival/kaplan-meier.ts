import { normalReach } from '../distributions/normal.ts'
import { tooFew } from '../result.ts'
import type { TooFew } from '../result.ts'
import type { Followed } from './followed.ts'

export type Bounds = { lower: number, upper: number } | null
export type Step = {
  time: number
  atRisk: number
  events: number
  left: number
  /** Share still without the event just after this time. */
  surviving: number
  /** Greenwood's standard error; null from where nobody is left. */
  se: number | null
  /** Sum of d / (n (n - d)) up to here, the square of the standard error on the log scale. */
  logVariance: number
  log: Bounds
  logLog: Bounds
}
export type SurvivalCurve = { kind: 'found', method: string, n: number, events: number, confidence: number, exact: boolean, steps: Step[] }

/**
 * What share of the people is still without the event at each time, counting those who left as long as they were seen?
 * Assumes: those who left would have gone on like those who stayed; in a programme with dropout this must be argued, not taken.
 * Convention: a person who leaves at the time of an event counts as at risk there; Greenwood's variance; two intervals, on the
 * log scale (cut at 1) and on the log(-log) scale; none where the share is 0. Before the first event there is nothing to reckon with:
 * the log scale says 1 to 1 (which is no certainty), the log(-log) scale has no bounds there.
 * Reference: Kaplan & Meier 1958, JASA 53:457-481; Kalbfleisch & Prentice 2002, section 1.4.
 */
export function kaplanMeier(people: readonly Followed[], confidence = 0.95): SurvivalCurve | TooFew {
  const method = 'Kaplan-Meier'
  if (people.length === 0) return tooFew({ method, n: 0, needed: 1, of: 'people' })
  const times = [...new Set(people.map((person) => person.time))].toSorted((one, other) => one - other)
  const z = normalReach(confidence)
  const steps: Step[] = []
  let [surviving, logVariance] = [1, 0]
  for (const time of times) {
    const atRisk = people.filter((person) => person.time >= time).length
    const events = people.filter((person) => person.time === time && person.event).length
    surviving *= 1 - events / atRisk
    logVariance += events === 0 ? 0 : events / (atRisk * (atRisk - events))
    const left = people.filter((person) => person.time === time && !person.event).length
    steps.push({ time, atRisk, events, left, surviving, logVariance, ...uncertainty(surviving, logVariance, z) })
  }
  return { kind: 'found', method, n: people.length, events: people.filter((person) => person.event).length, confidence, exact: false, steps }
}

function uncertainty(surviving: number, logVariance: number, z: number): Pick<Step, 'se' | 'log' | 'logLog'> {
  if (surviving === 0) return { se: null, log: null, logLog: null }
  const root = Math.sqrt(logVariance)
  const log = { lower: surviving * Math.exp(-z * root), upper: Math.min(1, surviving * Math.exp(z * root)) }
  if (surviving === 1) return { se: 0, log, logLog: null }
  const stretch = Math.exp((z * root) / Math.log(surviving))
  return { se: surviving * root, log, logLog: { lower: surviving ** (1 / stretch), upper: surviving ** stretch } }
}
