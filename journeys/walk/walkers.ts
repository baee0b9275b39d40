import type { Service } from '../service.ts'
import { crawl, type Seen } from './crawl.ts'
import { setScene, type Standing } from './scene.ts'
import { atTheDoor, aVisitor, speakTo, type Visitor } from './visitor.ts'

/** Everybody of the cast whose rights differ, and one participant. */
const walkers = ['Kai', 'Noor', 'Amira', 'Mia', 'Petra', 'Ulla', 'Lena', 'Viktor', 'Olga', 'Dana', 'Rune', 'Ravi', 'Sam', 'Jonas'] as const
const kiosk = 'Jonas'
const atATime = 4

export type Walk = { visitors: Map<string, Visitor>, seen: Seen[] }

/** Each goes as far as links lead them, in one language; some stand elsewhere than at the first page. */
export async function walkEverywhere({ address }: Pick<Service, 'address'>, doors: readonly string[], language: string): Promise<Walk> {
  const standing: Record<string, Standing> = { 'nobody signed in': { visitor: aVisitor(address), begin: ['/sign-in', '/code', '/information', '/desk', '/desk/receipt'] } }
  for (const walker of walkers) standing[walker] = { visitor: await atTheDoor(address, walker), begin: ['/'] }
  Object.assign(standing, await setScene(address, language))

  const [everybody, seen] = [Object.entries(standing), [] as Seen[]]
  for (const { visitor } of Object.values(standing)) await speakTo(visitor, language)
  // Some at a time: each waits for answers most of the way.
  for (let from = 0; from < everybody.length; from += atATime) {
    const some = everybody.slice(from, from + atATime).map(([who, { visitor, begin }]) => crawl({ who, visitor, begin, most: begin[0] === '/' ? 3 : 1 }, doors))
    seen.push(...(await Promise.all(some)).flat())
  }
  return { visitors: new Map(everybody.map(([who, { visitor }]) => [who, visitor])), seen }
}

export function isKiosk(who: string): boolean {
  return who === kiosk
}
