import { answersOf } from '../participants/index.ts'
import { dayAt, type Day, type Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Meetings } from './disclosure.ts'

/** The pieces that a report can be made of, each in one level of detail: days, three counts. */
export type Piece =
  | { piece: 'taking-part', detail: 'days', of: (work: Work, participantId: number) => Promise<{ from: Day, until: Day | null, ownWish: boolean } | undefined> }
  | { piece: 'meetings', detail: 'counts', of: (work: Work, participantId: number, between: { from: Day, until: Instant }) => Promise<Meetings | undefined> }

type Named<Name extends Piece['piece']> = Extract<Piece, { piece: Name }>

const known: Record<Piece['piece'], Piece['detail']> = { 'taking-part': 'days', meetings: 'counts' }

/**
 * Port: the rooms where people are worked with each export what they could give, and the application hands their lists in. What is not on this room's own list is refused at start, so that a note, a
 * rating, a measure, a drawing, a part of a plan or a restriction cannot become a piece by being offered.
 */
export function useShareable(...lists: readonly (readonly Piece[])[]): void {
  for (const { piece, detail } of lists.flat()) if (known[piece] !== detail) throw new Error(`"${piece}" in the detail "${detail}" is nothing that can be shared.`)
  pieces = new Map(lists.flat().map((one) => [one.piece, one]))
}

let pieces = new Map<string, Piece>()

function pieceNamed<Name extends Piece['piece']>(name: Name): Named<Name> {
  const found = pieces.get(name)
  if (!found) throw new Error(`No room gives the piece "${name}".`)
  return found as Named<Name>
}

export type Facts = { from: Day, until: Day | null, ownWish: boolean }

/** From when to when, and whether the person ended it. Whoever said stop has stopped, also before somebody ended the plan. Each thing is taken by its name, so that nothing comes along. */
export async function factsOf(work: Work, participantId: number): Promise<Facts | undefined> {
  const part = await pieceNamed('taking-part').of(work, participantId)
  if (!part) return undefined
  const stopped = await stoppedOn(work, participantId)
  const stoppedIn = stopped !== undefined && stopped >= part.from && (part.until === null || stopped <= part.until) ? stopped : undefined
  return { from: part.from, until: stoppedIn ?? part.until, ownWish: part.ownWish || stoppedIn !== undefined }
}

async function stoppedOn(work: Work, participantId: number): Promise<Day | undefined> {
  const stop = (await answersOf(work, participantId)).find(({ purpose }) => purpose === 'programme')?.withdrawn
  return stop ? dayAt(stop, work.timeZone) : undefined
}

/** The meetings of that time as they are recorded now; undefined where they cannot be read. */
export async function meetingsOf(work: Work, participantId: number, between: { from: Day, until: Instant }): Promise<Meetings | undefined> {
  const found = await pieceNamed('meetings').of(work, participantId, between)
  return found && { offered: found.offered, held: found.held, service: found.service }
}
