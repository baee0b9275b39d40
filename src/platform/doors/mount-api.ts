import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { inWork, type House, type Opening } from '../open-work.ts'
import { inWorkOf } from '../enter-work.ts'
import { inReading, inReadingOf } from '../read-work.ts'
import { noteRefusedLook } from './refused-look.ts'
import { refuse, refuseFields } from '../refusals.ts'
import { together } from '../together.ts'
import type { Actor, Work } from '../work.ts'
import { reading, readerOf } from '../words/index.ts'
import type { Schema } from './door.ts'
import { answerBefore, fingerprint, rememberAnswer } from './answered-before.ts'
import type { ApiDoor } from './api-doors.ts'
import { problemAnswer, problemSchema } from './problem-answer.ts'
import { problemsIn } from './problems.ts'
import { readForm } from './read-form.ts'
import { objectsNamed } from './objects-named.ts'
import { evenIfTwoAtOnce, oneAfterTheOther } from './two-at-once.ts'
import { isFromHere } from './same-site.ts'
import { queryOf, readText } from './read-body.ts'
import { namesIn } from './address.ts'
import { writable } from './writable.ts'
import type { Ports } from './answer-with.tsx'

const most = 1_000_000

type Passing = { house: House, ports: Ports, door: ApiDoor }

/** Hangs the JSON doors of all rooms under /api, and describes them. */
export function mountApi(house: House, ports: Ports, doors: readonly ApiDoor[]): OpenAPIHono {
  const api = new OpenAPIHono()
  for (const door of doors) {
    api.openAPIRegistry.registerPath(described(door))
    api.on(door.method, `/api${door.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, (c) => passDoor(c, { house, ports, door }))
  }
  // Whoever calls a program's address that is not there is a program, too.
  api.all('/api/*', (c) => reading(readerOf('en', ports.timeZone), () => problemAnswer(c, refuse('not-found'), ports)))
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  return api
}

/** The whole interface as OpenAPI 3.1. */
export function apiDescription(api: OpenAPIHono, version: string) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0', info: { title: 'Waymark', version, license: { name: 'EUPL-1.2' } }, security: [{ token: [] }],
  })
}

async function passDoor(c: Context, passing: Passing): Promise<Response> {
  const who: { actor?: Actor } = {}
  try {
    namesIn(c)
    const signIn = passing.ports.signInOf(c)
    if (signIn !== undefined) return await answeredAtOnce(c, passing, signIn, who)
    const actor = await passing.ports.whoIs(c)
    if (!actor) throw refuse('sign-in-first')
    who.actor = actor
    mustPass(passing.door, actor)
    if (!actor.tokenId) mustBeFromHere(c, passing)
    return await answered(c, passing, actor)
  } catch (fault) {
    if (who.actor) await noteRefusedLook(passing.house, c, openingOf(c, passing.door, who.actor), fault)
    return reading(readerOf('en', passing.ports.timeZone), () => problemAnswer(c, fault, passing.ports))
  }
}

function mustPass(door: ApiDoor, actor: Actor): void {
  if (!(door.for ?? ['casework']).includes(actor.shape)) throw refuse('not-found')
}

function mustBeFromHere(c: Context, { ports, door }: Passing): void {
  if (door.method === 'post' && !isFromHere(c.req.raw, ports.baseUrl)) throw refuse('other-site')
}

/**
 * Who it is, the answer, and its line in the log, in as few trips to the database as can be. What was sent is here before a connection is taken, so that
 * no slow sender keeps one; what is wrong with it is said only to whoever may send something.
 */
async function answeredAtOnce(c: Context, passing: Passing, signIn: string, who: { actor?: Actor }): Promise<Response> {
  const { house, door } = passing
  const sent = await readJson(c, door).then((json) => ({ json }), (fault: unknown) => ({ fault }))
  const openingFor = (actor: Actor) => {
    who.actor = actor
    mustPass(door, actor)
    mustBeFromHere(c, passing)
    if ('fault' in sent) throw sent.fault
    return openingOf(c, door, actor)
  }
  const inIt = door.method === 'get' ? inReadingOf : inWorkOf
  const done = await evenIfTwoAtOnce(() => inIt(house, { signIn, about: door.about && c.req.param(door.about) }, openingFor, (work) => said(work, () => once(c, work, door, 'json' in sent ? sent.json : undefined))))
  if (!done) throw refuse('sign-in-first')
  return answerOf(c, door, done.result)
}

async function answered(c: Context, { house, door }: Passing, actor: Actor): Promise<Response> {
  const sent = await readJson(c, door)
  const work = door.method === 'get' ? inReading : inWork
  return answerOf(c, door, await evenIfTwoAtOnce(() => work(house, openingOf(c, door, actor), (opened) => said(opened, () => once(c, opened, door, sent)))))
}

function answerOf(c: Context, door: ApiDoor, answer: unknown): Response {
  return c.json(answer as object, door.method === 'post' ? 201 : 200)
}

function openingOf(c: Context, door: ApiDoor, actor: Actor): Opening {
  return {
    actor, does: door.does, shows: door.shows, purpose: door.purpose ?? actor.shape, door: `${door.method.toUpperCase()} /api${door.path}`,
    about: door.about ? c.req.param(door.about) ?? '' : undefined, objects: objectsNamed(c, door),
  }
}

/** Sentences are said in the caller's language and the service's time zone. */
function said<T>(work: Work, run: () => Promise<T>): Promise<T> {
  return Promise.resolve(reading(readerOf(work.actor.language, work.timeZone), run))
}

/** A call with a key that was used before gets the first answer; the same key with another body is refused. */
async function once(c: Context, work: Work, door: ApiDoor, sent: unknown): Promise<unknown> {
  const run = async () => door.gives.parse(await door.answer(work, { ...inputOf(c, door, sent), ...c.req.param() } as never))
  if (door.method === 'get') return run()
  const key = c.req.header('idempotency-key')
  if (!key) return inTurn(work, run)
  const print = fingerprint([c.req.path, sent])
  const before = await answerBefore(work, { key: key.slice(0, 200), door: door.path, print })
  if (before && before.print !== print) throw refuse('key-used-otherwise')
  if (before) return before.answer
  const answer = await inTurn(work, run)
  await rememberAnswer(work, key.slice(0, 200), answer)
  return answer
}

/** The lock goes to the database in one piece with the first question of the verb, and before it: a trip of its own it does not cost. */
async function inTurn<T>(work: Work, run: () => Promise<T>): Promise<T> {
  const [, answer] = await together([oneAfterTheOther(work), run()])
  return answer
}

function inputOf(c: Context, door: ApiDoor, sent: unknown): object {
  if (!door.takes) return {}
  const result = takenBy(door, door.takes).safeParse(door.method === 'post' ? sent : readForm(door.takes, queryOf(c)), { reportInput: true })
  if (!result.success) throw refuseFields(problemsIn(door.takes, result.error.issues))
  return result.data
}

/** A body may hold nothing that the door does not take. Such a schema is made once: making one costs more than reading with it. */
function takenBy(door: ApiDoor, takes: Schema): Schema {
  if (door.method === 'get') return takes
  const made = strictly.get(takes) ?? takes.strict()
  strictly.set(takes, made)
  return made
}

const strictly = new WeakMap<Schema, Schema>()

async function readJson(c: Context, door: ApiDoor): Promise<unknown> {
  if (door.method === 'get') return undefined
  if (!(c.req.header('content-type') ?? '').startsWith('application/json')) throw refuse('not-json')
  const text = await readText(c, most)
  try {
    // What a database cannot hold comes into a JSON text by its number alone.
    return JSON.parse(text, text.includes('\\u') ? (_, value: unknown) => typeof value === 'string' ? writable(value) : value : undefined)
  } catch {
    throw refuse('not-json') // the caller is told; what was sent is not worth a line in our own log
  }
}

function described(door: ApiDoor): ReturnType<typeof createRoute> {
  const names = [...door.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)
  const params = names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}
  const takes = !door.takes ? {} : door.method === 'get' ? { query: door.takes } : { body: { required: true, content: { 'application/json': { schema: door.takes } } } }
  const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })
  return createRoute({
    method: door.method, path: `/api${door.path}`, summary: door.summary, tags: [door.shows], operationId: newOperationId(door), request: { ...params, ...takes },
    responses: {
      [door.method === 'post' ? 201 : 200]: { description: door.summary, content: { 'application/json': { schema: door.gives } } },
      401: problem('Nobody is signed in.'), 404: problem('There is no such thing, or it is not yours to see.'),
      409: problem('The state of things does not allow it.'), 422: problem('Fields have to be mended.'),
    },
  })
}

function newOperationId(door: ApiDoor): string {
  return `${door.method}${door.path.replaceAll(/[{}]/g, '').replaceAll(/\/([a-zA-Z-])/g, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '')}`
}
