import { aDayOf, clash, type Limit, type Weighed } from './place-best.ts'

type Asked = { limits: readonly Limit[], slots: readonly Weighed[], taken: readonly Weighed[], travel: (from: string | null, to: string | null) => number }

/**
 * Takes the best times of each series, one series after another, those with the fewest choices first, around what is taken already. No solver is asked, so it takes no time; it is not always the best, and whoever asks
 * compares it with what could be had at the most.
 */
export function oneByOne({ limits, slots, taken, travel }: Asked): Weighed[] {
  const chosen = [...taken]
  for (const { limit, own } of inOrder(limits, slots)) {
    for (const slot of own) if (isOpen(slot, { limit, chosen, around: { limits, travel } })) chosen.push(slot)
  }
  return chosen
}

function inOrder(limits: readonly Limit[], slots: readonly Weighed[]) {
  const each = limits.map((limit, series) => ({ limit, own: slots.filter((slot) => slot.series === series).toSorted((one, other) => other.weight - one.weight) }))
  return each.toSorted((one, other) => one.own.length - other.own.length)
}

function isOpen(slot: Weighed, { limit, chosen, around }: { limit: Limit, chosen: readonly Weighed[], around: Pick<Asked, 'limits' | 'travel'> }): boolean {
  const own = chosen.filter(({ series }) => series === slot.series)
  const thatDay = own.filter(({ weekday }) => weekday === slot.weekday)
  return own.length < limit.most && thatDay.length < aDayOf(limit.most) && chosen.every((one) => !clash(one, slot, around))
}
