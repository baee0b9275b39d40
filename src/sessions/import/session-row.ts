import { createHash } from 'node:crypto'
import { millisecondsOf, type Instant } from '../../platform/day.ts'
import type { Choice, Importer } from '../../platform/import/importer.ts'
import type { Cause } from '../session.ts'
import { readSessionRow, type Known } from './read-session-row.ts'
import { sessionFields, type Way } from './session-fields.ts'

/** One session out of a file. `outcomeAsSent` is the word of the older system, kept beside the cause that a person said it means. */
export type SessionRow = {
  participantId: number, authorId: number, startsAt: Instant, minutes: number, state: 'held' | 'missed' | 'called-off', cause: Cause | null, outcomeAsSent: string,
  way: Way | null, place: string, done: string, note: string,
}

/** Person and moment, and the print of the whole row: little, because it is kept for every row of a file. */
export type SessionPrint = string

/** What sessions mean in a file. Whom the numbers and names mean is known to the service alone. */
export function sessionImporter(known: Known, workers: Choice[]): Importer<SessionRow, SessionPrint> {
  const fields = sessionFields(workers)
  return {
    kind: 'sessions', fields, hidesUnchosen: true,
    read: (raw, context) => readSessionRow(raw, context, { fields, known }),
    printOf: (row) => `${slotOf(row)} ${printOf(row)}`,
    keysOf: (row) => [printOf(row)],
    marksOf: (print) => [print.split(' ')[0]!],
    compare(earlier, later) {
      if (earlier === later) return 'same'
      return earlier.split(' ')[0] === later.split(' ')[0] ? 'differs' : 'other'
    },
  }
}

/** Nobody is in two sessions at once: two rows of one person at one time are one session, or one of them is wrong. */
function slotOf({ participantId, startsAt }: SessionRow): string {
  return `${participantId}@${millisecondsOf(startsAt) / 60_000}`
}

/** The name under which a row is known again. From a print nobody can read what was noted. */
export function printOf(row: SessionRow): string {
  const { participantId, authorId, startsAt, minutes, state, cause, way, place, done, note } = row
  return createHash('sha256').update(JSON.stringify([participantId, authorId, startsAt, minutes, state, cause, way, place, done, note])).digest('base64url').slice(0, 24)
}
