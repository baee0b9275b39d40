import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { become } from '../../database/testing/index.ts'
import { alsoFacilitators, aSessionToCode, offerCoding } from '../../database/testing/a-coded-session.ts'
import { domainsFor, type Answer } from './coding.ts'
import { lockCodes } from './coding.verbs.ts'
import { frameOnOffer } from './frame-on-offer.ts'

beforeAll(offerCoding)
beforeAll(() => alsoFacilitators('Ulla'))

const outcomes = (programme: string) => become('Sam', async (work) =>
  (await sql<{ series: string }>`select series from evaluation_code_outcomes(${programme})`.execute(work.db)).rows.map(({ series }) => series), { shows: 'evaluation_data' })

test('an evaluator learns of a domain once three people have it, and of none about belief where the programme leaves belief alone', async () => {
  for (const [place, seen] of [[], [], ['Action orientation', 'Coping', 'Identity', 'Social relations']].entries()) {
    const one = await aSessionToCode({ programme: 'entre' })
    for (const first of ['Amira', 'Ulla'] as const) {
      expect(await outcomes('entre'), `${place} whole, ${first} still to come`).toEqual([])
      const codes = domainsFor(frameOnOffer()!, { mayAskAboutBeliefs: false }).map(({ id }) => ({ domain: id, code: 'some' as Answer }))
      await become(first, (work) => lockCodes(work, one.session, { codes }), { ...one.about, does: 'collect' })
    }
    expect(await outcomes('entre')).toEqual(seen)
  }
  expect(await outcomes('derad')).toEqual([])
})

test('nobody but an evaluator asks', async () => {
  await expect(become('Amira', (work) => sql`select * from evaluation_code_outcomes('entre')`.execute(work.db))).rejects.toThrow(/permission denied/)
  await expect(become('Kai', (work) => sql`select * from evaluation_codes`.execute(work.db))).rejects.toThrow(/permission denied/)
})
