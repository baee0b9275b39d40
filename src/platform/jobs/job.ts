import type { House } from '../open-work.ts'
import type { Actor, Operation, Work } from '../work.ts'

/** A piece of work that nobody waits for: a verb of a room, run as the caretaker with policies of its own. Its payload is ids and nothing else. */
export type Job = {
  /** Named by its room and what it does: 'platform-forget-expired'. */
  name: string
  does: Operation
  /** The record of access.yaml that it touches; 'nothing' for the house's own affairs. */
  shows: string
  /** By itself, beside being enqueued. The work has to bear being done twice. */
  every?: 'hour' | 'day'
  /** Also when the process starts, without ids: what another one left unfinished, or an older version did not reckon. */
  atStart?: boolean
  run: (work: Work, ids: number[]) => Promise<void>
}

/** For what takes longer than one transaction should: it opens its own works, and has to bear being begun twice at once. */
export type LongJob = Omit<Job, 'run'> & {
  over: (house: House, ids: number[]) => Promise<void>
}

/** The machine actor that does what is due: clears away what has expired, makes the coming months of the log. */
export function caretaker(): Actor {
  return { kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' }
}
