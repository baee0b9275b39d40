import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { signedOn } from './agreement.ts'
import { agreementsAfter } from './agreements.queries.ts'
import type { Purpose } from './agreement.ts'
import { t } from './words.ts'

export type PromisedAgreement = { purpose: string, signedOn: Day, reviews: number, endedOn: Day | null }

/** The agreements of the person that everybody signed, the earliest first: since when, how often they were looked at again, until when. What was only proposed bound nobody. */
export async function agreementsPromised(work: Work): Promise<PromisedAgreement[]> {
  const agreements = (await agreementsAfter(work, undefined, 100)).toReversed()
  return agreements.flatMap(({ purpose, versions, reviews, ended }) => {
    const first = versions.flatMap((version) => signedOn(version) ?? [])[0]
    return first === undefined ? [] : [{ purpose, signedOn: first, reviews: reviews.length, endedOn: ended?.on ?? null }]
  })
}

export function purposeSaid(purpose: string): string {
  return t(`agreement.purpose.${purpose as Purpose}`)
}
