import * as check from 'fast-check'
import { PostgresQueryCompiler, sql, type CompiledQuery, type RawBuilder } from 'kysely'
import { expect, test } from 'vitest'
import { inWords } from './known-words.ts'

const queryId = { queryId: 'one' } as CompiledQuery['queryId']

/** Counts how often something is put together, with what came of it. */
function counting() {
  const [compiler, counted] = [new PostgresQueryCompiler(), { times: 0 }]
  const counts = { compileQuery: (...asked: Parameters<typeof compiler.compileQuery>) => { counted.times += 1; return compiler.compileQuery(...asked) } }
  return { counted, words: (question: RawBuilder<unknown>) => inWords(counts, question.toOperationNode() as Parameters<typeof inWords>[1], queryId) }
}

test('it puts a written question together once, and gives each one its own values', () => {
  const { counted, words } = counting()
  const who = (id: number, ids: readonly number[], only: boolean) => sql`select from people where id = ${id} and ${only ? sql`unit = any (${ids})` : sql`true`}`
  for (const [id, ids] of [[1, [2]], [3, []], [4, [5, 6]]] as const) expect(words(who(id, ids, true))).toMatchObject({ sql: 'select from people where id = $1 and unit = any ($2)', parameters: [id, ids] })
  for (const id of [7, 8]) expect(words(who(id, [], false))).toMatchObject({ sql: 'select from people where id = $1 and true', parameters: [id] })
  expect(counted.times).toBe(2)
})

test('it puts together anew what holds a name or a value in its words', () => {
  const { words } = counting()
  for (const column of ['name', 'unit']) expect(words(sql`select ${sql.ref(column)}`).sql).toBe(`select "${column}"`)
  for (const value of [1, 2]) expect(words(sql`select ${sql.lit(value)}, ${value}`)).toMatchObject({ sql: `select ${value}, $1`, parameters: [value] })
  for (const text of ['a', 'b']) expect(words(sql.raw(text)).sql).toBe(text)
})

test('it says whatever is put into whatever as the builder would', () => {
  const { words } = counting()
  const compiler = new PostgresQueryCompiler()
  const two = (one: unknown, other: unknown) => sql`(${one} and ${other})`
  const { question } = check.letrec<{ question: RawBuilder<unknown>, part: unknown }>((part) => ({
    part: check.oneof({ depthSize: 'small', withCrossShrink: true }, check.integer(), check.string(), check.constant(null), part('question')),
    question: check.oneof(part('part').map((one) => sql`not ${one}`), check.tuple(part('part'), part('part')).map(([one, other]) => two(one, other)), check.constant(sql`true`), check.constant(sql.ref('name'))),
  }))
  check.assert(check.property(question, (asked) => {
    const anew = compiler.compileQuery(asked.toOperationNode() as Parameters<typeof inWords>[1], queryId)
    for (const { sql: text, parameters } of [words(asked), words(asked)]) expect({ text, parameters }).toEqual({ text: anew.sql, parameters: anew.parameters })
  }))
})
