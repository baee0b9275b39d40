import { ask } from './database/ask.ts'
import type { Client } from './database/connect.ts'
import { enterAs, noteSeen, type Entering, type Found } from './enter-work.ts'
import { writeGathered } from './gather-lines.ts'
import { begin, commit, inWork, lineOf, newSeen, rollBack, type Begun, type House, type Opening, type Seen } from './open-work.ts'
import type { Actor, Work } from './work.ts'

/**
 * Work that only looks. Its transaction may not write, so nothing can be lost between its end and the line in the log, which is written together
 * with those of others who look at the same time. The answer goes when that line is on the disk, and not without it.
 */
export async function inReading<T>(house: House, opening: Opening, run: (work: Work) => Promise<T>): Promise<T> {
  if (!mayRead(opening.door) || opening.actor.shape === 'evaluator') return inWork(house, opening, run)
  try {
    const done = await read(house, async (client, seen) => ({ opening, ...await begin(house, client, { opening, seen }, 'read only') }), run)
    return done!.result
  } catch (fault) {
    return orWriting(house, opening, run, fault)
  }
}

/**
 * The same for the holder of a sign-in: who they are is asked in the same trip that opens the work. `openingFor` decides whether this actor may pass.
 * Undefined: the sign-in is nobody's any more.
 */
export async function inReadingOf<T>(house: House, entering: Entering, openingFor: (actor: Actor) => Opening, run: (work: Work) => Promise<T>): Promise<{ result: T } | undefined> {
  const found: Found = {}
  try {
    const done = await read(house, enterAs(house, { entering, openingFor, found }, 'read only'), run)
    if (done && found.isUnseen) await noteSeen(house, entering)
    return done ?? (found.opening && { result: await inWork(house, found.opening, run) })
  } catch (fault) {
    if (!found.opening) throw fault
    return { result: await orWriting(house, found.opening, run, fault) }
  }
}

/** Whether nobody has yet seen this door write. */
export function mayRead(door: string): boolean {
  return !writingDoors.has(door)
}

const writingDoors = new Set<string>()

/** A door that shows, and writes something down as it does, is worked once more from the beginning, in a transaction that holds its own line. */
function orWriting<T>(house: House, opening: Opening, run: (work: Work) => Promise<T>, fault: unknown): Promise<T> {
  if (!(fault instanceof Error && 'code' in fault && fault.code === '25006')) throw fault
  writingDoors.add(opening.door)
  return inWork(house, opening, run)
}

type BegunReading = Begun & { acting: string[] }

async function read<T>(house: House, beginAs: (client: Client, seen: Seen) => Promise<BegunReading | undefined>, run: (work: Work) => Promise<T>): Promise<{ result: T } | undefined> {
  const client = await house.pool.connect()
  const seen = newSeen()
  let done: { begun: BegunReading, result: T } | undefined
  try {
    const begun = await beginAs(client, seen)
    if (begun) done = { begun, result: await run(begun.work) }
    seen.isOver = true
  } catch (fault) {
    seen.isOver = true
    client.release(await rollBack(client, fault))
    throw fault
  }
  ask(client, commit).then(() => client.release(), (lost: Error) => client.release(lost))
  if (!done) return undefined
  const { opening, acting } = done.begun
  await writeGathered(house, { ...lineOf(house, { opening, seen }), acting })
  return { result: done.result }
}
