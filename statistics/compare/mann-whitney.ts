import { mean } from '../arithmetic/mean.ts'
import { sum } from '../arithmetic/sum.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { groupDraws } from './group-draws.ts'
import { midRanks } from './mid-ranks.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * Do people of one group tend to stand higher than people of the other?
 * Assumes: without an effect, all people could as well be in the other group. Nothing about the shape.
 * Convention: exact over all draws of the first group from the places taken, ties and all; two-sided = as far from the expected
 * W as seen, either way. W counts the pairs in which the first group's person stands higher, ties half.
 * Reference: Mann & Whitney 1947; with ties: Hollander, Wolfe & Chicken 2014, section 4.1.
 */
export function mannWhitney(groups: TwoGroups): Result<{ p: number, pLess: number, pGreater: number, z: number, arrangements: number }> {
  const method = 'Mann-Whitney, exact'
  const refusal = smallGroup(groups, method, 1)
  if (refusal) return refusal
  const { w, expected, spread, ranks } = placesOf(groups)
  const told = { n: groups.n, missing: groups.missing, method }
  if (spread === 0) return notComputable({ ...told, reason: 'all values are equal' })
  const tails = groupDraws(ranks.slice(0, groups.first.length), ranks.slice(groups.first.length))
  if (!tails) return notComputable({ ...told, reason: 'too many draws to list' })
  return found({
    ...told, value: w, z: (w - expected) / spread,
    p: tails.twoSided, pLess: tails.atMost, pGreater: tails.atLeast, arrangements: tails.arrangements,
    cautions: groups.missing > 0 ? ['missing-values'] : [],
  })
}

/** W with what is expected of it without an effect: its mean and its standard deviation given the ties. */
export function placesOf({ first, second, n }: TwoGroups): { w: number, expected: number, spread: number, ranks: number[] } {
  const ranks = midRanks([...first, ...second])
  const centre = mean(ranks)
  const squares = sum(ranks.map((rank) => (rank - centre) ** 2))
  return {
    ranks,
    w: sum(ranks.slice(0, first.length)) - (first.length * (first.length + 1)) / 2,
    expected: (first.length * second.length) / 2,
    spread: n < 2 ? 0 : Math.sqrt((first.length * second.length * squares) / (n * (n - 1))),
  }
}
