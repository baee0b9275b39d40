import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { become } from '../../database/testing/index.ts'
import { alsoFacilitators, aSessionToCode, offerCoding, type SessionToCode } from '../../database/testing/a-coded-session.ts'
import type { First } from '../../database/seeds/cast.ts'
import type { Work } from '../platform/work.ts'
import { lockCodes } from './coding.verbs.ts'

beforeAll(offerCoding)
beforeAll(() => alsoFacilitators('Ulla', 'Hedda'))

const asked = ['social-relations', 'coping', 'identity', 'action-orientation']
const lock = (first: First, { session, about }: SessionToCode) => become(first, (work) => lockCodes(work, session, { codes: asked.map((domain) => ({ domain, code: 'some' as const })) }), { ...about, does: 'collect' })
const run = (first: First, one: SessionToCode, what: (work: Work) => Promise<unknown>) => become(first, what, { ...one.about, does: 'alter' })
const insert = (one: SessionToCode, place: number, author: string) => (work: Work) => sql`insert into codings (id, public_id, session_id, participant_id, author_id, place, frame, frame_version, domains, codes, locked_at)
  select nextval('ids'), ${work.newPublicId()}, s.id, s.participant_id, (select id from colleagues where name = ${author}), ${place}, 'pro-integration', 1, '{coping}', '{1}', ${work.now} from sessions s where s.public_id = ${one.session}`.execute(work.db)

test('it refuses to let a coder write in another\'s name, or twice under both places', async () => {
  const one = await aSessionToCode()
  await expect(run('Amira', one, insert(one, 1, 'Ulla Brandt'))).rejects.toThrow(/row-level security/)
  await lock('Amira', one)
  await expect(run('Amira', one, insert(one, 2, 'Amira Haddad'))).rejects.toThrow(/row-level security/)
})

test('it lets nobody change or take away codes that are locked, their writer neither', async () => {
  const one = await aSessionToCode()
  await lock('Amira', one)
  await expect(run('Amira', one, (work) => sql`update codings set codes = '{2,2,2,2}'`.execute(work.db))).rejects.toThrow(/permission denied/)
  await expect(run('Amira', one, (work) => sql`delete from codings`.execute(work.db))).rejects.toThrow(/permission denied/)
})

test('it counts for a coder without saying who or what, and for others nothing', async () => {
  const one = await aSessionToCode()
  await lock('Amira', one)
  const progress = (first: First) => become(first, (work) => sql<{ coders: number }>`select p.* from coding_progress() p join sessions s on s.id = p.session_id where s.public_id = ${one.session}`.execute(work.db).then(({ rows }) => rows), one.about)
  expect(await progress('Ulla')).toEqual([{ session_id: expect.any(Number), coders: 1, latest_at: expect.anything() }])
  for (const first of ['Noor', 'Mia', 'Hedda'] as const) expect(await progress(first), first).toEqual([])
})

test('it takes a proposal from nobody but the two coders, and only after both', async () => {
  const one = await aSessionToCode({ coders: ['Ulla', 'Hedda'] })
  const propose = (first: First) => run(first, one, (work) => sql`insert into code_consensus (id, public_id, session_id, participant_id, author_id, domains, codes, reason, proposed_at)
    select nextval('ids'), ${work.newPublicId()}, s.id, s.participant_id, ${work.actor.id}, '{coping}', '{1}', 'Because.', ${work.now} from sessions s where s.public_id = ${one.session}`.execute(work.db))
  await lock('Amira', one)
  await expect(propose('Amira')).rejects.toThrow(/row-level security/)
  await lock('Ulla', one)
  await expect(propose('Hedda')).rejects.toThrow(/row-level security/)
  await propose('Amira')
  const confirm = (first: First) => become(first, (work) => sql`update code_consensus set confirmed_by = ${work.actor.id}, confirmed_at = ${work.now} where participant_id = ${one.id}`.execute(work.db), { ...one.about, does: 'alter' })
  expect((await confirm('Amira')).numAffectedRows).toBe(0n)
  expect((await confirm('Hedda')).numAffectedRows).toBe(0n)
  expect((await confirm('Ulla')).numAffectedRows).toBe(1n)
})

test('it tells a place that is free to nobody but those who code this person\'s notes', async () => {
  const one = await aSessionToCode()
  const { id } = await become('Amira', (work) => work.db.selectFrom('sessions').select(['id', 'participant_id']).where('public_id', '=', one.session).executeTakeFirstOrThrow(), one.about)
  const place = (first: First) => become(first, (work) => sql<{ place: number | null }>`select my_coding_place(${id}) as place`.execute(work.db).then(({ rows }) => rows[0]!.place))
  expect(await place('Amira')).toBe(1)
  for (const first of ['Noor', 'Mia', 'Kai', 'Hedda'] as const) expect(await place(first), first).toBeNull()
})
