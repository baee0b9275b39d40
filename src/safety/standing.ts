import type { House } from '../platform/open-work.ts'

export type CardNumber = { label: string, number: string, note: string, forEverybody: boolean }
export type CardText = { on_self_harm: string, on_threat: string, on_child: string, on_against: string, for_everybody: string, on_duty_here: string }
export type AskedNow = { colleagueId: number, callId: string, asCoordinator: boolean }
export type OverdueNow = { colleagueId: number, outingId: string }

/** What every page carries: the card, who is on duty, whom a call awaits. Nothing about anybody, and nothing of what was said. */
export type Standing = {
  words: CardText
  numbers: CardNumber[]
  duty: { name: string, forEverybody: boolean }[]
  asked: AskedNow[]
  /** Who is asked about a colleague who has not come back. */
  overdue: OverdueNow[]
  /** A colleague has not come back, everybody in the line was asked, and nobody has answered. */
  missing: boolean
  /** Everybody in a line was asked, and nobody has answered. */
  unanswered: boolean
  /** A case was opened in an emergency, and nobody outside the line has looked at it yet. */
  unreviewed: boolean
  /** Drawn cards by language and reader, made anew with each standing. */
  drawn: Map<string, string>
}

/** How old the standing of a process may be. A change made here is seen at the next page, one made in another process after this. */
const secondsKept = 10

type Kept = { standing: Standing, at: number, change: number, renewing?: Promise<void> | undefined }

const kept = new WeakMap<House, Kept>()
let changes = 0

/** Something that every page carries has changed in this process. */
export function standingChanged(): void {
  changes += 1
}

export function standingOf(house: House): Standing {
  return kept.get(house)?.standing ?? nothingYet()
}

/**
 * Asks the database anew when what is kept is too old: one question for all pages of some seconds. When it cannot be asked, the last
 * card stays: somebody who needs a number must find it also while the database is away.
 */
export async function renewStanding(house: House, { elapsed = performance.now(), logFault }: { elapsed?: number, logFault: (fault: unknown) => void }): Promise<void> {
  const mine = kept.get(house) ?? { standing: nothingYet(), at: -Infinity, change: -1 }
  kept.set(house, mine)
  if (mine.change === changes && elapsed - mine.at < secondsKept * 1000) return
  mine.renewing ??= renew(house, mine, elapsed).catch(logFault).finally(() => { mine.renewing = undefined })
  await mine.renewing
}

async function renew(house: House, mine: Kept, elapsed: number): Promise<void> {
  Object.assign(mine, { at: elapsed, change: changes })
  const { rows } = await house.pool.query<{ standing: Omit<Standing, 'drawn'> }>('select crisis_standing($1) as standing', [house.clock()])
  const found = rows[0]?.standing
  if (found) mine.standing = { ...found, drawn: new Map() }
}

function nothingYet(): Standing {
  const words = { on_self_harm: '', on_threat: '', on_child: '', on_against: '', for_everybody: '', on_duty_here: '' }
  return { words, numbers: [], duty: [], asked: [], overdue: [], missing: false, unanswered: false, unreviewed: false, drawn: new Map() }
}
