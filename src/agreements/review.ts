import { refuse, refuseFields } from '../platform/refusals.ts'
import type { Clause, ClauseOutcome, NextStep, Outcome } from './agreement.ts'
import { t } from './words.ts'

/** What was said of one clause, by its place in the version. `carry`: it goes on into the next version. */
export type Said = { place: number, outcome: Outcome, reason?: string | undefined, carry?: boolean | undefined }

/** Every clause is spoken of, once. */
export function outcomesOf(clauses: Clause[], said: Said[]): ClauseOutcome[] {
  const missing = clauses.findIndex(({ place }) => said.filter((one) => one.place === place).length !== 1)
  if (missing >= 0 || said.length !== clauses.length) throw refuse('agreement-clause-left-out', {}, `outcomes.${Math.max(missing, 0)}.outcome`)
  reasonsGiven(said)
  return clauses.map((clause) => {
    const { outcome, reason = '' } = said.find(({ place }) => place === clause.place)!
    return { clauseId: clause.id, outcome, reason }
  })
}

/** The words of the next version: the clauses carried on, then the new ones. Nothing where the agreement goes on or ends. */
export function carriedOn(clauses: Clause[], said: Said[], next: NextStep, added: string[]): string[] {
  const dropped = said.find(({ outcome }) => outcome === 'dropped')
  if (next === 'goes-on' && dropped) throw refuse('agreement-dropped-stays', {}, 'next')
  if (next !== 'new-version') return []
  const carried = said.filter(({ carry, outcome }) => carry && outcome !== 'dropped').map(({ place }) => place)
  const texts = [...clauses.filter(({ place }) => carried.includes(place)).map(({ text }) => text), ...added]
  if (texts.length === 0) throw refuse('agreement-nothing-carried', {}, 'next')
  return texts
}

function reasonsGiven(said: Said[]): void {
  const silent = said.flatMap(({ outcome, reason }, at) => needsReason(outcome) && !reason ? [at] : [])
  if (silent.length === 0) return
  throw refuseFields(silent.map((at) => ({ field: `outcomes.${at}.reason`, sentence: t('agreement.refused.reason', { place: said[at]!.place }) })))
}

/** A clause not carried out, or dropped, is a thing to understand: without the reason the next version repeats it. */
export function needsReason(outcome: Outcome): boolean {
  return outcome === 'not' || outcome === 'dropped'
}
