import { levels, type Kind, type Level, type Measure } from './measure.ts'

/** One line over time: a goal, a ruler, a scale, the word on sessions; the earliest first. */
export type Series = {
  key: string
  kind: Kind
  name: string
  question: string
  goalId: number | null
  lowest: number
  highest: number
  measures: Measure[]
}

const order: Kind[] = ['goal', 'ruler', 'session', 'scale']

/** Everything said about one person, sorted into lines: goals first, then what was asked, then what came in files. */
export function seriesOf(measures: readonly Measure[]): Series[] {
  const found = new Map<string, Measure[]>()
  for (const measure of measures) found.set(keyOf(measure), [...found.get(keyOf(measure)) ?? [], measure])
  return [...found].map(([key, said]) => asSeries(key, said)).toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

/** The latest that was said and is no gap. */
export function lastSaid({ measures }: Pick<Series, 'measures'>): Measure | undefined {
  return measures.findLast(({ value }) => value !== null)
}

/** A rating in the words that were agreed for it; without them the number has to do. */
export function sentenceFor(value: number | null, goal: { levels: readonly { level: number, sentence: string }[] } | undefined): string | undefined {
  return value === null ? undefined : goal?.levels.find(({ level }) => level === value)?.sentence
}

export function isLevel(value: number): value is Level {
  return levels.some((level) => level === value)
}

// A goal is known by itself, also where two goals bear one name; all else by what it was called.
function keyOf({ kind, goalId, series }: Measure): string {
  return goalId === null ? `${kind} ${series}` : `goal ${goalId}`
}

function asSeries(key: string, said: Measure[]): Series {
  const { kind, series, goalId } = said.at(-1)!
  return { key, kind, name: series, question: said.at(-1)!.question, goalId, ...rangeOf(kind, said), measures: said }
}

/** Between what a line can lie. Where a file did not say, between what stands in it. */
function rangeOf(kind: Kind, said: Measure[]): { lowest: number, highest: number } {
  if (kind === 'goal') return { lowest: -2, highest: 2 }
  const values = said.flatMap(({ value }) => value ?? [])
  const lowest = Math.min(...said.flatMap(({ lowest: one }) => one ?? []), ...(said.every((one) => one.lowest === null) ? values : []))
  const highest = Math.max(...said.flatMap(({ highest: one }) => one ?? []), ...(said.every((one) => one.highest === null) ? values : []))
  return Number.isFinite(lowest) && Number.isFinite(highest) ? { lowest, highest } : { lowest: 0, highest: 10 }
}
