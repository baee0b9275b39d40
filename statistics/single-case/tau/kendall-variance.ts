/**
 * How far does Kendall's S scatter when x and y have nothing to do with one another?
 * Convention: corrected for ties in both lists. Reference: Kendall 1970, Rank correlation methods, chapter 5; Valz, McLeod & Thompson 1995.
 */
export function kendallVariance(x: readonly number[], y: readonly number[]): number {
  const n = x.length
  if (n < 2) return 0
  const inX = tieSums(x), inY = tieSums(y)
  const base = (n * (n - 1) * (2 * n + 5) - inX.weighted - inY.weighted) / 18
  const pairs = inX.pairs * inY.pairs / (2 * n * (n - 1))
  const triples = n > 2 ? inX.triples * inY.triples / (9 * n * (n - 1) * (n - 2)) : 0
  return base + pairs + triples
}

/** The same for n points without any tie. */
export function kendallVarianceUntied(n: number): number {
  return n * (n - 1) * (2 * n + 5) / 18
}

function tieSums(values: readonly number[]): { weighted: number, pairs: number, triples: number } {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)

  const sums = { weighted: 0, pairs: 0, triples: 0 }
  for (const t of counts.values()) {
    sums.weighted += t * (t - 1) * (2 * t + 5)
    sums.pairs += t * (t - 1)
    sums.triples += t * (t - 1) * (t - 2)
  }
  return sums
}
