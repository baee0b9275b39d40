import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** What a security officer wrote, with the day, and nothing that came after. */
export function myOfficerReferrals(work: Work) {
  return work.db.selectFrom('security_referrals').innerJoin('units', 'units.id', 'security_referrals.unit_id')
    .select(['security_referrals.public_id', 'security_referrals.receipt', 'security_referrals.about_whom', 'security_referrals.number', 'security_referrals.words', 'security_referrals.conduct_on',
      'security_referrals.other_explanation', 'security_referrals.written_on', 'security_referrals.erase_on', 'units.name as unit'])
    .where('security_referrals.author_id', '=', work.actor.id).orderBy('security_referrals.written_at', 'desc').execute()
}

type OfficerReferral = {
  public_id: string, receipt: string, unit_id: number, unit: string, about_whom: string, number: string | null, words: string, conduct_on: Day | null, other_explanation: string,
  written_on: Day, written_at: Instant, officer: string, /** The public id of the referral that the coordinator made of it. */ filtered: string | null, /** Of that referral. */ participant_id: number | null,
}

/** For the coordinator of the unit: what officers wrote, the unfiltered first. */
export async function officerReferrals(work: Work): Promise<OfficerReferral[]> {
  const { rows } = await asked(sql`order by (r.public_id is not null), s.written_at limit 200`).execute(work.db)
  return rows
}

export async function officerReferral(work: Work, publicId: string): Promise<OfficerReferral | undefined> {
  const { rows } = await asked(sql`where s.public_id = ${publicId}`).execute(work.db)
  return rows[0]
}

function asked(which: ReturnType<typeof sql>) {
  return sql<OfficerReferral>`select s.public_id, s.receipt, s.unit_id, u.name as unit, s.about_whom, s.number, s.words, s.conduct_on, s.other_explanation, s.written_on, s.written_at, c.name as officer,
    r.public_id as filtered, r.participant_id
    from security_referrals s join units u on u.id = s.unit_id join colleagues c on c.id = s.author_id left join referrals r on r.security_receipt = s.receipt ${which}`
}
