import type { Client } from './database/connect.ts'
import { inOnePiece } from './database/kysely-over.ts'
import type { House, LogLine } from './open-work.ts'
import { together } from './together.ts'

type Waiting = { line: Omit<LogLine, 'id'>, written: () => void, failed: (fault: unknown) => void }

/** The lines of one process that wait to be written, and the ids already fetched for them. */
type Gathering = { waiting: Waiting[], isWriting: boolean, ids: { next: number, left: number } }

/**
 * Writes the line of somebody who only looked, together with those of others who look at the same time: while one statement is on its way to
 * the disk the next lines gather. Whoever waits here has read and got nothing yet; if the line cannot be written, this throws and they get nothing.
 */
export function writeGathered(house: House, line: Omit<LogLine, 'id'>): Promise<void> {
  const gathering = gatheringOf(house)
  return new Promise((written, failed) => {
    gathering.waiting.push({ line, written, failed })
    if (gathering.isWriting) return
    gathering.isWriting = true
    // Those who finish in the same turn come along.
    setImmediate(() => { void writeOn(house, gathering) })
  })
}

const gatherings = new WeakMap<House, Gathering>()
const mostAtOnce = 64

function gatheringOf(house: House): Gathering {
  const found = gatherings.get(house) ?? { waiting: [], isWriting: false, ids: { next: 0, left: 0 } }
  gatherings.set(house, found)
  return found
}

async function writeOn(house: House, gathering: Gathering): Promise<void> {
  while (gathering.waiting.length > 0) await writeAll(house, gathering, gathering.waiting.splice(0, mostAtOnce))
  gathering.isWriting = false
}

/** One line that the database refuses takes nobody else's with it. After a lost connection nobody knows what was written: all of them fail. */
async function writeAll(house: House, gathering: Gathering, batch: Waiting[]): Promise<void> {
  try {
    await writeAtOnce(house, gathering, batch)
    for (const { written } of batch) written()
  } catch (fault) {
    if (batch.length === 1 || !isRefusedLine(fault)) for (const { failed } of batch) failed(fault)
    else for (const one of batch) await writeAll(house, gathering, [one])
  }
}

async function writeAtOnce(house: House, gathering: Gathering, batch: Waiting[]): Promise<void> {
  const client = await house.pool.connect()
  let broken: Error | undefined
  try {
    const asMachine = `begin; set local role ${client.escapeIdentifier(`${house.rolePrefix}_machine`)}`
    if (gathering.ids.left < batch.length) gathering.ids = await newIds(client, asMachine)
    const lines = batch.map(({ line }, place) => ({ ...line, id: gathering.ids.next + place }))
    Object.assign(gathering.ids, { next: gathering.ids.next + batch.length, left: gathering.ids.left - batch.length })
    inOnePiece(client)
    await together([client.query(`${asMachine}; ${asScribe}`), client.query({ name: 'lines', ...house.lineStatement(lines) }), client.query('commit')])
  } catch (fault) {
    broken = await client.query('rollback').then(() => undefined, (lost: Error) => lost)
    throw fault
  } finally {
    client.release(broken)
  }
}

/** The machine actor that writes other people's lines and nothing else. */
const asScribe = `select set_config('app.actor_kind', 'machine', true), set_config('app.actor', '0', true), set_config('app.actor_name', 'scribe', true), set_config('app.shape', 'machine', true)`

async function newIds(client: Client, asMachine: string): Promise<Gathering['ids']> {
  const answers: unknown = await client.query(`${asMachine}; select nextval('ids')::int as id; commit`)
  const next = (answers as { rows: { id: number }[] }[])[2]?.rows[0]?.id
  if (next === undefined) throw new Error('The database gave no ids.')
  return { next, left: 64 }
}

/** What is wrong with a value or forbidden by a constraint or policy: told by the database, with nothing written. */
function isRefusedLine(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^(22|23|42)/.test(fault.code)
}
