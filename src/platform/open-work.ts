import { createHmac, randomBytes } from 'node:crypto'
import type { Pool, Client } from './database/connect.ts'
import { ask, forgetTurn } from './database/ask.ts'
import { kyselyOver } from './database/kysely-over.ts'
import { isStale } from './database/statement-names.ts'
import type { Day, Instant } from './day.ts'
import { askLastly, whatFailed } from './lastly.ts'
import { refuse } from './refusals.ts'
import { together } from './together.ts'
import type { Actor, Operation, Work } from './work.ts'

/** What a line of the access log says; `src/audit` writes it. Never contents. `at` is real time, also in a demonstration. */
export type LogLine = {
  id: number
  at: Instant
  actor: Actor
  operation: Operation
  record: string
  participantIds: number[]
  /** Public ids of the things that the address named, and of those made meanwhile. */
  objectIds: string[]
  purpose: string
  recipient?: string
  door: string
  requestId: string
  /** In which roles, as the database gave them when the work was opened; without them the writing transaction is the actor's own and asks. */
  acting?: readonly string[]
}

/** Port: the SQL statement that writes lines, and its values; its text is the same each time. `app` hands in the one of `audit`. */
export type LineStatement = (lines: readonly LogLine[]) => { text: string, values: unknown[] }

/** What every piece of work of one process shares. Made once at start, by `app`. */
export type House = {
  pool: Pool
  /** Signed in as the evaluators' own database role, which can enter no shape; nothing where the service has not connected it. */
  evaluation?: Pool | undefined
  /** The beginning of the names of the database roles: 'waymark' for waymark_casework. */
  rolePrefix: string
  lineStatement: LineStatement
  clock: () => Instant
  ids: IdBlock
  /** The key that ties a form to a sign-in. */
  formSecret: Buffer
}

export type Opening = {
  actor: Actor
  does: Operation
  shows: string
  purpose: string
  /** The method and address pattern of the door, or the name of the job. */
  door: string
  /** The public id of the participant that this work is about. */
  about?: string | undefined
  /** Public ids of other things that the address names. */
  objects?: string[]
  requestId?: string
}

/** Ids already fetched from the sequence, which counts in blocks of 64. */
export type IdBlock = { next: number, left: number }

/**
 * Opens one transaction as one actor, runs the work, writes its line in the log and commits; only then is there an answer.
 * Whatever is thrown on the way, the line included, leaves the database as it was.
 */
export async function inWork<T>(house: House, opening: Opening, run: (work: Work) => Promise<T>): Promise<T> {
  const done = await write(house, poolFor(house, opening.actor.shape), async (client, seen) => ({ opening, ...await begin(house, client, { opening, seen }) }), run)
  return done!.result
}

/** The transaction of work that may write, however it is begun; undefined where nothing was begun. Called here and by enter-work.ts. */
export async function write<T>(house: House, pool: Pool, beginAs: (client: Client, seen: Seen) => Promise<Begun | undefined>, run: (work: Work) => Promise<T>): Promise<{ result: T } | undefined> {
  const client = await pool.connect()
  const seen = newSeen()
  let broken: Error | undefined
  try {
    const begun = await beginAs(client, seen)
    const done = begun && { result: await run(begun.work) }
    seen.isOver = true
    if (begun) await commitWithLine(house, client, { ...lineOf(house, { opening: begun.opening, seen }), id: await nextId(house.ids, client) }, seen.lastly)
    else await ask(client, { text: 'rollback' })
    return done
  } catch (fault) {
    seen.isOver = true
    broken = await rollBack(client, fault)
    throw await whatFailed(fault, seen.lastly)
  } finally {
    client.release(broken)
  }
}

/** One trip: should the line fail, or what was written lastly, the server does not come to the commit. */
async function commitWithLine(house: House, client: Client, line: LogLine, lastly: readonly Promise<unknown>[]): Promise<void> {
  await together([...lastly, ask(client, { name: `line ${line.actor.shape}`, ...house.lineStatement([line]) }), ask(client, commit)])
}

function poolFor(house: House, shape: Actor['shape']): Pool {
  if (shape !== 'evaluator') return house.pool
  if (!house.evaluation) throw refuse('evaluation-not-connected')
  return house.evaluation
}

/** The end of a transaction that is kept. */
export const commit = { text: 'commit', name: 'commit' }

/** What a piece of work has come upon so far; its line tells it. `isOver`: its transaction is about to end, and nothing more is asked in it. */
export type Seen = { participantIds: Set<number>, objectIds: Set<string>, record: string | undefined, recipient: string | undefined, isOver: boolean, /** What was asked to be written at the end. */ lastly: Promise<unknown>[] }
/** What the database answers when a work is opened. */
export type Opened = { about_id: number, moment_text: Instant, today_text: Day, zone: string, acting: string[] }
/** Work that was opened, and as what. */
export type Begun = { opening: Opening, work: Work }
export type Doing = { opening: Opening, seen: Seen }

export function newSeen(): Seen {
  return { participantIds: new Set(), objectIds: new Set(), record: undefined, recipient: undefined, isOver: false, lastly: [] }
}

