import { ask } from './database/ask.ts'
import type { Client } from './database/connect.ts'
import { commit, type House, type LogLine } from './open-work.ts'
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
    if (gathering.ids.left < batch.length) gathering.ids = await newIds(house, client)
    const lines = batch.map(({ line }, place) => ({ ...line, id: gathering.ids.next + place }))
    Object.assign(gathering.ids, { next: gathering.ids.next + batch.length, left: gathering.ids.left - batch.length })
    await together([...enterAsScribe(house, client), ask(client, { name: 'lines', ...house.lineStatement(lines) }), ask(client, commit)])
  } catch (fault) {
    broken = await client.query('rollback').then(() => undefined, (lost: Error) => lost)
    throw fault
  } finally {
    client.release(broken)
  }
}

/** As the machine actor that writes other people's lines and nothing else. */
function enterAsScribe({ rolePrefix }: House, client: Client): [Promise<unknown>, Promise<unknown>] {
  return [ask(client, { text: 'begin', name: 'begin' }), ask(client, { name: 'scribe', text: scribe, values: [`${rolePrefix}_machine`] })]
}

const scribe = `select set_config('role', $1, true), set_config('app.actor_kind', 'machine', true), set_config('app.actor', '0', true), set_config('app.actor_name', 'scribe', true), set_config('app.shape', 'machine', true)`

async function newIds(house: House, client: Client): Promise<Gathering['ids']> {
  const [,, { rows: [found] }] = await together([...enterAsScribe(house, client), ask<{ id: number }>(client, { name: 'ids', text: `select nextval('ids')::int as id` }), ask(client, commit)])
  if (found === undefined) throw new Error('The database gave no ids.')
  return { next: found.id, left: 64 }
}

/** What is wrong with a value or forbidden by a constraint or policy: told by the database, with nothing written. */
function isRefusedLine(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^(22|23|42)/.test(fault.code)
}
