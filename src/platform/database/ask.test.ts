import { expect, test, vi } from 'vitest'
import { testHouse } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { ask, endTurn } from './ask.ts'
import type { Client } from './connect.ts'

/** On a connection of the application, in a transaction that ends without a trace. */
async function inTransaction<T>(run: (client: Client) => Promise<T>): Promise<T> {
  const client = await (await testHouse()).house.pool.connect()
  try {
    await ask(client, { text: 'begin' })
    return await run(client)
  } finally {
    endTurn(client)
    await client.query('rollback').then(() => client.release(), (lost: Error) => client.release(lost))
  }
}

const number = (n: number) => ({ text: 'select $1::int as n', values: [n], name: 'a-number' })
const fails = { text: 'select 1 / $1::int as n', values: [0], name: 'a-division' }
const settled = async (asked: Promise<unknown>[]) => (await Promise.allSettled(asked)).map((one) => one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code)

test('it answers each question of a turn in its order, kept or not, with what a column means', async () => {
  const answers = await inTransaction((client) => Promise.all([ask(client, number(1)), ask(client, { text: `select true as yes, 2::bigint as much, '2026-11-23'::date as day, '2026-11-23 10:00+01'::timestamptz as at, null as nothing, '{1,2}'::int[] as list, '{"a":[1]}'::jsonb as held` }),
    ask(client, number(3)), ask(client, { text: 'select from generate_series(1, 4)' })]))
  expect(answers).toEqual([{ rows: [{ n: 1 }], count: 1 }, { rows: [{ yes: true, much: 2, day: '2026-11-23', at: '2026-11-23T09:00:00.000Z', nothing: null, list: [1, 2], held: { a: [1] } }], count: 1 },
    { rows: [{ n: 3 }], count: 1 }, { rows: [{}, {}, {}, {}], count: 4 }])
})

test('it gives the database every value as it is, also in lists', async () => {
  const odd = [`O'Neill`, 'a "quoted" \\ back, {slash}', 'null', '', '  ', 'ü 漢 👍🏽', 'line\nbreak\ttab']
  const asked = await inTransaction(async (client) => (await ask<Record<string, unknown>>(client, {
    text: 'select $1::text as text, $2::text[] as texts, $3::int[] as numbers, $4::bytea as bytes, $5::jsonb as held, $6::boolean as yes, $7::text as nothing, $8::timestamptz as at, $9::text[] as none, $10::float8 as part, $11::int[] as nested',
    values: [odd[1], [...odd, null], [1, -2, 3], Buffer.from([0, 255, 92]), { a: [`it's`, null, 1.5] }, false, null, new Date('2026-11-23T09:00:00Z'), [], 0.1, [[1, 2], [3, 4]]] })).rows[0])
  expect(asked).toEqual({ text: odd[1], texts: [...odd, null], numbers: [1, -2, 3], bytes: Buffer.from([0, 255, 92]), held: { a: [`it's`, null, 1.5] }, yes: false, nothing: null, at: '2026-11-23T09:00:00.000Z', none: [], part: 0.1, nested: [[1, 2], [3, 4]] })
})

test('it says what failed, that the rest was not asked, and asks again what it was about to keep', async () => {
  const client = await (await testHouse()).house.pool.connect()
  const kept = { text: 'select $1::int + 1 as n', values: [1], name: 'asked-after-a-fault' }
  const turn = () => settled([ask(client, { text: 'begin' }), ask(client, number(1)), ask(client, fails), ask(client, kept)])
  expect((await turn()).slice(1)).toEqual([{ rows: [{ n: 1 }], count: 1 }, '22012', '25P02'])
  expect(await settled([ask(client, kept)])).toEqual(['25P02'])
  await client.query('rollback')
  expect(await settled([ask(client, kept), ask(client, number(5)), ask(client, { ...fails, values: [1] })])).toEqual([{ rows: [{ n: 2 }], count: 1 }, { rows: [{ n: 5 }], count: 1 }, { rows: [{ n: 1 }], count: 1 }])
  client.release()
})

test('it fails a value that cannot be sent by itself, and no other question', async () => {
  const round: { me?: unknown } = {}
  round.me = round
  const answers = await inTransaction((client) => Promise.allSettled([ask(client, { text: 'select $1::jsonb as held', values: [round] }), ask(client, number(2))]))
  expect(answers).toMatchObject([{ status: 'rejected', reason: { message: expect.stringContaining('circular') as string } }, { status: 'fulfilled', value: { rows: [{ n: 2 }] } }])
})

test('it fails everything that is under way when the connection is lost, and leaves the next one whole', async () => {
  const { house } = await testHouse()
  const client = await house.pool.connect()
  const { rows: [me] } = await ask<{ pid: number }>(client, { text: 'select pg_backend_pid() as pid' })
  const waiting = settled([ask(client, { text: 'select pg_sleep(30)' }), ask(client, number(1))])
  const later = new Promise((done) => { setImmediate(() => { done(settled([ask(client, number(2))])) }) })
  await expect.poll(async () => (await (await asSuperuser()).query('select from pg_stat_activity where pid = $1 and wait_event = $2', [me!.pid, 'PgSleep'])).rowCount).toBe(1)
  await (await asSuperuser()).query('select pg_terminate_backend($1)', [me!.pid])
  expect((await waiting)[0]).toBe('57P01')
  expect(await waiting).not.toContainEqual({ rows: [{ n: 1 }], count: 1 })
  expect(await later).not.toContainEqual({ rows: [{ n: 2 }], count: 1 })
  client.release(new Error('lost'))
  expect(await inTransaction((next) => ask(next, number(3)))).toEqual({ rows: [{ n: 3 }], count: 1 })
})

test('it gives all answers of a turn at once, so that what each of them leads to is one turn again', async () => {
  await inTransaction(async (client) => {
    const sent = vi.spyOn(client, 'query')
    const led = [1, 2, 3].map(async (n) => (await ask<{ n: number }>(client, number((await ask<{ n: number }>(client, number(n))).rows[0]!.n + 10))).rows[0]!.n)
    expect(await Promise.all(led)).toEqual([11, 12, 13])
    expect(sent).toHaveBeenCalledTimes(2)
    sent.mockRestore()
  })
})

test('it sends what was asked before the turn ends when told to, and many do not mix', async () => {
  await inTransaction(async (client) => {
    const first = ask(client, number(1))
    endTurn(client)
    const rest = Array.from({ length: 500 }, (_, n) => ask<{ n: number }>(client, n % 7 === 0 ? { text: `select ${n} as n` } : number(n)))
    expect(await first).toEqual({ rows: [{ n: 1 }], count: 1 })
    expect((await Promise.all(rest)).map(({ rows }) => rows[0]!.n)).toEqual(rest.map((_, n) => n))
  })
})
