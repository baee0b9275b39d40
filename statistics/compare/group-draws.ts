import { sum } from '../arithmetic/sum.ts'
import { logChoose } from '../distributions/log-gamma.ts'
import type { Tails } from './sign-flips.ts'
import { wholeNumbers } from './whole-numbers.ts'

const mostListed = 3_000_000

/**
 * If the group label meant nothing, how often would the first group's values add up to as much as seen?
 * Convention: all ways to draw the first group from both together; two-sided = as far from the expected sum as seen, either way
 * (not twice the smaller tail). Exact: sums of whole steps are tabulated; finer values are listed up to three million draws.
 * `null` beyond that.
 */
export function groupDraws(first: readonly number[], second: readonly number[]): Tails | null {
  const all = [...first, ...second]
  const steps = wholeNumbers(all.map((value) => value - Math.min(...all)), 200_000)
  if (steps) return tabulated(steps, first.length)
  return Math.exp(logChoose(all.length, first.length)) <= mostListed ? listed(all, first.length) : null
}

function tabulated(steps: readonly number[], size: number): Tails {
  const total = sum(steps)
  // ways[k][s]: draws of k values that add up to s.
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(total + 1))
  ways[0]![0] = 1
  steps.forEach((step, place) => {
    for (let k = Math.min(size, place + 1); k >= 1; k -= 1) {
      const [with_, without] = [ways[k]!, ways[k - 1]!]
      for (let s = total; s >= step; s -= 1) with_[s] = with_[s]! + without[s - step]!
    }
  })
  const last = ways[size]!
  const arrangements = last.reduce((all, own) => all + own, 0)
  const observed = sum(steps.slice(0, size))
  const away = (reached: number) => Math.abs(reached * steps.length - size * total)
  const share = (counts: (reached: number) => boolean) => last.reduce((all, own, s) => (counts(s) ? all + own : all), 0) / arrangements
  return {
    twoSided: share((reached) => away(reached) >= away(observed)),
    atLeast: share((reached) => reached >= observed),
    atMost: share((reached) => reached <= observed),
    arrangements,
  }
}

function listed(all: readonly number[], size: number): Tails {
  const observed = sum(all.slice(0, size))
  const expected = (sum(all) * size) / all.length
  const crumb = 1e-9 * Math.max(...all.map(Math.abs))
  let [arrangements, twoSided, atLeast, atMost] = [0, 0, 0, 0]
  const visit = (place: number, drawn: number, reached: number): void => {
    if (drawn === size) {
      arrangements += 1
      if (Math.abs(reached - expected) >= Math.abs(observed - expected) - crumb) twoSided += 1
      if (reached >= observed - crumb) atLeast += 1
      if (reached <= observed + crumb) atMost += 1
      return
    }
    if (all.length - place < size - drawn) return
    visit(place + 1, drawn + 1, reached + all[place]!)
    visit(place + 1, drawn, reached)
  }
  visit(0, 0, 0)
  return { twoSided: twoSided / arrangements, atLeast: atLeast / arrangements, atMost: atMost / arrangements, arrangements }
}
