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
    pair('figures', 'sessions by month and programme', json, of('head'), () => '/api/figures/sessions'),
    pair('page', 'the person\'s page', 0.4, of('facilitator'), ({ publicId }) => `/people/${publicId}`),
    pair('plan', 'a plan\'s page', 0.4, of('facilitator'), ({ publicId, plan }) => `/people/${publicId}/plans/${plan}`),
  ]
}

function pair(operation: Operation, says: string, aim: number, workers: readonly Worker[], path: (person: Person) => string): Measured {
  const atLimit = (person: Person) => `/${operation}/${['open', 'page', 'plan'].includes(operation) ? person.publicId : ''}?${operation === 'plan' ? `plan=${person.plan}` : path(person).split('?')[1] ?? ''}`
  return { operation, says, aim, ours: turns(workers, (person, cookie) => ({ method: 'GET', path: path(person), cookie })), limit: turns(workers, (person, cookie) => ({ method: 'GET', path: atLimit(person), cookie })) }
}

/** Each session of a person at a minute of its own, from the day before yesterday backwards, never a full hour, where the generated ones are; at the limit in the afternoon. */
function recording(workers: readonly Worker[], aim: number): Measured {
  const said = { minutes: 60, place: 'room 1', state: 'held', done: 'Talked about the week and the first letter home. '.repeat(3).trim(), note: 'He came on time and stayed to the end. '.repeat(15).trim() }
  const to = (hour: string, path: (person: Person) => string) => turns(workers, (person, cookie, time) => {
    const on = new Date(Date.now() - (2 + Math.floor(time / 59)) * 86_400_000).toISOString().slice(0, 10)
    return { method: 'POST', path: path(person), cookie, body: JSON.stringify({ ...said, on, time: `${hour}:${String(1 + time % 59).padStart(2, '0')}` }) }
  })
  return { operation: 'record', says: 'record a session', aim, ours: to('10', ({ publicId }) => `/api/people/${publicId}/sessions`), limit: to('17', ({ publicId }) => `/record/${publicId}`) }
}

type Person = Worker['people'][number]

const nobody: Person = { publicId: '', name: '', plan: '' }

/** Each worker in turn, and with each round the next of their people; `time` counts how often it was this person's turn already. */
function turns(workers: readonly Worker[], asking: (person: Person, cookie: string, time: number) => Asking): () => Asking {
  let turn = 0
  return () => {
    const worker = workers[turn % workers.length]!
    const [round, people] = [Math.floor(turn / workers.length), Math.max(worker.people.length, 1)]
    turn += 1
    return asking(worker.people[round % people] ?? nobody, worker.cookie, Math.floor(round / people))
  }
}

function lastOf(name: string): string {
  return encodeURIComponent(name.split(' ').at(-1) ?? '')
}