/** One trip to the database: the transaction, the shape, the actor, the focus. */
export async function begin(house: House, client: Client, { opening, seen }: Doing, how: '' | 'read only' = ''): Promise<{ work: Work, acting: string[] }> {
  const { actor } = opening
  const quote = (text: string) => client.escapeLiteral(text)
  const answers: unknown = await client.query(`begin ${how}; set local role ${client.escapeIdentifier(`${house.rolePrefix}_${actor.shape}`)};
    select * from open_work(${quote(actor.kind)}, ${Number(actor.id)}, ${quote(actor.name)}, ${quote(actor.shape)}, ${quote(house.clock())},
      ${quote(opening.about ?? '')}, ${quote(actor.allows?.join(',') ?? '')})`)
  const opened = openedBy(answers)
  return { work: makeWork(house, client, { opening, seen, opened, looksOnly: how !== '' }), acting: opened.acting }
}

/** The third of the three answers holds the one row of open_work. */
function openedBy(answers: unknown): Opened {
  const results = answers as { rows: Opened[] }[]
  const opened = results[2]?.rows[0]
  if (!opened) throw new Error('The database did not open the work.')
  return opened
}

/** Called here and by enter-work.ts, with what the database answered, and nowhere else. */
export function makeWork(house: House, client: Client, { opening, seen, opened, looksOnly }: Doing & { opened: Opened, looksOnly: boolean }): Work {
  if (opened.about_id > 0) seen.participantIds.add(opened.about_id)
  for (const publicId of opening.objects ?? []) seen.objectIds.add(publicId)
  const saw = (...ids: number[]) => { for (const id of ids) if (id > 0) seen.participantIds.add(id) }
  const work: Omit<Work, Brand> = {
    actor: opening.actor, purpose: opening.purpose,
    now: opened.moment_text, today: opened.today_text, timeZone: opened.zone, about: opened.about_id,
    db: kyselyOver({ client, shape: opening.actor.shape, looksOnly, isOver: () => seen.isOver, saw }),
    looksOnly,
    get formToken() { return formTokenOf(house, opening.actor) },
    newId: () => nextId(house.ids, client),
    newPublicId: () => {
      const publicId = newPublicId()
      seen.objectIds.add(publicId)
      return publicId
    },
    saw,
    names: (...publicIds) => { for (const publicId of publicIds) seen.objectIds.add(publicId) },
    shows: (record) => { seen.record = record },
    discloses: (recipient) => { seen.recipient = recipient },
    lastly: (writes, orElse = (fault) => fault) => {
      if (looksOnly || seen.isOver) throw new Error('What only looks, and what is over, writes nothing.')
      seen.lastly.push(askLastly(client, { shape: opening.actor.shape, writes, orElse }))
    },
  }
  return work as Work
}

type Brand = Extract<keyof Work, symbol>

/** Ties a form to the sign-in that asked for it, so that another site cannot send it. */
export function formTokenOf(house: House, actor: Pick<Actor, 'kind' | 'id' | 'signInId'>): string {
  return createHmac('sha256', house.formSecret).update(`${actor.kind} ${actor.id} ${actor.signInId ?? 0}`).digest('base64url')
}

/** What the log will say of this piece of work. */
export function lineOf(house: House, { opening, seen }: Doing): Omit<LogLine, 'id'> {
  return {
    at: house.clock(), actor: opening.actor, operation: seen.recipient ? 'disclose' : opening.does, record: seen.record ?? opening.shows,
    participantIds: [...seen.participantIds], objectIds: [...seen.objectIds], purpose: opening.purpose, door: opening.door, requestId: opening.requestId ?? newPublicId(),
    ...(seen.recipient ? { recipient: seen.recipient } : {}),
  }
}

/** Leaves the database as it was. Gives what is wrong with the connection, if it is of no more use: the pool throws it away. */
export async function rollBack(client: Client, because: unknown): Promise<Error | undefined> {
  try {
    // A message of its own: the server passes over what comes after a failed question in the same one.
    forgetTurn(client)
    await client.query('rollback')
    return because instanceof Error && isStale(because) ? because : undefined
  } catch (fault) {
    return fault instanceof Error ? fault : new Error('The connection was lost.')
  }
}

async function nextId(block: IdBlock, client: Client): Promise<number> {
  if (block.left === 0) {
    const { rows } = await ask<{ id: number }>(client, { name: 'ids', text: `select nextval('ids')::int as id` })
    if (block.left === 0) Object.assign(block, { next: rows[0]?.id ?? 1, left: 64 })
  }
  block.left -= 1
  return block.next++
}

/** 16 letters and digits, 80 bits of chance: cannot be guessed and says nothing. */
export function newPublicId(): string {
  let made = ''
  for (const byte of chance(16)) made += letters[byte % 32]
  return made
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const drawn = { bytes: Buffer.alloc(0), used: 0 }

/** Bytes of chance, fetched some hundred ids at a time and each given once. */
function chance(count: number): Buffer {
  if (drawn.used + count > drawn.bytes.length) Object.assign(drawn, { bytes: randomBytes(4096), used: 0 })
  drawn.used += count
  return drawn.bytes.subarray(drawn.used - count, drawn.used)
}
