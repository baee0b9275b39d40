/** How much two categories count as agreement: 1 for the same, 0 for the farthest apart. Categories go by their place in the list, from 0. */
export type Nearness = (one: number, other: number) => number
export type WeightKind = 'identity' | 'linear' | 'quadratic' | 'ordinal'

/**
 * How near are two categories, when a near miss should count for something?
 * Assumes: for all kinds but identity, the categories have an order, and `positions` lie in that order.
 * Convention: linear 1 - d/D, quadratic 1 - (d/D)^2 on the positions, D = the widest distance; ordinal counts the pairs of
 * categories between the two, 1 - C(m,2)/C(q,2) with m the number of categories from one to the other, whatever their positions.
 * Reference: Cohen 1968; Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 3.
 */
export function agreementWeights(kind: WeightKind, positions: readonly number[]): Nearness {
  if (kind === 'identity' || positions.length < 2) return (one, other) => (one === other ? 1 : 0)

  if (kind === 'ordinal') {
    const widest = pairsAmong(positions.length)
    return (one, other) => 1 - pairsAmong(Math.abs(one - other) + 1) / widest
  }

  const widest = Math.max(...positions) - Math.min(...positions)
  const power = kind === 'linear' ? 1 : 2
  return (one, other) => 1 - (Math.abs(positions[one]! - positions[other]!) / widest) ** power
}

/** Where categories lie: by their own value when all are numbers, otherwise by rank. */
export function categoryPositions(categories: readonly (string | number)[]): number[] {
  return categories.every((category) => typeof category === 'number')
    ? [...categories]
    : categories.map((_, rank) => rank)
}

const pairsAmong = (count: number) => (count * (count - 1)) / 2
