import { sum } from '../arithmetic/sum.ts'
import { found, notComputable, tooFew, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Ratings } from './rating-counts.ts'

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * How far are ratings from what they would be if they were dealt out to the persons by chance?
 * Assumes: raters are interchangeable; persons with one rating say nothing and are left out.
 * Convention: 1 - observed/expected disagreement over all pairs of values within a person, each person's pairs divided by
 * (ratings - 1), with the finite-sample expectation n(n - 1); the ordinal metric counts the ratings that lie between two values,
 * which stand in the order of `order` (by number where it is not told).
 * Reference: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; Hayes & Krippendorff 2007.
 */
export function krippendorffAlpha(ratings: Ratings, metric: Metric, order: readonly (string | number)[] = []): Result<{ observedDisagreement: number, expectedDisagreement: number }> {
  const method = `Krippendorff alpha, ${metric} metric`
  const missing = ratings.flat().filter((rating) => rating === null).length
  const persons = ratings.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length >= 2)
  if (persons.length < 2) return tooFew({ method, n: persons.length, missing, needed: 2, of: 'persons with two ratings' })

  const values = [...new Set(persons.flat())].toSorted(inOrder(order))
  if (metric !== 'nominal' && !(metric === 'ordinal' && order.length > 0)) refuseWords(values, metric)
  const total = values.map((value) => persons.flat().filter((rating) => rating === value).length)
  const distance = distances(metric, values, total)

  const n = sum(total)
  const observed = sum(persons.map((row) => disagreement(values.map((value) => row.filter((rating) => rating === value).length), distance) / (row.length - 1))) / n
  const expected = disagreement(total, distance) / (n * (n - 1))
  if (expected === 0) return notComputable({ method, n: persons.length, missing, reason: 'all ratings are the same, so there is nothing to tell apart' })
  return found({ value: 1 - observed / expected, n: persons.length, missing, method, observedDisagreement: observed, expectedDisagreement: expected, cautions: missing > 0 ? ['missing-values'] : [] })
}

type Distance = (one: number, other: number) => number

function disagreement(counts: readonly number[], distance: Distance): number {
  return sum(counts.flatMap((one, c) => counts.map((other, k) => one * other * distance(c, k))))
}

function distances(metric: Metric, values: readonly (string | number)[], total: readonly number[]): Distance {
  const at = (place: number) => Number(values[place])
  switch (metric) {
    case 'nominal': return (c, k) => Number(c !== k)
    case 'interval': return (c, k) => (at(c) - at(k)) ** 2
    case 'ratio': return (c, k) => (c === k ? 0 : ((at(c) - at(k)) / (at(c) + at(k))) ** 2)
    case 'ordinal': return (c, k) => (sum(total.slice(Math.min(c, k), Math.max(c, k) + 1)) - (total[c]! + total[k]!) / 2) ** 2
  }
}

function refuseWords(values: readonly (string | number)[], metric: Metric): void {
  const word = values.find((value) => !Number.isFinite(Number(value)))
  if (word !== undefined) throw wrongInput('ratings', `${JSON.stringify(word)} is no number, which the ${metric} metric needs`)
  if (metric === 'ratio' && values.some((value) => Number(value) < 0)) throw wrongInput('ratings', 'the ratio metric needs values of zero or more')
}

const inOrder = (order: readonly (string | number)[]) => (one: string | number, other: string | number) => {
  if (order.length > 0) return order.indexOf(one) - order.indexOf(other)
  const difference = Number(one) - Number(other)
  return Number.isNaN(difference) ? String(one).localeCompare(String(other), 'en') : difference
}
