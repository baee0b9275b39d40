import { cohenKappa, gwetAc, pairTable, percentAgreement, type Result } from '../../statistics/index.ts'
import { answers, answerTo, parts, partOf, type Answer, type Part } from './fidelity.ts'

type Rating = { session_id: number, author_id: number, facilitator_id: number, items: readonly string[], codes: readonly (number | null)[], /** The observation was taken back. */ is_withdrawn?: boolean }

/** With fewer sessions rated by both no coefficient is given: it would be about one meeting and not about rating. */
export const leastSessions = 5

export type Agreed = {
  part: Part
  sessions: number
  /** Items that both answered, over all sessions. */
  pairs: number
  /** How often the facilitator gave the row's answer, and the observer the column's. */
  counts: number[][]
  /** None below the least number of sessions. */
  coefficients: { percent: Result, kappa: Result, ac1: Result } | null
}

/** How far a facilitator and their observers agree, adherence and competence apart, over all sessions that both have rated and whose observation stands. */
export function agreementOver(ratings: readonly Rating[]): Agreed[] {
  const sessions = [...Map.groupBy(ratings, ({ session_id }) => session_id).values()].flatMap(bothOf)
  return parts.map((part) => {
    const pairs = sessions.flatMap(([own, other]) => pairsIn(part, own, other))
    const { table, n } = pairTable(pairs.map(([one]) => one), pairs.map(([, two]) => two), answers)
    return { part, sessions: sessions.length, pairs: n, counts: table, coefficients: sessions.length < leastSessions ? null : coefficientsOf(pairs) }
  })
}

function bothOf(of: Rating[]): [Rating, Rating][] {
  const [own, other] = [of.find((one) => one.author_id === one.facilitator_id), of.find((one) => one.author_id !== one.facilitator_id)]
  return own && other && !other.is_withdrawn ? [[own, other]] : []
}

function pairsIn(part: Part, own: Rating, other: Rating): [Answer, Answer][] {
  return own.items.filter((item) => partOf(item) === part).flatMap((item): [Answer, Answer][] => {
    const [one, two] = [answerTo(own, item), answerTo(other, item)]
    return one && two ? [[one, two]] : []
  })
}

function coefficientsOf(pairs: [Answer, Answer][]): Agreed['coefficients'] {
  const study = { ratings: pairs, categories: answers }
  return { percent: percentAgreement(study), kappa: cohenKappa(pairTable(pairs.map(([one]) => one), pairs.map(([, two]) => two), answers)), ac1: gwetAc(study) }
}
