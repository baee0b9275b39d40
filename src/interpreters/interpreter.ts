import type { Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** In the room, or by telephone as the next best. */
export const hows = ['in-person', 'telephone'] as const
export type How = (typeof hows)[number]

export const genders = ['woman', 'man', 'other'] as const

/** What is asked before each booking. Whoever is any of these does not interpret for this person: the person could not speak freely, or would be overheard by whom it must not reach. */
export const questions = ['isRelative', 'isPrisoner', 'isSecurity', 'isOfTheWing'] as const
export type Question = (typeof questions)[number]
export type Answers = Record<Question, 'yes' | 'no'>

const because = { isRelative: 'interpreter-relative', isPrisoner: 'interpreter-prisoner', isSecurity: 'interpreter-security', isOfTheWing: 'interpreter-of-the-wing' } as const

/** Refuses by the first yes, and says why. */
export function mustBeIndependent(answers: Partial<Answers>, name: string): void {
  const found = questions.find((question) => answers[question] === 'yes')
  if (found) throw refuse(because[found], { name }, found)
}

export type Needs = { languages: readonly string[], /** The person asks for an interpreter. */ asks: boolean }

/**
 * Whether somebody who speaks these languages needs an interpreter to meet the person. Whoever asks for one gets one, unless their first language is spoken; who
 * does not ask is asked about where no language is shared. A colleague who has not said what they speak is taken to share one.
 */
export function isNeeded({ languages, asks }: Needs, spoken: readonly string[]): boolean {
  const [own, ...others] = languages.map(baseOf)
  const mine = spoken.map(baseOf)
  if (own !== undefined && mine.includes(own)) return false
  return asks || (own !== undefined && mine.length > 0 && !others.some((one) => mine.includes(one)))
}

/** Danish is Danish, wherever it is spoken; and what has two names is one language to whoever interprets. */
export function baseOf(language: string): string {
  const base = language.toLowerCase().split('-')[0] ?? ''
  return named[base] ?? base
}

const named: Record<string, string> = { prs: 'fa', kmr: 'ku', nb: 'no', nn: 'no' }

/** What can be looked for in the directory: a language that has a code. */
export function isKnown(language: string): boolean {
  return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language)
}

export type Time = { from: Instant, until: Instant }

/** A booking holds for a session as long as the session lies within it: one that was moved needs another. */
export function covers(booking: Time, session: Time): boolean {
  return booking.from <= session.from && session.until <= booking.until
}
