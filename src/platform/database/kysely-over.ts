import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Driver } from 'kysely'
import type { Tables } from '../../../database/tables.ts'
import type { Client } from './connect.ts'
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
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(asking),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

type Compiled = { sql: string, parameters: readonly unknown[] }
type Answer = { rows: object[], numAffectedRows: bigint }

function driverOver(asking: Asking): Driver {
  const ask = asking.looksOnly ? askedOnce(asking) : (compiled: Compiled) => answerTo(asking, compiled)
  const connection: DatabaseConnection = {
    async executeQuery<Row>(compiled: Compiled) {
      if (asking.isOver()) throw new Error('This piece of work has ended; its connection is somebody else\'s by now.')
      const { rows, numAffectedRows } = await ask(compiled)
      return { rows: rows as Row[], numAffectedRows }
    },
    streamQuery() { throw new Error('Rows are read whole or by page, never streamed out of a transaction.') },
  }
  const inOneTransaction = async () => { throw new Error('The platform opened this transaction; there is no other inside it.') }
  return {
    init: async () => {}, acquireConnection: async () => connection, releaseConnection: async () => {}, destroy: async () => {},
    beginTransaction: inOneTransaction, commitTransaction: inOneTransaction, rollbackTransaction: inOneTransaction,
  }
}

/** Several rooms ask the same of one person. The list is each one's own, to sort as they like. Bytes are not kept: who reads a long file in pieces would hold it whole. */
function askedOnce(asking: Asking): (compiled: Compiled) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return async (compiled) => {
    const question = `${compiled.sql} ${JSON.stringify(compiled.parameters)}`
    const answer = answers.get(question) ?? answerTo(asking, compiled)
    answers.set(question, answer)
    const { rows, numAffectedRows } = await answer
    if (rows[0] && Object.values(rows[0]).some((value) => Buffer.isBuffer(value))) answers.delete(question)
    return { rows: [...rows], numAffectedRows }
  }
}

async function answerTo({ client, shape, saw }: Asking, { sql, parameters }: Compiled): Promise<Answer> {
  const name = statementName(shape, sql)
  inOnePiece(client)
  const result = await client.query<object>({ text: sql, values: [...parameters], ...(name !== undefined && { name }) })
  noteParticipants(result.rows, saw)
  return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
}

/**
 * What is asked in the same turn goes to the server in one piece: writing to the socket is what asking costs most. Rights that are asked for in this turn
 * are gathered until its end and asked right after it; they come along.
 */
export function inOnePiece(client: Client): void {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void, uncork(): void, writableCorked: number } } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => queueMicrotask(() => process.nextTick(() => stream.uncork())))
}

function noteParticipants(rows: object[], saw: (participantId: number) => void): void {
  const first = rows[0]
  if (!first || !('participant_id' in first)) return
  for (const row of rows) {
    if ('participant_id' in row && typeof row.participant_id === 'number') saw(row.participant_id)
  }
}
