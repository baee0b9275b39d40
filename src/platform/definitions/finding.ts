/** The way to a place in a definition: ['roles', 2, 'supervision', 'by']. */
export type Path = readonly (string | number)[]

/** Something that is wrong with a definition. `rule` is its fixed name, for machines and for the guide. */
export type Finding = { file: string, line: number, rule: string, sentence: string }

/** What a rule found, before the place is turned into a line. */
export type Fault = { rule: string, at: Path, sentence: string }

/** A place as people say it: "roles.mentor.supervision.by", with the id in place of the number where there is one. */
export function placeOf(data: unknown, path: Path): string {
  const names: string[] = []
  let here = data
  for (const step of path) {
    here = inside(here, step)
    names.push(typeof step === 'number' ? idOf(here) ?? String(step + 1) : step)
  }
  return names.length === 0 ? 'definition' : names.join('.')
}

export function inside(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined
}

function idOf(value: unknown): string | undefined {
  const id = inside(value, 'id')
  return typeof id === 'string' && id !== '' && id.length <= 60 ? id : undefined
}
