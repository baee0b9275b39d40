import type { CompiledQuery, Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { Day, Instant } from './day.ts'
import type { Shape } from './database/role-names.ts'

export { shapes } from './database/role-names.ts'
export type { Shape }

/** Whoever acts: a colleague, a participant, or a machine actor of the house ('doorkeeper', 'caretaker', 'founder'). */
export type Actor = {
  kind: 'colleague' | 'participant' | 'machine'
  /** The colleague's or participant's id; 0 for a machine. */
  id: number
  shape: Shape
  /** For the log and the page's own header. */
  name: string
  /** Roles by appointment, today, in this shape. */
  roles: readonly string[]
  language: string
  /** A token's limit, as record:verb; nothing means the person's own rights. */
  allows?: readonly string[]
  signInId?: number
  tokenId?: number
  kiosk?: boolean
}

/** The six operations of Directive (EU) 2016/680 art. 25 that a log must tell apart. */
export const operations = ['collect', 'alter', 'consult', 'disclose', 'combine', 'erase'] as const
export type Operation = (typeof operations)[number]

declare const made: unique symbol

/**
 * The one thing passed along: who acts, why, when, and the only way to the database. Made by the platform around a request
 * or a job and by nothing else, so that a query without a person cannot be written.
 */
export type Work = {
  readonly [made]: true
  readonly actor: Actor
  readonly purpose: string
  readonly now: Instant
  readonly today: Day
  readonly timeZone: string
  readonly db: Kysely<Tables>
  /** It may not write: what was asked once has the same answer to its end. */
  readonly looksOnly: boolean
  /** The participant that this work is about; 0 when it is about none in particular, -1 when there is no such person. */
  readonly about: number
  /** For the hidden fields of a form: ties what is sent to this sign-in. */
  readonly formToken: string
  /** An id for a row not yet written. */
  newId(): Promise<number>
  /** A random name for addresses, never guessable, never a number of people. */
  newPublicId(): string
  /** Says whose records were seen or changed, where no result says it by its participant_id. */
  saw(...participantIds: number[]): void
  /** Says which things this was about, by public id, where neither the address nor a new id says it. */
  names(...publicIds: string[]): void
  /** Says that what was shown is another record than the one its door shows as a rule; the line names this one. */
  shows(record: string): void
  /**
   * Writes on which nothing more is decided: they go to the database in one message with the line of the log and the commit, or before whatever is asked next. What they fail with fails the work;
   * `orElse` says it in the verb's own words. Not for what is attempted row by row.
   */
  lastly(writes: readonly CompiledQuery<unknown>[], orElse?: (fault: unknown) => unknown): void
  /** Says to whom something was disclosed; such a line carries the recipient. */
  discloses(recipient: string): void
}
