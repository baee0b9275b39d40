import { fault } from '../../platform/import/fault.ts'
import type { Stands } from '../../platform/import/dry-run.ts'
import type { Outcome } from '../../platform/import/outcomes.ts'
import type { Work } from '../../platform/work.ts'
import type { ReferralRow } from '../referral-row.ts'
import { readName } from './read-name.ts'
import { compareReferrals, printOf, printOfStanding } from './twins.ts'

type Candidate = { outcome: Outcome<ReferralRow>, /** How many of the row's keys each referral has that has any. */ shared: Map<number, number> }
type Kept = { number: string | null, name: string, born_on: string | null }

/** Which rows stand here already, by their keys. */
export async function standingByKeys(work: Work, outcomes: Outcome<ReferralRow>[]): Promise<Map<number, Stands>> {
  const candidates = candidatesAmong(outcomes, await referralsByKey(work, outcomes.flatMap(({ keys }) => keys)))
  const kept = await referralsToCompare(work, candidates.filter((one) => !hasAllKeys(one)))
  return new Map(candidates.flatMap((one) => {
    const stands = hasAllKeys(one) ? 'there' : comparedWith(one, kept)
    return stands === undefined ? [] : [[one.outcome.row, stands] as const]
  }))
}

/** The key alone is asked for, letter by letter the same: only so is its index used under row security. */
async function referralsByKey(work: Work, keys: string[]): Promise<Map<string, number[]>> {
  if (keys.length === 0) return new Map()
  const known = await work.db.selectFrom('referral_keys').select(['key', 'referral_id']).where('key', 'in', keys).execute()
  return new Map([...Map.groupBy(known, ({ key }) => key)].map(([key, of]) => [key, of.map(({ referral_id: id }) => id)]))
}

function candidatesAmong(outcomes: Outcome<ReferralRow>[], known: Map<string, number[]>): Candidate[] {
  return outcomes.flatMap((outcome) => {
    const shared = new Map<number, number>()
    for (const id of outcome.keys.flatMap((key) => known.get(key) ?? [])) shared.set(id, (shared.get(id) ?? 0) + 1)
    return shared.size === 0 ? [] : [{ outcome, shared }]
  })
}

function hasAllKeys({ outcome, shared }: Candidate): boolean {
  return [...shared.values()].includes(outcome.keys.length)
}

async function referralsToCompare(work: Work, candidates: Candidate[]): Promise<Map<number, Kept>> {
  const ids = candidates.flatMap(({ shared }) => [...shared.keys()])
  if (ids.length === 0) return new Map()
  const rows = await work.db.selectFrom('referrals').select(['id', 'number', 'name', 'born_on']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, ...kept }) => [id, kept]))
}

/** One number with two birthdays is a mistake in one of the two; one name and birthday with two numbers may be two people. Neither is passed over in silence. */
function comparedWith({ outcome, shared }: Candidate, kept: Map<number, Kept>): Stands | undefined {
  const row = outcome.becomes
  if (row === null) return undefined
  const likes = new Set([...shared.keys()].flatMap((id) => (kept.has(id) ? [likenessTo(row, kept.get(id)!)] : [])))
  if (likes.has('same') || likes.has('differs')) return 'there'
  if (likes.has('clash')) return fault({ field: 'number', column: '', text: '' }, 'referral-row.number-of-another', { number: row.number ?? '' })
  return likes.has('alike') ? { caution: fault({ field: 'name', column: '', text: '' }, 'referral-row.alike-here') } : undefined
}

function likenessTo(row: ReferralRow, { number, name, born_on: born }: Kept) {
  return compareReferrals(printOfStanding({ number, name: readName(name), born: born as ReferralRow['born'], referredOn: row.referredOn }), printOf(row))
}
