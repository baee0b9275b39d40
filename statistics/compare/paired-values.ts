import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

export type PairedValues = { before: number[], after: number[], differences: number[], missing: number }

/**
 * Who has both values, and by how much did each change (after - before)?
 * Convention: a person with one value missing (null) is left out and counted. Subtraction leaves crumbs (1.1 - 1 is not
 * exactly 0.1), which would make ties of equal changes come undone; differences are rounded to the precision that 13 digits of
 * the largest value can carry.
 */
export function pairedValues(before: readonly unknown[], after: readonly unknown[]): PairedValues {
  if (before.length !== after.length) throw wrongInput('post', `${after.length} values where pre has ${before.length}`)
  const pairs = before.map((one, i) => [valueAt(one, 'pre', i), valueAt(after[i], 'post', i)] as const)
  const both = pairs.filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null)
  const grain = grainOf(both.flat())
  return {
    before: both.map(([first]) => first),
    after: both.map(([, second]) => second),
    differences: both.map(([first, second]) => Math.round((second - first) * grain) / grain),
    missing: pairs.length - both.length,
  }
}

const valueAt = (value: unknown, name: string, i: number) => (value === null ? null : finite(value, `${name}, place ${i + 1}`))

function grainOf(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs), Number.MIN_VALUE)
  return 10 ** Math.min(300, 13 - Math.ceil(Math.log10(largest)))
}
