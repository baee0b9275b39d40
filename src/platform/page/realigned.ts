import type { Attempt } from '../attempt.ts'

/**
 * What somebody sent, under the numbers that the lines of a form have now. `things` says what each line is about, in order (several may be about the same); each line
 * that was sent named it under `key` ("ratings.2.goal"). What was said of one thing never slips to another, also where things have come or gone since.
 */
export function realigned(things: readonly string[], attempt: Attempt | undefined, { list, key }: { list: string, key: string }): Attempt | undefined {
  if (attempt === undefined) return undefined
  const now = new Map<number, number>()
  const sent = sentPlaces(attempt, { list, key })
  for (const [place, thing] of things.entries()) {
    const before = sent.get(thing)?.shift()
    if (before !== undefined) now.set(before, place)
  }
  const placed = (name: string) => renamed(name, list, now)
  return {
    ...attempt, problems: attempt.problems.map((problem) => ({ ...problem, field: placed(problem.field) ?? '' })),
    values: Object.fromEntries(Object.entries(attempt.values).flatMap(([name, value]) => placed(name) === undefined ? [] : [[placed(name)!, value]])) }
}

/** Under which numbers each thing was sent, in their order. */
function sentPlaces({ values }: Attempt, { list, key }: { list: string, key: string }): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [name, thing] of Object.entries(values)) {
    const [of, place, what] = name.split('.')
    if (of === list && what === key && /^\d+$/.test(place ?? '')) places.set(thing, [...places.get(thing) ?? [], Number(place)].sort((one, other) => one - other))
  }
  return places
}

/** The name under its number of now; nothing where that line is gone. What is in no line of this list keeps its name. */
function renamed(name: string, list: string, now: Map<number, number>): string | undefined {
  const [of, place, ...rest] = name.split('.')
  if (of !== list || !/^\d+$/.test(place ?? '')) return name
  const at = now.get(Number(place))
  return at === undefined ? undefined : [list, at, ...rest].join('.')
}
