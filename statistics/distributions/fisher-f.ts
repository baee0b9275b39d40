/*
 * Fisher's F distribution, upper tail and quantile. The tail is computed as a tail: 1 - below(30) is 0 where the truth is 4.6e-29.
 */
import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'

export function fAbove(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1
  if (f === Infinity) return 0
  const scaled = df1 * f
  return scaled > df2
    ? betainc(df2 / (df2 + scaled), df2 / 2, df1 / 2, true, false)
    : betainc(scaled / (df2 + scaled), df1 / 2, df2 / 2, true, true)
}

export function fQuantile(p: number, df1: number, df2: number): number {
  const share = betaincinv(p, df1 / 2, df2 / 2, false)
  const rest = betaincinv(1 - p, df2 / 2, df1 / 2, false)
  return df2 * share / (df1 * (share < 0.5 ? 1 - share : rest))
}
