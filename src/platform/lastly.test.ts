import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aParticipant, colleague, testHouse } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { inWork, newPublicId } from './open-work.ts'
import { inReading } from './read-work.ts'
import { refuse } from './refusals.ts'
import { rowInSameWords } from './row-in-same-words.ts'
import type { Work } from './work.ts'

/** Amira, about somebody she works with; `requestId` finds the line of it. */
async function working<T>(run: (work: Work) => Promise<T>, how = inWork) {
  const jonas = await aParticipant({ team: ['Amira', 'Kai'] })
  await put('consents', { id: await freshId(), public_id: newPublicId(), participant_id: jonas.id, purpose: 'programme', answer: 'yes', notice_version: '1', language: 'en', way: 'spoken', answered_on: '2026-11-20', recorded_by: (await colleague('Kai')).id, recorded_at: '2026-11-20T09:00:00Z' })
  const [{ house }, actor, requestId] = [await testHouse(), await colleague('Amira'), newPublicId()]
  const result = how(house, { actor, does: 'collect', shows: 'session_attendance', purpose: 'casework', door: 'POST /lastly', about: jonas.publicId, requestId }, run)
  const left = async () => {
    const { rows: [counted] } = await (await asSuperuser()).query<{ sessions: number, lines: number }>('select (select count(*)::int from sessions where participant_id = $1) as sessions, (select count(*)::int from access_log where request_id = $2) as lines', [jonas.id, requestId])
    return counted
  }
  return { result, left }
}

const meeting = async (work: Work, more: { minutes?: number } = {}) => rowInSameWords(work, 'sessions', {
  id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, plan_id: null, author_id: work.actor.id, starts_at: work.now, minutes: 60, place: 'B2', state: 'held', recorded_at: work.now, ...more })
const countIn = (work: Work) => work.db.selectFrom('sessions').select('participant_id').where('participant_id', '=', work.about).execute()

test('it writes with the line and the commit, or before whatever is asked next', async () => {
  const atTheEnd = await working(async (work) => { work.lastly([await meeting(work)]) })
  await atTheEnd.result
  expect(await atTheEnd.left()).toEqual({ sessions: 1, lines: 1 })
  const asked = await working(async (work) => {
    work.lastly([await meeting(work)])
    return (await countIn(work)).length
  })
  expect(await asked.result).toBe(1)
})

test('it leaves nothing behind where such a write fails, and says it in the verb\'s own words, also where something else was asked meanwhile', async () => {
  for (const meanwhile of [() => Promise.resolve(), countIn]) {
    const { result, left } = await working(async (work) => {
      work.lastly([await meeting(work, { minutes: -1 }), await meeting(work)], () => refuse('session-same-minute'))
      await meanwhile(work)
    })
    await expect(result).rejects.toMatchObject({ code: 'session-same-minute' })
    expect(await left()).toEqual({ sessions: 0, lines: 0 })
  }
})

test('it leaves nothing behind where the work is refused after it', async () => {
  const { result, left } = await working(async (work) => {
    work.lastly([await meeting(work)])
    throw refuse('not-found')
  })
  await expect(result).rejects.toMatchObject({ code: 'not-found' })
  expect(await left()).toEqual({ sessions: 0, lines: 0 })
})

test('it keeps nothing, and says what cannot be sent at the verb\'s own line', async () => {
  const circle: { self?: unknown } = {}
  circle.self = circle
  const { result, left } = await working(async (work) => {
    const good = await meeting(work)
    expect(() => work.lastly([good, { ...good, parameters: [circle] }])).toThrow('circular')
    throw refuse('not-found')
  })
  await expect(result).rejects.toMatchObject({ code: 'not-found' })
  expect(await left()).toEqual({ sessions: 0, lines: 0 })
})

test('it tells the fault of another question as it is, and not in the words for its own rows', async () => {
  const { result, left } = await working(async (work) => {
    const broken = sql`select 1 / 0`.execute(work.db)
    work.lastly([await meeting(work)], () => refuse('session-same-minute'))
    await broken
  })
  await expect(result).rejects.toMatchObject({ code: '22012' })
  expect(await left()).toEqual({ sessions: 0, lines: 0 })
})

test('it writes nothing in what only looks, nor for what is over', async () => {
  const { result } = await working((work) => Promise.resolve(work.lastly([])), inReading)
  await expect(result).rejects.toThrow('only looks')
  const over = await working((work) => Promise.resolve(work))
  const work = await over.result
  expect(() => work.lastly([])).toThrow('over')
})

test('it takes no row that leaves a value open, and keeps nobody\'s values with its words', async () => {
  const { result } = await working(async (work) => {
    expect(() => rowInSameWords(work, 'wing_notices', { id: 1, until_at: undefined } as never)).toThrow('until_at')
    const [first, second] = [await meeting(work), await meeting(work, { minutes: 45 })]
    expect(second.sql).toBe(first.sql)
    expect(JSON.stringify(second.query)).not.toContain(String(first.parameters[1]))
  })
  await result
})
