import { sum } from '../arithmetic/sum.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** Chances under all arrangements, the observed one included. */
export type Tails = { twoSided: number, atLeast: number, atMost: number, arrangements: number }

const mostListed = 22

/**
 * If every change might as well have gone the other way, how often would the changes add up to as much as seen?
 * Convention: all 2^n ways to give signs, zeros included; two-sided = as far from 0 as seen, either way. Exact: sums of whole
 * steps are tabulated; finer values are listed way by way up to 2^22. `null` beyond that.
 */
export function signFlips(values: readonly number[]): Tails | null {
  const steps = wholeNumbers(values)
  if (steps) return tabulated(steps)
  return values.length <= mostListed ? listed(values) : null
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
  }
}

function listed(values: readonly number[]): Tails {
  const observed = sum(values)
  // Sums that are equal in truth may differ in the last digit, depending on the order of adding.
  const crumb = 1e-9 * Math.max(...values.map(Math.abs))
  const arrangements = 2 ** values.length
  let [twoSided, atLeast, atMost] = [0, 0, 0]
  const visit = (place: number, reached: number): void => {
    if (place < values.length) {
      visit(place + 1, reached + values[place]!)
      return visit(place + 1, reached - values[place]!)
    }
    if (Math.abs(reached) >= Math.abs(observed) - crumb) twoSided += 1
    if (reached >= observed - crumb) atLeast += 1
    if (reached <= observed + crumb) atMost += 1
  }
  visit(0, 0)
  return { twoSided: twoSided / arrangements, atLeast: atLeast / arrangements, atMost: atMost / arrangements, arrangements }
}
