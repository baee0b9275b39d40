import { observed } from '../describe/observed.ts'
import { tooFew } from '../result.ts'
import type { TooFew } from '../result.ts'

export type TwoGroups = { first: number[], second: number[], n: number, missing: number }

/** Two groups of different people, missing values (null) left out and counted. Groups may differ in size. */
export function twoGroups(first: readonly unknown[], second: readonly unknown[]): TwoGroups {
  const [one, other] = [observed(first, 'x'), observed(second, 'y')]
  return { first: one.values, second: other.values, n: one.values.length + other.values.length, missing: one.missing + other.missing }
}

/** The refusal when a group has fewer people than needed. */
export function smallGroup({ first, second, missing }: TwoGroups, method: string, needed: number): TooFew | null {
  const smaller = Math.min(first.length, second.length)
  return smaller < needed ? tooFew({ method, n: smaller, missing, needed, of: 'people in the smaller group' }) : null
}
