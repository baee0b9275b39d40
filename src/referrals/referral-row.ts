import type { Day } from '../platform/day.ts'
import type { Importer } from '../platform/import/importer.ts'
import { usualProgrammes, usualSources, usualStatuses } from './rows/choices.ts'
import { referralFields, type ReferralLists } from './rows/fields.ts'
import type { LanguagesRead } from '../participants/index.ts'
import type { NameRead } from './rows/read-name.ts'
import type { NeedRead } from './rows/read-needs.ts'
import { readReferralRow } from './rows/read-referral-row.ts'
import { compareReferrals, keysOf, marksOf, printOf, type ReferralPrint } from './rows/twins.ts'

/** What the person said when they were told about the referral. Only "yes" is a yes. */
export type Answer = 'yes' | 'no' | 'not-now' | 'not-asked'

/** A word of a list, as it was sent, and which value it means. Without a value it stays as written. */
export type Listed = { asSent: string, is: string | null }

/** One referral out of a file. Whatever could not be read is empty here and still stands in `asSent`, by heading. */
export type ReferralRow = {
  number: string | null,
  name: NameRead | null,
  born: Day | null,
  place: string | null,
  status: Listed | null,
  referredOn: Day,
  by: Listed | null,
  why: string | null,
  answer: Answer,
  programme: Listed | null,
  releaseOn: Day | null,
  languages: LanguagesRead,
  needs: NeedRead[],
  asSent: Record<string, string>,
}

/**
 * Only somebody who said yes may be worked with. The others arrive all the same, so that they can be told, asked, or
 * erased on their clock; a referral is nothing that the person has agreed to.
 */
export function arrivesActive({ answer }: ReferralRow): boolean {
  return answer === 'yes'
}

/** What referrals mean in a file. The lists are the service's own; what is left out is what services usually write. */
export function referralImporter(own: Partial<ReferralLists> = {}): Importer<ReferralRow, ReferralPrint> {
  const lists = { sources: usualSources, statuses: usualStatuses, programmes: usualProgrammes, ...own }
  const fields = referralFields(lists)
  return {
    kind: 'referrals',
    fields,
    read: (raw, context) => readReferralRow(raw, context, fields),
    printOf,
    keysOf,
    marksOf,
    compare: compareReferrals,
  }
}

