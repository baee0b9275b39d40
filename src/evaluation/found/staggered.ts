import type { OnePerson } from './each-person.ts'

/**
 * Several baselines carry more than one only where they end at different times and somebody is still in the baseline when another begins. Dates are moved for each person,
 * so the time since each one's first measurement is compared; what happened to all on one day of the calendar cannot be seen here.
 */
export type Staggered = { begun: number, different: number, overlapping: number, isStaggered: boolean }

/** Three beginnings at three times: WWC standards for single-case designs (2010 and later). */
const leastBeginnings = 3

export function staggered(people: Pick<OnePerson, 'series'>[]): Staggered {
  const begun = people.flatMap(({ series: { points } }) => {
    const first = points.find(({ isLater }) => isLater)
    const last = points.findLast(({ isLater }) => !isLater)
    return first && last ? [{ began: first.day, lastBefore: last.day }] : []
  })
  const waiting = people.flatMap(({ series: { points } }) => points.every(({ isLater }) => !isLater) ? points.slice(-1).map(({ day }) => day) : [])
  const isAlone = ({ began }: { began: number }) => !begun.some((other) => other.began > began && other.lastBefore >= began) && !waiting.some((until) => until >= began)
  const different = new Set(begun.map(({ began }) => began)).size
  const latest = Math.max(...begun.map(({ began }) => began))
  const isStaggered = different >= leastBeginnings && begun.every((one) => one.began === latest || !isAlone(one))
  return { begun: begun.length, different, overlapping: begun.filter((one) => !isAlone(one)).length, isStaggered }
}
