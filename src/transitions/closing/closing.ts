import type { Day, Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** What the person says of a version, having read it. None has a consequence. `not-reached`: it could not be read with them, and the words say why. */
export const ownAnswers = ['agrees', 'objects', 'no-word'] as const
export const answers = [...ownAnswers, 'not-reached'] as const
export type ClosingAnswer = (typeof answers)[number]

export type Answered = { answer: ClosingAnswer, words: string, byPerson: boolean, recordedBy: string | null, at: Instant }
export type Signed = { as: 'facilitator' | 'coordinator', name: string, at: Instant }

export type UnitGiven = { name: string, sessions: number }
export type Seen = { level: number, says: string }
export type GoalSeen = { title: string, byWorker: Seen | null, byPerson: Seen | null }
export type Promised = { purpose: string, signedOn: Day, reviews: number, endedOn: Day | null }
export type GoingOn = { name: string, fromOn: Day, everyWeeks: number, meetings: number }

/** What is known when a plan has ended, before anybody writes a sentence. */
export type Known = { held: number, minutes: number, units: UnitGiven[], goals: GoalSeen[], agreements: Promised[], meetings: GoingOn | null, places: string[], follower: string | null }

/** One version of a report. A part that the reader may not read is not there: each belongs to a record with readers of its own. */
export type Closing = {
  id: number, publicId: string, planId: number, number: number, writtenById: number, writtenBy: string, writtenAt: Instant
  said: { programme: string, after: string, places: string, follows: string }
  meetings: GoingOn | null, places: string[], follower: string | null
  dose?: { held: number, minutes: number, said: string }
  units?: { said: string, plain: string, given: UnitGiven[] }
  goals?: { said: string, seen: GoalSeen[] }
  agreements?: { said: string, promised: Promised[] }
  answers: Answered[], signatures: Signed[]
}

export function signatureAs({ signatures }: Pick<Closing, 'signatures'>, as: Signed['as']): Signed | undefined {
  return signatures.find((one) => one.as === as)
}

/** A report is signed once it was read with the person, or it is said why it could not be: by whoever wrote it, and only its last version. Refuses in words. */
export function checkSigning(report: Closing, latest: Closing, actorId: number): void {
  checkLatest(report, latest)
  if (report.writtenById !== actorId) throw refuse('closing-not-yours-to-sign')
  if (signatureAs(report, 'facilitator')) throw refuse('closing-signed-already')
  if (report.answers.length === 0) throw refuse('closing-not-read')
}

/** The coordinator has seen what was signed. */
export function checkSighting(report: Closing, latest: Closing): void {
  checkLatest(report, latest)
  if (!signatureAs(report, 'facilitator')) throw refuse('closing-not-signed')
  if (signatureAs(report, 'coordinator')) throw refuse('closing-seen-already')
}

/** An objection without words would stand in nobody's way and help nobody; only a colleague can say that somebody was not reached. */
export function checkAnswer({ answer, words }: { answer: ClosingAnswer, words: string }, by: 'person' | 'colleague'): void {
  if (by === 'person' && answer === 'not-reached') throw refuse('closing-answer-not-yours')
  if ((answer === 'objects' || answer === 'not-reached') && words === '') throw refuse('closing-answer-needs-words')
}

export function checkLatest(report: Closing, latest: Closing): void {
  if (report.number !== latest.number) throw refuse('closing-newer-version')
}
