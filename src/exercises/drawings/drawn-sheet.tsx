import type { Tool } from '../exercise.ts'
import type { ShownEntry } from '../exercises.queries.ts'
import { DrawnBalance } from './drawn-balance.tsx'
import { DrawnChain } from './drawn-chain.tsx'
import { DrawnLifeLine } from './drawn-life-line.tsx'
import { DrawnMap } from './drawn-map.tsx'

export type Drawn = { id: string, entries: ShownEntry[] }

const drawings: Partial<Record<Tool, (drawn: Drawn) => unknown>> = { functional_analysis: DrawnChain, costs_and_benefits: DrawnBalance, life_line: DrawnLifeLine, identity_map: DrawnMap }

/** The drawing of a sheet, for the tools where one helps. What it shows stands below it in words. */
export function DrawnSheet({ tool, ...drawn }: Drawn & { tool: Tool }) {
  const Drawing = drawings[tool] as ((drawn: Drawn) => string) | undefined
  return Drawing && drawn.entries.length > 0 ? <figure class="picture sheet-drawing">{Drawing(drawn)}</figure> : null
}
