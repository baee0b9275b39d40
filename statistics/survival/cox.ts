import { sum } from '../arithmetic/sum.ts'
import { normalReach } from '../distributions/normal.ts'
import { found, notComputable, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Followed } from './followed.ts'

/**
 * By which factor does the rate of the event grow with one step of a measure (or from group 0 to group 1)?
 * Assumes: the factor is the same at all times; leaving has nothing to do with the event. Unstable below about ten events.
 * Convention: partial likelihood, ties after Efron; `value` is the log of the factor, normal interval.
 * Reference: Cox 1972; Efron 1977, JASA 72:557-565.
 */
export function cox(people: readonly Followed[], measure: readonly number[], confidence = 0.95): Result<{ se: number, hazardRatio: number }> {
  const method = 'Cox regression, Efron ties'
  if (measure.length !== people.length) throw wrongInput('group', `${measure.length} values where time has ${people.length}`)
  const times = [...new Set(people.filter((person) => person.event).map((person) => person.time))]
  let value = 0
  for (let step = 0; step < 100; step += 1) {
    const { slope, bend } = slopeAt(people, measure, times, value)
    if (!(bend > 1e-10)) break
    const move = Math.max(-2, Math.min(2, slope / bend))
    value += move
    if (Math.abs(value) > 25) break
    if (Math.abs(move) > 1e-12 * Math.max(1, Math.abs(value))) continue
    const se = 1 / Math.sqrt(bend)
    const reach = se * normalReach(confidence)
    return found({ value, n: people.length, method, exact: false, se, hazardRatio: Math.exp(value), interval: { lower: value - reach, upper: value + reach, confidence, method: 'normal' } })
  }
  return notComputable({ method, n: people.length, reason: 'the events do not bound the factor: they all come to one side, or never while people differ' })
}

// First and second derivative of the log partial likelihood; with tied events the r-th leaves r/d of the tied people's weight out.
function slopeAt(people: readonly Followed[], measure: readonly number[], times: readonly number[], value: number): { slope: number, bend: number } {
  let [slope, bend] = [0, 0]
  const weight = measure.map((own) => Math.exp(own * value))
  const moments = (chosen: readonly number[]) => [0, 1, 2].map((power) => sum(chosen.map((i) => weight[i]! * measure[i]! ** power)))
  for (const time of times) {
    const places = people.map((_, i) => i)
    const tied = places.filter((i) => people[i]!.time === time && people[i]!.event)
    const all = moments(places.filter((i) => people[i]!.time >= time))
    const ofTied = moments(tied)
    tied.forEach((i, r) => {
      const [zeroth, first, second] = all.map((moment, k) => moment - (r / tied.length) * ofTied[k]!) as [number, number, number]
      slope += measure[i]! - first / zeroth
      bend += second / zeroth - (first / zeroth) ** 2
    })
  }
  return { slope, bend }
}
