import { fleissKappa, gwetAc, pairTable, percentAgreement, type Result } from '../../../statistics/index.ts'
import type { CodePair, Study, StudyData } from '../study.ts'

/** What a coder can say of a domain, in the order in which it is drawn: the last is that the note does not speak of it. */
export const codes = ['absent', 'some', 'clear', 'not-in-note'] as const
export type CodeSaid = (typeof codes)[number]

/** With fewer coded notes no coefficient is given; with fewer than the second it stands under a caution. */
export const leastNotes = { toSay: 10, toTrust: 30 }

export type CodersAgree = {
  domain: string
  isOutcome: boolean
  notes: number
  people: number
  /** How often the one who locked first gave the row's code, and the other the column's. */
  counts: number[][]
  /** None below the least number of notes. */
  coefficients: { percent: Result, kappa: Result, ac1: Result } | null
}

/**
 * How far two coders who did not see each other agree, domain by domain, over all coded notes of the study. Reckoned from the codes that were blind, never from what was agreed on
 * afterwards. The two are not the same two throughout, so kappa is Fleiss's; that a note does not speak of a domain is one of the four answers they could give.
 */
export function codersOf({ outcome }: Pick<Study, 'outcome'>, { pairs }: Pick<StudyData, 'pairs'>): CodersAgree[] {
  const domains = [...Map.groupBy(pairs, ({ domain }) => domain)].toSorted(([one], [other]) => one < other ? -1 : 1)
  return domains.map(([domain, of]) => ({ domain, isOutcome: domain === outcome, people: of[0]?.people ?? 0, ...agreementOf(of) }))
}

function agreementOf(pairs: CodePair[]): Pick<CodersAgree, 'notes' | 'counts' | 'coefficients'> {
  const ratings = pairs.flatMap(({ first, second, sessions }) => Array.from({ length: sessions }, () => [said(first), said(second)]))
  const study = { ratings, categories: codes }
  return {
    notes: ratings.length, counts: pairTable(ratings.map(([one]) => one!), ratings.map(([, other]) => other!), codes).table,
    coefficients: ratings.length < leastNotes.toSay ? null : { percent: percentAgreement(study), kappa: fleissKappa(study), ac1: gwetAc(study) },
  }
}

function said(code: number | null): CodeSaid {
  return code === null ? 'not-in-note' : codes[code]!
}
