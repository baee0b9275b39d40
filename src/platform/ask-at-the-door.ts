import type { House } from './open-work.ts'
import type { Actor } from './work.ts'

export type AtTheDoor = Omit<Actor, 'tokenId' | 'allows'> & { signInId: number, isLive: boolean, hasCode: boolean }

/**
 * The one question that comes before any work: whose sign-in is this? It is answered by a function of the database that the
 * web role may call and that tells nothing else. Undefined: nobody's, or ended.
 */
export async function askWhoIs(house: House, tokenHash: string): Promise<AtTheDoor | undefined> {
  const { rows } = await house.pool.query<Omit<AtTheDoor, 'signInId' | 'isLive' | 'hasCode'> & { sign_in_id: number, is_live: boolean, has_code: boolean }>({
    name: 'who-is', text: 'select * from who_is($1, $2)', values: [tokenHash, house.clock()] })
  const row = rows[0]
  if (!row) return undefined
  const { sign_in_id: signInId, is_live: isLive, has_code: hasCode, ...actor } = row
  return { ...actor, signInId, isLive, hasCode }
}

/** The same for an agency's token: it acts as the colleague who made it, within what it lists. */
export async function askWhoseToken(house: House, tokenHash: string): Promise<Actor | undefined> {
  const { rows } = await house.pool.query<Omit<Actor, 'tokenId'> & { token_id: number }>({
    name: 'whose-token', text: 'select * from who_is_token($1, $2)', values: [tokenHash, house.clock()] })
  const row = rows[0]
  if (!row) return undefined
  const { token_id: tokenId, ...actor } = row
  return { ...actor, tokenId }
}
