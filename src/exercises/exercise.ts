import { refuse } from '../platform/refusals.ts'

/** What one part of a sheet holds: one text; several lines; lines with a weight, a time of life, a day, or a day and what came of it. */
export type Shape = 'words' | 'lines' | 'weighed' | 'moments' | 'dated' | 'followed' | 'near'

export type Part = { id: string, shape: Shape }

/** The tools of the methods, as the schema of programmes lists them, each with its parts in the order in which they are worked through. */
export const tools = {
  functional_analysis: [words('situation'), words('thoughts'), words('feelings'), words('act'), words('soon_after'), words('long_after'), words('another_way')],
  problem_solving: [words('problem'), words('wish'), { id: 'ways', shape: 'weighed' }, words('choice'), { id: 'steps', shape: 'dated' }],
  identity_map: [{ id: 'before', shape: 'near' }, { id: 'now', shape: 'near' }],
  costs_and_benefits: [{ id: 'gains_of_staying', shape: 'weighed' }, { id: 'costs_of_staying', shape: 'weighed' }, { id: 'gains_of_change', shape: 'weighed' }, { id: 'costs_of_change', shape: 'weighed' }],
  values_and_commitments: [{ id: 'values', shape: 'lines' }, { id: 'commitments', shape: 'lines' }, { id: 'next_steps', shape: 'dated' }],
  mindfulness_log: [{ id: 'practice', shape: 'followed' }],
  life_line: [{ id: 'moments', shape: 'moments' }],
  strong_feelings: [words('feeling'), { id: 'signs', shape: 'lines' }, { id: 'helps', shape: 'lines' }, { id: 'whom_to_tell', shape: 'lines' }, words('afterwards')],
  dissonance_prompt: [words('one_thought'), words('another_thought'), words('how_it_feels'), words('what_follows')],
  opportunity_log: [{ id: 'opportunities', shape: 'followed' }],
  moving_on_plan: [{ id: 'signs', shape: 'lines' }, { id: 'steps', shape: 'lines' }, { id: 'people', shape: 'lines' }, { id: 'places', shape: 'lines' }, words('why')],
} as const satisfies Record<string, readonly Part[]>

export type Tool = keyof typeof tools
export const toolNames = Object.keys(tools) as [Tool, ...Tool[]]

function words<const Id extends string>(id: Id): { id: Id, shape: 'words' } {
  return { id, shape: 'words' }
}

export function partsOf(tool: Tool): readonly Part[] {
  return tools[tool]
}

/** One thing on a sheet, in words that were found with the person. */
export type Entry = { part: string, words: string, when: string, weight: number | null, on: string | null, outcome: string }

/** A line as it is sent: what is left empty is missing. */
export type SentEntry = { part: string, words?: string | undefined, when?: string | undefined, weight?: number | undefined, on?: string | undefined, outcome?: string | undefined }

/** These are about what somebody did, whatever unit they belong to: the analysis of an act, and how one became who one is. While guilt is open nobody should write them. */
export function isAboutTheOffence(tool: Tool, unit: { aboutTheOffence: boolean } | undefined): boolean {
  return tool === 'functional_analysis' || tool === 'life_line' || (unit?.aboutTheOffence ?? false)
}

/** It asks what somebody believes: not where the programme leaves beliefs alone. */
export function asksForBeliefs(tool: Tool): boolean {
  return tool === 'dissonance_prompt'
}

/** The map of belonging is the person's own drawing and has other readers than the rest. */
export function isMap(tool: Tool): boolean {
  return tool === 'identity_map'
}

/** The bounds of a weight: how much it weighs, how good or bad a moment was, how near something is. */
export const weights: Partial<Record<Shape, { least: number, most: number }>> = { weighed: { least: 1, most: 10 }, moments: { least: -5, most: 5 }, near: { least: 1, most: 3 } }

/** A label on a map is a name, no story: it has to be read on the drawing. */
const longestLabel = 200

/** What was filled in, in the order of the parts. Refuses 'exercise-empty', 'exercise-part-unknown', 'exercise-words-missing', 'exercise-label-long', 'exercise-weight-missing', 'exercise-weight-out'. */
export function entriesOf(tool: Tool, sent: readonly SentEntry[]): Entry[] {
  const parts = partsOf(tool)
  const filled = sent.flatMap((one, place) => isFilled(one) ? [checked(parts, one, place)] : [])
  if (filled.length === 0) throw refuse('exercise-empty')
  return parts.flatMap(({ id }) => filled.filter(({ part }) => part === id))
}

function isFilled({ words: text, when, outcome, on, weight }: SentEntry): boolean {
  return Boolean(text || when || outcome || on || typeof weight === 'number')
}

function checked(parts: readonly Part[], { part, words: text = '', when = '', weight, on, outcome = '' }: SentEntry, place: number): Entry {
  const known = parts.find(({ id }) => id === part)
  if (!known) throw refuse('exercise-part-unknown')
  if (text === '') throw refuse('exercise-words-missing', {}, `entries.${place}.words`)
  if (known.shape === 'near' && text.length > longestLabel) throw refuse('exercise-label-long', { count: longestLabel }, `entries.${place}.words`)
  const weighs = checkedWeight(known, { words: text, weight }, place)
  const hasDay = known.shape === 'dated' || known.shape === 'followed'
  return { part, words: text, when: known.shape === 'moments' ? when : '', weight: weighs, on: hasDay ? on ?? null : null, outcome: known.shape === 'followed' ? outcome : '' }
}

function checkedWeight({ shape }: Part, { words: text, weight }: { words: string, weight: number | undefined }, place: number): number | null {
  const bounds = weights[shape]
  if (!bounds) return null
  if (weight === undefined) throw refuse('exercise-weight-missing', { words: text, ...bounds }, `entries.${place}.weight`)
  if (weight < bounds.least || weight > bounds.most) throw refuse('exercise-weight-out', { words: text, ...bounds }, `entries.${place}.weight`)
  return weight
}
