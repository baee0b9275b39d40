import { expect, test } from 'vitest'
import { colleagueId, testMoment } from '../testing/index.ts'
import { aBarePerson } from '../testing/scopes.ts'
import { asSuperuser, put } from '../testing/superuser.ts'

// No clock is asked: the database counts which of its own functions it called, and how often.
const asked = ['participants', 'identity_names', 'identity_particulars', 'legal_statuses', 'releases', 'agreements', 'sessions', 'mentor_notes', 'plans', 'consents', 'assignments', 'access_needs']

test.each(['Mia', 'Kai', 'Petra', 'Hedda', 'Ivo', 'Otto'] as const)('it takes the same steps for %s about somebody else\'s person as about nobody', async (first) => {
  const stranger = await aBarePerson()
  await put('identity_names', { participant_id: stranger.id, name: 'Jonas Lind' })
  const actor = await colleagueId(first)
  const about = await steps(actor, stranger.publicId)
  expect(about.get('people_for')).toBeGreaterThan(asked.length)
  expect(about).toEqual(await steps(actor, 'nobody0000000000'))
})

/** How often each function was called while every table was asked about one person. */
async function steps(actor: number, about: string): Promise<Map<string, number>> {
  const superuser = await asSuperuser()
  await superuser.query(`set track_functions = 'all'`)
  await superuser.query('begin')
  const before = await calls()
  await superuser.query('set local role waymark_test_casework')
  await superuser.query('select open_work($1, $2, $3, $4, $5, $6, $7)', ['colleague', actor, 'test', 'casework', testMoment, about, ''])
  for (const table of asked) expect((await superuser.query(`select from ${table}`)).rows).toHaveLength(0)
  await superuser.query('reset role')
  const after = await calls()
  await superuser.query('rollback')
  return new Map([...after].map(([name, times]) => [name, times - (before.get(name) ?? 0)]))
}

async function calls(): Promise<Map<string, number>> {
  const { rows } = await (await asSuperuser()).query<{ name: string, calls: number }>(
    'select funcname as name, sum(calls)::int as calls from pg_stat_xact_user_functions group by funcname order by funcname')
  return new Map(rows.map((row) => [row.name, row.calls]))
}
