import { expect, test } from 'vitest'
import { aParticipant, colleague, connectedAs, testHouse, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { inWorkOf } from './enter-work.ts'
import type { House, Opening } from './open-work.ts'
import { refuse } from './refusals.ts'
import type { Actor, Work } from './work.ts'

type SignIn = { id: number, hash: string }

/** The last sign-in of this member of the cast, who has just signed in. */
async function signInOf(first: First): Promise<SignIn> {
  await visit(first)
  const { rows } = await (await asSuperuser()).query<SignIn>('select id, token_hash as hash from sign_ins order by id desc limit 1')
  return rows[0]!
}

const meeting = (about: string, more: Partial<Opening> = {}) => (actor: Actor): Opening => ({ actor, does: 'alter', shows: 'identity_name', purpose: 'casework', door: 'POST /meeting', about, ...more })
const meetAt = (place: string) => (work: Work) => work.db.updateTable('identity_names').set({ meets_at: place }).where('participant_id', '=', work.about).execute()

async function placeOf(id: number): Promise<string> {
  const { rows } = await (await asSuperuser()).query<{ meets_at: string }>('select meets_at from identity_names where participant_id = $1', [id])
  return rows[0]!.meets_at
}

async function linesOf(requestId: string) {
  const { rows } = await (await asSuperuser()).query<{ actor_name: string, operation: string, participant_ids: number[] }>('select actor_name, operation, participant_ids from access_log where request_id = $1', [requestId])
  return rows
}

/** Who the pool's connections are, and what they hold, when nobody works. */
async function whoTheyAre(house: House) {
  const clients = await Promise.all(Array.from({ length: 8 }, () => house.pool.connect()))
  const answers = await Promise.all(clients.map((client) => client.query<{ role: string, actor: string, under: number }>(
    `select current_user::text as role, coalesce(current_setting('app.actor', true), '') as actor, (select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'transactionid') as under`)))
  for (const client of clients) client.release()
  return [...new Set(answers.map(({ rows }) => JSON.stringify(rows[0])))]
}

const nobody = [JSON.stringify({ role: 'waymark_test_web', actor: '', under: 0 })]

test('it writes as whoever holds the sign-in, with their line in the same transaction', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const { hash } = await signInOf('Kai')
  await inWorkOf(house, { signIn: hash, about: jonas.publicId }, meeting(jonas.publicId, { requestId: 'entered' }), meetAt('room 7'))
  expect([await placeOf(jonas.id), await linesOf('entered')]).toEqual(['room 7', [{ actor_name: (await colleague('Kai')).name, operation: 'alter', participant_ids: [jonas.id] }]])
  await expect(inWorkOf(house, { signIn: hash, about: jonas.publicId }, meeting(jonas.publicId, { requestId: 'no-line', does: 'nonsense' as never }), meetAt('room 8'))).rejects.toMatchObject({ code: '23514' })
  expect([await placeOf(jonas.id), await linesOf('no-line'), await whoTheyAre(house)]).toEqual(['room 7', [], nobody])
})

test('it begins nothing for a sign-in that is nobody\'s, and leaves the connection as it was for the next', async () => {
  const { house } = await testHouse()
  const tried: unknown[] = []
  const note = (actor: Actor) => { tried.push(actor); return meeting('')(actor) }
  expect(await inWorkOf(house, { signIn: 'nobody\'s', about: undefined }, note, async (work) => tried.push(work))).toBeUndefined()
  expect([tried, await whoTheyAre(house)]).toEqual([[], nobody])
})

test('it works nothing for whoever may not pass, and nothing stays of what fails half way', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const { hash } = await signInOf('Kai')
  const entering = { signIn: hash, about: jonas.publicId }
  const before = await placeOf(jonas.id)
  await expect(inWorkOf(house, entering, () => { throw refuse('not-found') }, meetAt('room 9'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(inWorkOf(house, entering, meeting(jonas.publicId), async (work) => { await meetAt('room 9')(work); throw refuse('not-found') })).rejects.toMatchObject({ code: 'not-found' })
  expect([await placeOf(jonas.id), await whoTheyAre(house)]).toEqual([before, nobody])
})

test('it notes that somebody was here, also when they are refused, and keeps nobody else of the same sign-in waiting', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const { id, hash } = await signInOf('Kai')
  const superuser = await connectedAs('superuser')
  const sawLast = async () => (await superuser.query<{ seen_at: string }>('select seen_at from sign_ins where id = $1', [id])).rows[0]!.seen_at
  await superuser.query(`update sign_ins set seen_at = seen_at - interval '5 minutes' where id = $1`, [id])
  const before = await sawLast()
  const refused = inWorkOf(house, { signIn: hash, about: jonas.publicId }, meeting(jonas.publicId), async () => {
    await superuser.query('select from sign_ins where id = $1 for update nowait', [id])
    throw refuse('not-found')
  })
  await expect(refused).rejects.toMatchObject({ code: 'not-found' })
  expect(await sawLast() > before).toBe(true)
  await superuser.end()
})
