import { finite } from '../describe/observed.ts'
import { tooFew, wrongInput } from '../result.ts'
import type { TooFew } from '../result.ts'

/** So many of so many: whole numbers, `events` not above `n`; anything else is an error that names the place. */
export function share(events: unknown, n: unknown, method: string): { events: number, n: number } | TooFew {
  const [some, all] = [finite(events, 'events'), finite(n, 'n')]
  if (!Number.isInteger(all) || all < 0) throw wrongInput('n', `${all} was given where a count belongs`)
  if (!Number.isInteger(some) || some < 0 || some > all) throw wrongInput('events', `${some} was given where a count from 0 to ${all} belongs`)
  return all === 0 ? tooFew({ method, n: 0, needed: 1, of: 'people' }) : { events: some, n: all }
}
