import { type CompiledQuery, DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type ConnectionProvider, type Dialect, type Driver, type KyselyProps, type RootOperationNode } from 'kysely'
import type { Tables } from '../../../database/tables.ts'
import { ask, type Answer } from './ask.ts'
import type { Client } from './connect.ts'
import { inWords } from './known-words.ts'
import { statementName } from './statement-names.ts'

/** The transaction that questions are asked in. */
export type Asking = {
  client: Client
  shape: string
  /** Nothing is written in it: the same question has the same answer until its end, and is asked once. */
  looksOnly: boolean
  /** It has ended, and its connection may be somebody else's by now. */
  isOver: () => boolean
  saw: (participantId: number) => void
}

/**
 * The query builder over one connection that is already inside its transaction. Every row that names a participant is
 * noted for the log as it passes, so that no list can forget to say whose records it showed.
 */
export function kyselyOver(asking: Asking): Kysely<Tables> {
  const answer = asking.looksOnly ? askedOnce(asking) : (compiled: Compiled) => answerTo(asking, compiled)
  const executor = Object.assign(new DefaultQueryExecutor(compiler, adapter, noOtherConnection), {
    compileQuery: (node: RootOperationNode, queryId: CompiledQuery['queryId']) => inWords(compiler, node, queryId),
    async executeQuery<Row>(compiled: Compiled) {
      if (asking.isOver()) throw new Error('This piece of work has ended; its connection is somebody else\'s by now.')
      const { rows, count } = await answer(compiled)
      return { rows: rows as Row[], numAffectedRows: BigInt(count) }
    },
  })
  return new Kysely<Tables>({ ...props, executor })
}

type Compiled = { sql: string, parameters: readonly unknown[] }

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

/** The builder's own way to a connection leads nowhere: the platform opened the one there is, and its transaction. */
const noOtherConnection: ConnectionProvider = { provideConnection: () => Promise.reject(refused()) }
const noDriver: Driver = {
  init: () => Promise.resolve(), destroy: () => Promise.resolve(), releaseConnection: () => Promise.resolve(),
  acquireConnection: () => Promise.reject(refused()), beginTransaction: () => Promise.reject(refused()), commitTransaction: () => Promise.reject(refused()), rollbackTransaction: () => Promise.reject(refused()),
}
const dialect: Dialect = { createAdapter: () => adapter, createDriver: () => noDriver, createQueryCompiler: () => compiler, createIntrospector: (db) => new PostgresIntrospector(db) }
const props: Omit<KyselyProps, 'executor'> = { config: { dialect }, dialect, driver: noDriver as KyselyProps['driver'] }

function refused(): Error {
  return new Error('The platform opened this transaction; there is no other inside it, and rows are read whole or by page.')
}

/**
 * Several rooms ask the same of one person. The list is each one's own, to sort as they like. Neither bytes nor what came in answer to a long question is kept:
 * who reads a long file in pieces, or asks about hundreds of its rows at a time, would hold it whole.
 */
function askedOnce(asking: Asking): (compiled: Compiled) => Promise<Answer<object>> {
  const answers = new Map<string, { parameters: readonly unknown[], answer: Promise<Answer<object>> }[]>()
  return async (compiled) => {
    if (isLong(compiled)) return answerTo(asking, compiled)
    const same = answers.get(compiled.sql) ?? []
    const found = same.find(({ parameters }) => areSame(parameters, compiled.parameters)) ?? { parameters: compiled.parameters, answer: answerTo(asking, compiled) }
    if (!same.includes(found)) answers.set(compiled.sql, [...same, found])
    const { rows, count } = await found.answer
    if (rows[0] && Object.values(rows[0]).some((value) => Buffer.isBuffer(value))) answers.delete(compiled.sql)
    return { rows: [...rows], count }
  }
}

/** What rooms ask of one person twice is shorter. */
function isLong({ parameters }: Compiled): boolean {
  return parameters.length > 100 || parameters.some((one) => typeof one === 'string' && one.length > 4000)
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, place) => Object.is(one, others[place]) || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(others[place])))
}

async function answerTo({ client, shape, saw }: Asking, { sql, parameters }: Compiled): Promise<Answer<object>> {
  try {
    const answer = await ask(client, { text: sql, values: parameters, name: statementName(shape, sql) })
    noteParticipants(answer.rows, saw)
    return answer
  } catch (fault) {
    // Where it was asked, not where the answer was read.
    if (fault instanceof Error) Error.captureStackTrace(fault)
    throw fault
  }
}

function noteParticipants(rows: object[], saw: (participantId: number) => void): void {
  const first = rows[0]
  if (!first || !('participant_id' in first)) return
  for (const row of rows) {
    if ('participant_id' in row && typeof row.participant_id === 'number') saw(row.participant_id)
  }
}
