import type { Asking } from './load.ts'
import type { Worker } from './people.ts'
import type { Operation } from './limit-statements.ts'

/** One thing that people do, asked of the application and of the bare limit: the same worker, the same person, the same words. */
export type Measured = { operation: Operation, says: string, aim: number, ours: () => Asking, limit: () => Asking }

/** All operations, drawing workers and people by turns, so that no two runs differ. */
export function operationsFor(workers: readonly Worker[]): Measured[] {
  const of = (role: string) => workers.filter((one) => one.role === role)
  const json = 0.77
  return [
    pair('open', 'open one person with the last 20 sessions', json, of('facilitator'), ({ publicId }) => `/api/people/${publicId}`),
    pair('caseload', 'my caseload with the next due date', json, of('facilitator'), () => '/api/caseload'),
    pair('mine', 'search among my own', json, of('facilitator'), ({ name }) => `/api/people?words=${lastOf(name)}`),
    pair('register', 'search in the register', json, of('coordinator'), ({ name }) => `/api/register?words=${lastOf(name)}`),
    recording(of('facilitator'), json),
    pair('due', 'what is due', json, of('facilitator'), () => '/api/due'),
    pair('page', 'the person\'s page', 0.4, of('facilitator'), ({ publicId }) => `/people/${publicId}`),
  ]
}

type Person = Worker['people'][number]

function pair(operation: Operation, says: string, aim: number, workers: readonly Worker[], path: (person: Person) => string): Measured {
  const atLimit = (person: Person) => `/${operation}/${['open', 'page'].includes(operation) ? person.publicId : ''}?${path(person).split('?')[1] ?? ''}`
  return { operation, says, aim, ours: turns(workers, (person, cookie) => ({ method: 'GET', path: path(person), cookie })), limit: turns(workers, (person, cookie) => ({ method: 'GET', path: atLimit(person), cookie })) }
}

/** A session of one person stands once in a minute, so each that is recorded has a minute of its own: never a full hour, where the generated ones are, and none in the future. */
function recording(workers: readonly Worker[], aim: number): Measured {
  const said = { minutes: 60, place: 'room 1', state: 'held', done: 'Talked about the week and the first letter home. '.repeat(3).trim(), note: 'He came on time and stayed to the end. '.repeat(15).trim() }
  let turn = 0
  const next = () => JSON.stringify({ ...minuteOf(turn++), ...said })
  const to = (path: (person: Person) => string) => turns(workers, (person, cookie) => ({ method: 'POST', path: path(person), cookie, body: next() }))
  return { operation: 'record', says: 'record a session', aim, ours: to(({ publicId }) => `/api/people/${publicId}/sessions`), limit: to(({ publicId }) => `/record/${publicId}`) }
}

/** Five hundred and thirty-one minutes of a working day, then the day before. */
function minuteOf(turn: number): { on: string, time: string } {
  const place = turn % 531
  const two = (number: number) => String(number).padStart(2, '0')
  return { on: new Date(Date.now() - (2 + Math.floor(turn / 531)) * 86_400_000).toISOString().slice(0, 10), time: `${two(8 + Math.floor(place / 59))}:${two(1 + place % 59)}` }
}

const nobody: Person = { publicId: '', name: '' }

/** Each worker in turn, and with each round the next of their people. */
function turns(workers: readonly Worker[], asking: (person: Person, cookie: string) => Asking): () => Asking {
  let turn = 0
  return () => {
    const worker = workers[turn % workers.length]!
    const person = worker.people[Math.floor(turn / workers.length) % Math.max(worker.people.length, 1)] ?? nobody
    turn += 1
    return asking(person, worker.cookie)
  }
}

function lastOf(name: string): string {
  return encodeURIComponent(name.split(' ').at(-1) ?? '')
}
