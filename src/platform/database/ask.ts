import type { Client } from './connect.ts'
import { aftermath, inOneMessage, type Asked } from './one-message.ts'

/** `name`: the connection keeps the statement, parsed and planned, for the next time. */
export type Question = { text: string, values?: readonly unknown[] | undefined, name?: string | undefined }
export type Answer<Row> = { rows: Row[], /** Of how many rows the statement told: found, written, changed or erased. */ count: number }

/**
 * The one way to put questions to a connection inside its transaction. What is asked in the same turn goes to the server as one message: the driver by
 * itself wants an answer of its own for each statement, and writing and reading cost more than asking. A fault of the database has its code; whatever was
 * asked after what failed fails, too.
 */
export function ask<Row extends object>(client: Client, question: Question): Promise<Answer<Row>> {
  const answer = askWithTheNext<Row>(client, question)
  sendSoon(client)
  return answer
}

/** The same, of no hurry: it is sent with what is asked next, and before it. */
export function askWithTheNext<Row extends object>(client: Client, question: Question): Promise<Answer<Row>> {
  return new Promise((answered, failed) => {
    turnOf(client).asked.push({ ...question, rows: [], count: 0, answered: answered as Asked['answered'], failed })
  })
}

/** Sends now what has been asked so far. */
export function endTurn(client: Client): void {
  const turn = turns.get(client)
  if (!turn) return
  turns.delete(client)
  client.query(inOneMessage(client, turn.asked))
}

/** What was asked and not yet sent is not: the transaction is not kept, and whoever still waits is told so. */
export function forgetTurn(client: Client): void {
  const asked = turns.get(client)?.asked ?? []
  turns.delete(client)
  for (const { failed } of asked) failed(aftermath())
}

type Turn = { asked: Asked[], isSoon: boolean }

const turns = new WeakMap<Client, Turn>()

function turnOf(client: Client): Turn {
  const turn = turns.get(client) ?? { asked: [], isSoon: false }
  turns.set(client, turn)
  return turn
}

/** Rights that are asked for in a turn are gathered until its end and asked right after it; they come along. */
function sendSoon(client: Client): void {
  const turn = turnOf(client)
  if (turn.isSoon) return
  turn.isSoon = true
  process.nextTick(() => queueMicrotask(() => process.nextTick(() => { if (turns.get(client) === turn) endTurn(client) })))
}
