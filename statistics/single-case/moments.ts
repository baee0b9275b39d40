import { mean } from '../arithmetic/mean.ts'
import { variance } from '../arithmetic/variance.ts'

export type Moments = { n: number, mean: number, variance: number | null }

/** How many points, around which mean, with which sample variance? One point has no variance: null, not zero. */
export function moments(values: readonly number[]): Moments {
  return { n: values.length, mean: mean(values), variance: values.length < 2 ? null : steady(values) ? 0 : variance(values) }
}

// All equal must be exactly 0: rounding in the mean would leave 1e-33, and a ratio to it would look like a finite effect.
function steady(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
