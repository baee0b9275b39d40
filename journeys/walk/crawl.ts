import { plain } from './forms.ts'
import type { Answered, Visitor } from './visitor.ts'

/** One page that somebody came to: the door they went to, the one whose page it is in the end, and the page whose link led there. */
export type Seen = Answered & { who: string, asked: string, door: string, at: string, from: string }

/** Whoever walks, from which pages on, and how many pages of one door they look at: a signed agreement leads to other pages than a proposed one. */
export type Walker = { who: string, visitor: Visitor, begin: readonly string[], most: number }

/** Follows every link until no door is left that was not looked at often enough. */
export async function crawl({ who, visitor, begin, most }: Walker, doors: readonly string[]): Promise<Seen[]> {
  const [seen, looked, met] = [[] as Seen[], new Map<string, number>(), new Set(begin)]
  const waiting = begin.map((path) => ({ path, from: '' }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const door = doorOf(next.path, doors)
    if (isWayOut(door) || ((looked.get(door) ?? 0) >= most && !begin.includes(next.path))) continue
    looked.set(door, (looked.get(door) ?? 0) + 1)
    const answered = await visitor.get(next.path)
    seen.push({ ...answered, who, asked: next.path, door, at: doorOf(answered.path, doors), from: next.from })
    for (const path of linksIn(answered.html)) {
      if (!met.has(path)) waiting.push({ path, from: next.path })
      met.add(path)
    }
  }
  return seen
}

/** The address of the door that a path opens: '/people/abc/readers' → '/people/{participantId}/readers'. */
export function doorOf(path: string, doors: readonly string[]): string {
  const parts = (path.split(/[?#]/)[0] ?? '').split('/')
  const fits = (door: string) => {
    const named = door.split('/')
    return named.length === parts.length && named.every((name, at) => name.startsWith('{') || name === parts[at])
  }
  // The one that says most in its own words: '/sessions/new' before '/sessions/{sessionId}'.
  const [best] = doors.filter(fits).sort((one, other) => one.split('{').length - other.split('{').length)
  return best ?? `no door: ${path}`
}

/** Hiding the screen ends the sign-in: whoever goes there comes back to nothing. */
function isWayOut(door: string): boolean {
  return door === '/hidden'
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => plain(href)).filter((href) => /^\/(?!\/)/.test(href)).map((href) => href.split('#')[0] ?? '')
}
