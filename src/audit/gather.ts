import { dayAt, type Instant } from '../platform/day.ts'

export type Gathered<Line> = { line: Line, times: number, first: Instant, last: Instant }

type Same = { at: Instant, actor_kind: string, actor_roles: string[], operation: string, record: string, purpose: string, recipient: string | null, name: string | null }

/** Equal lines of one day are told once, with how often: who read the same thing five times a day is one thing to know. Lines come latest first, and each stands where its last one was. */
export function gathered<Line extends Same>(lines: readonly Line[], timeZone: string): Gathered<Line>[] {
  const found = new Map<string, Gathered<Line>>()
  for (const line of lines) {
    const key = JSON.stringify([dayAt(line.at, timeZone), line.actor_kind, line.name, line.actor_roles, line.operation, line.record, line.purpose, line.recipient])
    const before = found.get(key)
    found.set(key, before ? { ...before, times: before.times + 1, first: line.at } : { line, times: 1, first: line.at, last: line.at })
  }
  return [...found.values()]
}
