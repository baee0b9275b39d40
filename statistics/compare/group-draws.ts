import { sum } from '../arithmetic/sum.ts'
import { logChoose } from '../distributions/log-gamma.ts'
import { tallyOf } from './sign-flips.ts'
import type { Sampling, Tails } from './sign-flips.ts'
import { wholeNumbers } from './whole-numbers.ts'

const mostListed = 3_000_000
// Ways are tabulated by number drawn and sum: so many places, 40 MB, are still quick.
const mostPlaces = 5_000_000

/**
 * If the group label meant nothing, how often would the first group's values add up to as much as seen?
 * Convention: all ways to draw the first group from both together; two-sided = as far from the expected sum as seen, either way
 * (not twice the smaller tail). Exact: sums of whole steps are tabulated; finer values are listed up to three million draws.
 * Beyond that groups are drawn, the observed one counted among them so that p is never 0; `null` where no sampling is given.
 */
export function groupDraws(first: readonly number[], second: readonly number[], sampling?: Sampling): Tails | null {
  const all = [...first, ...second]
  const steps = wholeNumbers(all.map((value) => value - Math.min(...all)), Math.min(200_000, Math.floor(mostPlaces / (first.length + 1))))
  if (steps) return tabulated(steps, first.length)
  if (Math.exp(logChoose(all.length, first.length)) <= mostListed) return listed(all, first.length)
  return sampling ? drawn(all, first.length, sampling) : null
}

function tabulated(steps: readonly number[], size: number): Tails {
  const total = sum(steps)
  const last = waysToDraw(steps.toSorted((one, other) => one - other), size)
  const observed = sum(steps.slice(0, size))
  const distance = (reached: number) => Math.abs(reached * steps.length - size * total)
  const seen = distance(observed)
  let arrangements = 0, twoSided = 0, atLeast = 0, atMost = 0
  for (let s = 0; s <= total; s += 1) {
    const ways = last[s]!
    arrangements += ways
    if (distance(s) >= seen) twoSided += ways
    if (s >= observed) atLeast += ways
    if (s <= observed) atMost += ways
  }
  return { twoSided: twoSided / arrangements, atLeast: atLeast / arrangements, atMost: atMost / arrangements, arrangements, sampled: null }
}

// In how many ways can `size` of these values, from the smallest up, add up to each sum?
function waysToDraw(rising: readonly number[], size: number): Float64Array {
  const n = rising.length
  const reached = [0]
  for (const value of rising) reached.push(reached.at(-1)! + value)
  // ways[k][s]: draws of k values that add up to s.
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(reached[n]! + 1))
  ways[0]![0] = 1
  for (let place = 0; place < n; place += 1) {
    const step = rising[place]!
    // A draw that has too few values by now cannot come to `size` any more; k values add up to no less than the k smallest and no more than the k latest.
    for (let k = Math.min(size, place + 1); k >= Math.max(1, size - (n - 1 - place)); k -= 1) {
      const [with_, without] = [ways[k]!, ways[k - 1]!]
      const lowest = Math.max(step, reached[k]!)
      for (let s = reached[place + 1]! - reached[place + 1 - k]!; s >= lowest; s -= 1) with_[s] = with_[s]! + without[s - step]!
    }
  }
  return ways[size]!
}

function listed(all: readonly number[], size: number): Tails {
  const tally = tallyOf(sum(all.slice(0, size)), (sum(all) * size) / all.length, all)
  let arrangements = 0
  const visit = (place: number, chosen: number, reached: number): void => {
    if (chosen === size) {
      arrangements += 1
      return tally.count(reached)
    }
    if (all.length - place < size - chosen) return
    visit(place + 1, chosen + 1, reached + all[place]!)
    visit(place + 1, chosen, reached)
  }
  visit(0, 0, 0)
  return { ...tally.shares(), arrangements, sampled: null }
}

function drawn(all: readonly number[], size: number, { chance, draws }: Sampling): Tails {
  const tally = tallyOf(sum(all.slice(0, size)), (sum(all) * size) / all.length, all)
  tally.count(sum(all.slice(0, size)))
  const deck = [...all]
  for (let draw = 0; draw < draws; draw += 1) {
    for (let place = 0; place < size; place += 1) {
      const other = place + chance.below(deck.length - place)
      ;[deck[place], deck[other]] = [deck[other]!, deck[place]!]
    }
    tally.count(sum(deck.slice(0, size)))
  }
  return { ...tally.shares(), arrangements: Math.round(Math.exp(logChoose(all.length, size))), sampled: draws }
}
