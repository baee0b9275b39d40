/**
 * Over all pairs of points: how many more go up than down with time?
 * Kendall's S of a series in its order; a tie counts nothing.
 */
export function kendallScore(series: readonly number[]): number {
  let score = 0
  for (let early = 0; early < series.length; early++) {
    for (let late = early + 1; late < series.length; late++) score += Math.sign(series[late]! - series[early]!)
  }
  return score
}
