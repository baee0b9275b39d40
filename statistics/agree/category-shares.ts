import { sum } from '../arithmetic/sum.ts'

/** How often is each category used, every person counting the same however many raters they had? */
export function categoryShares(counts: readonly (readonly number[])[]): number[] {
  const categories = counts[0]?.length ?? 0
  return Array.from({ length: categories }, (_, k) => sum(counts.map((count) => count[k]! / sum(count))) / counts.length)
}
