import type { Client } from './database/connect.ts'
import { inOnePiece } from './database/kysely-over.ts'
import { writeGathered } from './gather-lines.ts'
import { begin, inWork, lineOf, makeWork, newSeen, rollBack, type House, type Opened, type Opening, type Seen } from './open-work.ts'
import type { Actor, Work } from './work.ts'

/**
 * Work that only looks. Its transaction may not write, so nothing can be lost between its end and the line in the log, which is written together
 * with those of others who look at the same time. The answer goes when that line is on the disk, and not without it.
 */
export async function inReading<T>(house: House, opening: Opening, run: (work: Work) => Promise<T>): Promise<T> {
  if (!mayRead(opening.door) || opening.actor.shape === 'evaluator') return inWork(house, opening, run)
  try {
    const done = await read(house, async (client, seen) => ({ opening, isUnseen: false, ...await begin(house, client, { opening, seen }, 'read only') }), run)
    return done!.result
  } catch (fault) {
    return orWriting(house, opening, run, fault)
  }
}

/** Whose sign-in, by the hash of what the browser holds, and about whom. */
export type Entering = { signIn: string, about: string | undefined }

/**
 * The same for the holder of a sign-in: who they are is asked in the same trip that opens the work. `openingFor` decides whether this actor may pass.
 * Undefined: the sign-in is nobody's any more.
 */
export async function inReadingOf<T>(house: House, entering: Entering, openingFor: (actor: Actor) => Opening, run: (work: Work) => Promise<T>): Promise<{ result: T } | undefined> {
  const found: { opening?: Opening } = {}
  const enterAs = async (client: Client, seen: Seen) => {
    const entered = await enter(house, client, entering)
    if (!entered) return undefined
    found.opening = openingFor(actorOf(entered))
    if (entered.shape === 'evaluator') return undefined // enters by a connection of its own
    return { opening: found.opening, isUnseen: entered.is_unseen, work: makeWork(house, client, { opening: found.opening, seen, opened: entered, looksOnly: true }), acting: entered.acting }
  }
  try {
    const done = await read(house, enterAs, run)
    if (done?.isUnseen) await house.pool.query({ name: 'who-is-seen', text: 'select from who_is($1, $2)', values: [entering.signIn, house.clock()] })
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

type Begun = { opening: Opening, work: Work, acting: string[], isUnseen: boolean }

async function read<T>(house: House, beginAs: (client: Client, seen: Seen) => Promise<Begun | undefined>, run: (work: Work) => Promise<T>): Promise<{ result: T, isUnseen: boolean } | undefined> {
  const client = await house.pool.connect()
  const seen = newSeen()
  let done: { begun: Begun, result: T } | undefined
  try {
    const begun = await beginAs(client, seen)
    if (begun) done = { begun, result: await run(begun.work) }
    seen.isOver = true
  } catch (fault) {
    seen.isOver = true
    client.release(await rollBack(client, fault))
    throw fault
  }
  client.query('commit').then(() => client.release(), (lost: Error) => client.release(lost))
  if (!done) return undefined
  const { opening, acting, isUnseen } = done.begun
  await writeGathered(house, { ...lineOf(house, { opening, seen }), acting })
  return { result: done.result, isUnseen }
}

type Entered = Opened & Pick<Actor, 'kind' | 'id' | 'shape' | 'name' | 'roles' | 'language'> & { sign_in_id: number, kiosk: boolean, is_unseen: boolean }

/** Both statements go out together; the second says who it is and enters their shape. */
async function enter(house: House, client: Client, { signIn, about = '' }: Entering): Promise<Entered | undefined> {
  inOnePiece(client)
  const [, { rows }] = await Promise.all([client.query('begin read only'), client.query<Entered>({
    name: 'enter-work', text: `select w.*, case when w.shape <> 'evaluator' then set_config('role', $4 || '_' || w.shape, true) end as entered from enter_work($1, $2, $3) w`,
    values: [signIn, house.clock(), about, house.rolePrefix] })])
  return rows[0]
}

function actorOf({ kind, id, shape, name, roles, language, sign_in_id: signInId, kiosk }: Entered): Actor {
  return { kind, id, shape, name, roles, language, signInId, kiosk }
}
