/**
 * Do two lists of numbers rise and fall together, corrected for ties?
 *
 * Convention: tau-b, S / sqrt((pairs not tied in x)(pairs not tied in y)); null when one list is all equal, where there is nothing to rank.
 * Reference: Kendall 1945.
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  const { score, untiedX, untiedY } = concordance(x, y)
  return untiedX === 0 || untiedY === 0 ? null : score / Math.sqrt(untiedX * untiedY)
}

/** Kendall's S, and how many pairs are not tied in x and in y. */
export function concordance(x: readonly number[], y: readonly number[]): { score: number, untiedX: number, untiedY: number } {
  let score = 0, untiedX = 0, untiedY = 0
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = Math.sign(x[j]! - x[i]!), dy = Math.sign(y[j]! - y[i]!)
      score += dx * dy
      untiedX += dx * dx
      untiedY += dy * dy
    }
  }
  return { score, untiedX, untiedY }
}
