import type { PageDoor } from '../../src/platform/doors/index.ts'
import { doorOf, type Seen } from './crawl.ts'
import { formsIn } from './forms.ts'
import { isPage } from './page-laws.ts'
import { isKiosk, type Walk } from './walkers.ts'

export type SentForm = { who: string, door: string, from: string, status: number, html: string }

type Sendable = { who: string, from: string, action: string, door: string }

/** Sends a form of each door as it stands on its page, once as a colleague and once as a participant who was shown it: those that end something last. */
export async function sendEveryForm({ visitors, seen }: Walk, doors: readonly string[]): Promise<SentForm[]> {
  const sent = new Map<string, SentForm>()
  for (const { who, from, action, door } of sendable(seen, doors)) {
    const [visitor, key] = [visitors.get(who), `${door} ${isKiosk(who)}`]
    // What was sent before may have closed the page that held this one; the next page of the same door has another.
    if (!visitor || sent.has(key) || !formsIn((await visitor.get(from)).html).some((form) => form.action === action)) continue
    const { status, html } = await visitor.send(action, {}, from)
    sent.set(key, { who, door, from, status, html })
  }
  return [...sent.values()]
}

/** The doors of forms that no page led to. */
export function withoutAForm(seen: readonly Seen[], doors: readonly PageDoor[]): string[] {
  const paths = doors.filter(({ method }) => method === 'post').map(({ path }) => path)
  const met = new Set(sendable(seen, paths).map(({ door }) => door))
  return paths.filter((path) => !met.has(path))
}

function sendable(seen: readonly Seen[], doors: readonly string[]): Sendable[] {
  const all = seen.filter(isPage).flatMap(({ who, path, html }) => formsIn(html).filter(({ method }) => method === 'post')
    .map(({ action }) => ({ who, from: path, action, door: doorOf(action, doors) })))
  return all.map((one, place) => ({ one, place, last: ends(one) })).sort((a, b) => a.last - b.last || a.place - b.place).map(({ one }) => one)
}

/** Ending something comes after everything else; an account is ended after that, and one's own sign-in at the very end. */
function ends({ door }: Sendable): number {
  if (door === '/sign-out' || door === '/account/endings') return 3
  if (/^\/colleagues\/.*\/endings$/.test(door)) return 2
  return /\/endings?$/.test(door) ? 1 : 0
}
