import { sum } from '../arithmetic/sum.ts'
import type { Chance } from '../chance/seeded-generator.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** Chances under all arrangements, the observed one included; `sampled` says how many were drawn where not all were listed. */
export type Tails = { twoSided: number, atLeast: number, atMost: number, arrangements: number, sampled: number | null }
/** A generator and how many arrangements to draw, for the case that all are too many to list. */
export type Sampling = { chance: Chance, draws: number }

const mostListed = 22

/**
 * If every change might as well have gone the other way, how often would the changes add up to as much as seen?
 * Convention: all 2^n ways to give signs, zeros included; two-sided = as far from 0 as seen, either way. Exact: sums of whole
 * steps are tabulated; finer values are listed way by way up to 2^22. Beyond that ways are drawn, the observed one counted among
 * them so that p is never 0; `null` where no sampling is given.
 */
export function signFlips(values: readonly number[], sampling?: Sampling): Tails | null {
  const steps = wholeNumbers(values)
  if (steps) return tabulated(steps)
  if (values.length <= mostListed) return listed(values)
  return sampling ? drawn(values, sampling) : null
}

function tabulated(steps: readonly number[]): Tails {
  const sizes = steps.map(Math.abs)
  const total = sum(sizes)
  const observed = sum(steps)
  // chance[s]: that the positive changes add up to s; the sum of all is then 2s - total.
  let chance = new Float64Array(total + 1)
  chance[0] = 1
  for (const size of sizes) {
    const next = new Float64Array(total + 1)
    for (let s = 0; s <= total; s += 1) next[s] = 0.5 * (chance[s]! + (s >= size ? chance[s - size]! : 0))
    chance = next
  }
  const share = (counts: (reached: number) => boolean) => chance.reduce((all, own, s) => (counts(2 * s - total) ? all + own : all), 0)
  return {
    twoSided: share((reached) => Math.abs(reached) >= Math.abs(observed)),
    atLeast: share((reached) => reached >= observed),
    atMost: share((reached) => reached <= observed),
    arrangements: 2 ** steps.length,
    sampled: null,
  }
}

function listed(values: readonly number[]): Tails {
  const tally = tallyOf(sum(values), 0, values)
  const visit = (place: number, reached: number): void => {
    if (place === values.length) return tally.count(reached)
    visit(place + 1, reached + values[place]!)
    visit(place + 1, reached - values[place]!)
  }
  visit(0, 0)
  return { ...tally.shares(), arrangements: 2 ** values.length, sampled: null }
}

function drawn(values: readonly number[], { chance, draws }: Sampling): Tails {
  const tally = tallyOf(sum(values), 0, values)
  tally.count(sum(values))
  for (let draw = 0; draw < draws; draw += 1) tally.count(sum(values.map((value) => (chance.below(2) === 0 ? value : -value))))
  return { ...tally.shares(), arrangements: 2 ** values.length, sampled: draws }
}

/** Counts how many sums are as far from the expected one, as high and as low as the observed one. */
export function tallyOf(observed: number, expected: number, values: readonly number[]) {
  // Sums that are equal in truth may differ in the last digit, depending on the order of adding.
  const crumb = 1e-9 * Math.max(...values.map(Math.abs))
  let [all, twoSided, atLeast, atMost] = [0, 0, 0, 0]
  return {
    count(reached: number): void {
      all += 1
      if (Math.abs(reached - expected) >= Math.abs(observed - expected) - crumb) twoSided += 1
      if (reached >= observed - crumb) atLeast += 1
      if (reached <= observed + crumb) atMost += 1
    },
    shares: () => ({ twoSided: twoSided / all, atLeast: atLeast / all, atMost: atMost / all }),
  }
}
