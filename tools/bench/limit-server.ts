// The bare limit: node:http, one connection pool, one hand-written statement for each operation, under the same policies and with the same
// durable line in the log for each request. It knows its sign-ins by heart, and nothing of pages, refusals or languages.
import { createServer, type IncomingMessage } from 'node:http'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { connectionOf } from './place.ts'
import { limitPage, limitPlan } from './limit-page.ts'
import { statements, type Operation } from './limit-statements.ts'

type Actor = { id: number, name: string, shape: string, roles: string[] }

const [dataDir = '', port = '0', listed = '[]'] = process.argv.slice(2)
const actors = new Map(JSON.parse(listed) as [string, Actor][])
const pool = new pg.Pool({ ...connectionOf(dataDir, 'web'), max: 24 })
const does: Record<Operation, string> = { open: 'consult', caseload: 'consult', mine: 'consult', register: 'consult', due: 'consult', record: 'collect', figures: 'consult', page: 'consult', plan: 'consult' }
const ids = { next: 0, left: 0 }

createServer((request, response) => {
  answer(request).then(({ text, type }) => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }, (fault: unknown) => {
    response.writeHead(500)
    response.end(fault instanceof Error ? fault.message : '')
  })
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))

type Answered = { answer: string, people: number[] }

async function answer(request: IncomingMessage): Promise<{ text: string, type: string }> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://limit')
  const [, name = '', about = ''] = pathname.split('/')
  const operation = name as Operation
  const actor = actors.get(request.headers.cookie ?? '')
  if (!actor) throw new Error('Nobody is signed in.')
  const sent = request.method === 'POST' ? await bodyOf(request) : {}
  const client = await pool.connect()
  try {
    const found = await worked(client, { operation, actor, about, asked: searchParams, sent })
    const drawn = operation === 'page' ? limitPage(JSON.parse(found.answer) as never) : operation === 'plan' ? limitPlan(JSON.parse(found.answer) as never) : undefined
    return drawn === undefined ? { text: found.answer, type: 'application/json' } : { text: drawn, type: 'text/html; charset=utf-8' }
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

type Doing = { operation: Operation, actor: Actor, about: string, asked: URLSearchParams, sent: Record<string, string> }

/** Three trips: open, ask, write the line and commit. */
async function worked(client: pg.PoolClient, { operation, actor, about, asked, sent }: Doing): Promise<Answered> {
  const quote = (text: string) => client.escapeLiteral(text)
  const now = new Date().toISOString()
  await client.query(`begin; set local role waymark_${actor.shape};
    select open_work('colleague', ${actor.id}, ${quote(actor.name)}, '${actor.shape}', '${now}', ${quote(about)}, '')`)
  const { rows } = await client.query<Answered>({ name: operation, text: statements[operation], values: await valuesOf(client, operation, asked, sent) })
  const found = rows[0]
  if (!found) throw new Error('Not found.')
  await client.query(`insert into access_log (id, at, actor_kind, actor_id, actor_name, actor_roles, shape, operation, record, participant_ids, object_ids, purpose, door, request_id)
    values (${await nextId(client)}, '${now}', 'colleague', ${actor.id}, ${quote(actor.name)}, (select acting_roles()), '${actor.shape}', '${does[operation]}', 'limit', '{${found.people.join(',')}}', '{}', '${actor.shape}', '${operation}', '${publicId()}'); commit`)
  return found
}

async function valuesOf(client: pg.PoolClient, operation: Operation, asked: URLSearchParams, sent: Record<string, string>): Promise<unknown[]> {
  if (operation === 'record') return [await nextId(client), publicId(), await nextId(client), publicId(), 1, 'noted', `${sent['on']}T${sent['time']}:00Z`, sent['done'], sent['note']]
  if (operation === 'plan') return [asked.get('plan') ?? '']
  return operation === 'mine' || operation === 'register' ? [asked.get('words') ?? ''] : []
}

/** Ids in blocks of 64, as the sequence counts; asked inside the transaction, whose role may. */
async function nextId(client: pg.PoolClient): Promise<number> {
  if (ids.left === 0) {
    const { rows } = await client.query<{ id: number }>(`select nextval('ids')::int as id`)
    Object.assign(ids, { next: rows[0]?.id ?? 0, left: 64 })
  }
  ids.left -= 1
  return ids.next++
}

function publicId(): string {
  return randomBytes(8).toString('hex')
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = ''
  for await (const piece of request as AsyncIterable<Buffer>) text += piece.toString()
  return JSON.parse(text) as Record<string, string>
}
