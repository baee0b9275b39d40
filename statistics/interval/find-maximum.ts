/**
 * At which place between two bounds is this curve highest?
 *
 * Convention: a coarse look at `looks` even places first, so that a second, lower summit is not taken for the first; then golden-section search around the best of them.
 * A flat summit cannot be placed better than to about eight digits: that is the nature of a summit, not of the search.
 */
export function findMaximum(curve: (x: number) => number, from: number, to: number, looks = 64): number {
  const step = (to - from) / looks
  let best = 0, highest = -Infinity
  for (let i = 0; i <= looks; i++) {
    const height = curve(from + i * step)
    if (height > highest) [best, highest] = [i, height]
  }
  return goldenSection(curve, from + Math.max(0, best - 1) * step, from + Math.min(looks, best + 1) * step)
}

function goldenSection(curve: (x: number) => number, from: number, to: number): number {
  const share = (Math.sqrt(5) - 1) / 2
  let left = from, right = to
  let low = right - share * (right - left), high = left + share * (right - left)
  let atLow = curve(low), atHigh = curve(high)

  while (right - left > 1e-10 * Math.max(1, Math.abs(left))) {
    if (atLow > atHigh) {
      right = high
      high = low
      atHigh = atLow
      low = right - share * (right - left)
      atLow = curve(low)
    } else {
      left = low
      low = high
      atLow = atHigh
      high = left + share * (right - left)
      atHigh = curve(high)
    }
  }
  return (left + right) / 2
}
