import { addDays, daysBetween, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** What somebody asks for: that something is looked at again, that a wrong is answered, or to see what is written about them. */
export const kinds = ['objection', 'complaint', 'file'] as const
/** What it is about. A wish to see the file is about the file. */
export const subjects = ['decision', 'record', 'worker', 'shared', 'other'] as const
/** What came of it. "Elsewhere": answered outside this system, and the words say how. */
export const outcomes = ['agreed', 'partly', 'not-agreed', 'given', 'elsewhere'] as const

export type Kind = (typeof kinds)[number]
export type Subject = (typeof subjects)[number] | 'file'
export type Outcome = (typeof outcomes)[number]

export type Answer = { outcome: Outcome, words: string, on: Day, by: string }
export type TakenBack = { words: string, on: Day }
export type Forwarded = { to: string, at: Instant, why: string }

export type Complaint = {
  id: number
  publicId: string
  participantId: number
  number: string
  kind: Kind
  subject: Subject
  words: string
  /** How the answer reaches them, as they said it. */
  reach: string
  raisedOn: Day
  answerBy: Day
  way: 'own-page' | 'told'
  answer?: Answer
  takenBack?: TakenBack
  forwarded?: Forwarded
}

export type Standing = 'open' | 'overdue' | 'answered' | 'taken-back'

/** Within how many days a service answers, and what says so. `source` is null where no rule is known to name a number. */
export type Term = { kind: Kind, days: number, source: string | null }

/**
 * The house's own numbers. European Prison Rules 70 and 99, LED 12 and 14 ask for an answer, in plain words and free of charge; none of them, as the sources
 * of this house have them, names a number of days. So these are a promise of the service until its lawyer writes down what the law of the country says.
 */
export const ownTerms: Record<Kind, number> = { objection: 30, complaint: 30, file: 30 }

export function standingOf({ answer, takenBack, answerBy }: Pick<Complaint, 'answer' | 'takenBack' | 'answerBy'>, today: Day): Standing {
  if (takenBack) return 'taken-back'
  if (answer) return 'answered'
  return answerBy < today ? 'overdue' : 'open'
}

/** Days left until an answer is due; negative when it is late. */
export function daysLeft({ answerBy }: Pick<Complaint, 'answerBy'>, today: Day): number {
  return daysBetween(today, answerBy)
}

export function answerByFrom(raisedOn: Day, { days }: Pick<Term, 'days'>): Day {
  return addDays(raisedOn, days)
}

/** The days of each kind: the service's own where it has written them down, else the house's. */
export function termsFrom(written: readonly { kind: string, days: number, source: string }[]): Term[] {
  return kinds.map((kind) => {
    const own = written.find((one) => one.kind === kind)
    return own ? { kind, days: own.days, source: own.source } : { kind, days: ownTerms[kind], source: null }
  })
}

/** Whatever is done with a complaint is done while it is open, late or not. */
export function mustBeOpen(complaint: Complaint): void {
  if (complaint.takenBack) throw refuse('complaint-taken-back')
  if (complaint.answer) throw refuse('complaint-answered')
}

/** A file is given, or given elsewhere; nobody agrees or disagrees with a wish to read it. Declining needs its own words: "not agreed" with the reason. */
export function outcomesFor(kind: Kind): readonly Outcome[] {
  return kind === 'file' ? ['given', 'elsewhere', 'not-agreed'] : ['agreed', 'partly', 'not-agreed', 'elsewhere']
}

/** The latest due first among the late ones, then by the day of the answer. */
export function byUrgency(one: Complaint, other: Complaint): number {
  return one.answerBy.localeCompare(other.answerBy)
}

/** Said aloud or copied by hand: eight letters and digits in two groups, from a random name. It counts nothing. */
export function numberFrom(random: string): string {
  return `${random.slice(0, 4)}-${random.slice(4, 8)}`.toUpperCase()
}
