// Many statements as one message to the server: each bound and executed, the whole closed by one "sync" (https://www.postgresql.org/docs/18/protocol-flow.html).
import pg from 'pg'
import { serialize } from 'pg-protocol'
import type { Answer, Question } from './ask.ts'
import { columnsOf, noColumns, rowOf, type Columns, type Described } from './columns.ts'
import type { Client } from './connect.ts'
import { sentAs } from './sent-as.ts'

export type Asked = Question & Answer<object> & { columns?: Columns | undefined, isNew?: boolean, fault?: unknown, answered: (answer: Answer<never>) => void, failed: (fault: unknown) => void }

/**
 * What the driver takes for one query and tells of each part of the answer, in order. Nobody has theirs before all are there: what is asked next is then one turn again, and
 * nobody gets the connection before the server is ready.
 */
export function inOneMessage(client: Client, turn: readonly Asked[]): pg.Query {
  const kept = keptBy(client)
  const asked: Asked[] = []
  const message = Buffer.concat([...turn.flatMap((one) => piecesOf(one, kept, asked)), serialize.sync()])
  let at = 0
  return Object.assign(Object.create(aQuery) as pg.Query, {
    submit({ stream }: { stream: NodeJS.WritableStream }) { stream.write(message) },
    handleRowDescription({ fields }: { fields: Described[] }) { asked[at]!.columns = columnsOf(client, fields) },
    handleDataRow({ fields }: { fields: (string | null)[] }) { take(asked[at]!, fields) },
    handleCommandComplete({ text }: { text: string }) {
      end(asked[at]!, text, kept)
      at += 1
    },
    handleReadyForQuery() { asked.forEach(answer) },
    handleError(fault: unknown) {
      asked.slice(0, at).forEach(answer)
      const [first, ...rest] = asked.slice(at)
      first?.failed(fault)
      for (const one of rest) one.failed(aftermath())
      for (const one of first ? [first, ...rest] : []) forget(one, kept)
    },
  })
}

/** Whatever the driver asks of a query and no message has of its own; made once. */
const aQuery = new pg.Query({ text: '' })

/** The statements that a connection keeps by name, and the columns they give; the server tells these only when asked, and is asked once. */
type Kept = { columns: Map<string, Columns | undefined>, /** Something failed as these were sent to be kept: nobody knows whether the server has them. */ unsure: Set<string> }
const keptByClient = new WeakMap<Client, Kept>()

function keptBy(client: Client): Kept {
  const found = keptByClient.get(client) ?? { columns: new Map(), unsure: new Set() }
  keptByClient.set(client, found)
  return found
}

/** A value that cannot be sent fails its own question and no other. */
function piecesOf(one: Asked, kept: Kept, asked: Asked[]): Buffer[] {
  try {
    const bound = serialize.bind({ statement: one.name ?? '', values: one.values?.map(sentAs) ?? [] })
    const parsed = one.name !== undefined && kept.columns.has(one.name) ? [] : keep(one, kept)
    one.columns = one.name === undefined ? undefined : kept.columns.get(one.name)
    asked.push(one)
    return [...parsed, bound, ...one.columns ? [] : [serialize.describe({ type: 'P' })], serialize.execute()]
  } catch (fault) {
    one.failed(fault)
    return []
  }
}

function keep(one: Asked, kept: Kept): Buffer[] {
  const { name = '', text } = one
  const anew = kept.unsure.delete(name) ? [serialize.close({ type: 'S', name })] : []
  if (one.name !== undefined) kept.columns.set(name, undefined)
  one.isNew = true
  return [...anew, serialize.parse({ name, text })]
}

function forget({ name, isNew }: Asked, kept: Kept): void {
  if (name === undefined || !isNew) return
  kept.columns.delete(name)
  kept.unsure.add(name)
}

function take(one: Asked, fields: (string | null)[]): void {
  try {
    one.rows.push(rowOf(one.columns ?? noColumns, fields))
  } catch (fault) {
    one.fault ??= fault
  }
}

/** "INSERT 0 3", "SELECT 20", "COMMIT". */
function end(one: Asked, said: string, kept: Kept): void {
  one.count = Number(/\d+$/.exec(said)?.[0] ?? 0)
  if (one.name !== undefined) kept.columns.set(one.name, one.columns ?? noColumns)
}

function answer({ rows, count, fault, answered, failed }: Asked): void {
  if (fault === undefined) answered({ rows: rows as never[], count })
  else failed(fault)
}

/** As the server says it of a question in a transaction that has failed; it does not look at what comes before the next "sync". */
export function aftermath(): Error {
  return Object.assign(new Error('What was asked before this failed.'), { code: '25P02' })
}
