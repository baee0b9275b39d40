import { Matrix, pseudoInverse } from 'ml-matrix'
import { chiSquaredAbove } from '../distributions/chi-squared.ts'
import { notComputable, found, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Followed } from './followed.ts'

/**
 * Does the event come earlier in one group than in another?
 * Assumes: leaving has nothing to do with the event; the difference goes the same way all the time.
 * Convention: hypergeometric variance at ties; groups in rising order; p by chi-squared, doubtful below about ten events.
 * Reference: Mantel 1966; Peto & Peto 1972.
 */
export function logRank(people: readonly Followed[], group: readonly number[]): Result<{ df: number, p: number, groups: number[], observed: number[], expected: number[] }> {
  const method = 'log-rank'
  if (group.length !== people.length) throw wrongInput('group', `${group.length} values where time has ${people.length}`)
  const groups = [...new Set(group)].toSorted((one, other) => one - other)
  if (groups.length < 2) return notComputable({ method, n: people.length, reason: 'all people are in one group' })

  const { observed, expected, covariance } = counts(people, group, groups)
  const excess = Matrix.columnVector(observed.map((events, g) => events - expected[g]!))
  const value = excess.transpose().mmul(pseudoInverse(covariance)).mmul(excess).get(0, 0)
  if (covariance.max() <= 0) return notComputable({ method, n: people.length, reason: 'no event came while people of two groups were at risk' })
  const df = groups.length - 1
  return found({ value, n: people.length, method, exact: false, df, p: chiSquaredAbove(value, df), groups, observed, expected })
}

function counts(people: readonly Followed[], group: readonly number[], groups: readonly number[]) {
  const observed = groups.map(() => 0)
  const expected = groups.map(() => 0)
  const covariance = Matrix.zeros(groups.length, groups.length)
  const times = [...new Set(people.filter((person) => person.event).map((person) => person.time))]
  for (const time of times) {
    const atRisk = groups.map((own) => people.filter((person, i) => person.time >= time && group[i] === own).length)
    const events = groups.map((own) => people.filter((person, i) => person.time === time && person.event && group[i] === own).length)
    const [all, now] = [atRisk.reduce((a, b) => a + b), events.reduce((a, b) => a + b)]
    groups.forEach((_, g) => {
      observed[g]! += events[g]!
      expected[g]! += (now * atRisk[g]!) / all
    })
    if (all < 2) continue
    const spread = (now * (all - now)) / (all - 1)
    groups.forEach((_, g) => groups.forEach((__, h) => {
      const share = (atRisk[g]! / all) * (Number(g === h) - atRisk[h]! / all)
      covariance.set(g, h, covariance.get(g, h) + spread * share)
    }))
  }
  return { observed, expected, covariance }
}
