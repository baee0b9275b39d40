import { ask } from './database/ask.ts'
import type { Client } from './database/connect.ts'
import { inWork, makeWork, write, type Begun, type House, type Opened, type Opening, type Seen } from './open-work.ts'
import { together } from './together.ts'
import type { Actor, Work } from './work.ts'

/** Whose sign-in, by the hash of what the browser holds, and about whom. */
export type Entering = { signIn: string, about: string | undefined }

/** What was found out about the holder of a sign-in, also where the work then failed. */
export type Found = { opening?: Opening, isUnseen?: boolean }

/**
 * Work that may write, for the holder of a sign-in: who they are is asked in the same trip that opens it. `openingFor` decides whether this actor may pass.
 * Undefined: the sign-in is nobody's any more. Whoever was refused was here, too, and their sign-in lasts.
 */
export async function inWorkOf<T>(house: House, entering: Entering, openingFor: (actor: Actor) => Opening, run: (work: Work) => Promise<T>): Promise<{ result: T } | undefined> {
  const found: Found = {}
  try {
    const done = await write(house, house.pool, enterAs(house, { entering, openingFor, found }, ''), run)
    return done ?? (found.opening && { result: await inWork(house, found.opening, run) })
  } finally {
    if (found.isUnseen) await noteSeen(house, entering)
  }
}

type AsWhom = { entering: Entering, openingFor: (actor: Actor) => Opening, found: Found }

/** Begins the work of whoever holds the sign-in. Nothing is begun for nobody, nor for an evaluator, who enters by a connection of their own. */
export function enterAs(house: House, { entering, openingFor, found }: AsWhom, how: '' | 'read only'): (client: Client, seen: Seen) => Promise<Begun & { acting: string[] } | undefined> {
  return async (client, seen) => {
    const entered = await enter(house, client, entering, how)
    if (!entered) return undefined
    found.isUnseen = entered.is_unseen
    const opening = openingFor(actorOf(entered))
    found.opening = opening
    if (entered.shape === 'evaluator') return undefined
    return { opening, work: makeWork(house, client, { opening, seen, opened: entered, looksOnly: how !== '' }), acting: entered.acting }
  }
}

/** Puts off the end of an idle sign-in; asked at most once a minute. */
export async function noteSeen(house: House, { signIn }: Entering): Promise<void> {
  await house.pool.query({ name: 'who-is-seen', text: 'select from who_is($1, $2)', values: [signIn, house.clock()] })
}

type Entered = Opened & Pick<Actor, 'kind' | 'id' | 'shape' | 'name' | 'roles' | 'language'> & { sign_in_id: number, kiosk: boolean, is_unseen: boolean }

/** Both statements go out together; the second says who it is and enters their shape. */
async function enter(house: House, client: Client, { signIn, about = '' }: Entering, how: '' | 'read only'): Promise<Entered | undefined> {
  const begun = `begin ${how}`.trim()
  const [, { rows }] = await together([ask(client, { text: begun, name: begun }), ask<Entered>(client, {
    name: 'enter-work', text: `select w.*, case when w.shape <> 'evaluator' then set_config('role', $4 || '_' || w.shape, true) end as entered from enter_work($1, $2, $3) w`,
    values: [signIn, house.clock(), about, house.rolePrefix] })])
  return rows[0]
}

function actorOf({ kind, id, shape, name, roles, language, sign_in_id: signInId, kiosk }: Entered): Actor {
  return { kind, id, shape, name, roles, language, signInId, kiosk }
}
