import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { NamedRole } from './referrals.input.ts'
import type { ReferralState } from './referral.ts'

/** One referral, whole, as far as this reader may see it. */
export function findReferral(work: Work, publicId: string) {
  return work.db.selectFrom('referrals').innerJoin('units', 'units.id', 'referrals.unit_id').leftJoin('colleagues', 'colleagues.id', 'referrals.referred_by')
    .selectAll('referrals').select(['units.name as unit', 'units.public_id as unit_public_id', 'colleagues.name as referrer'])
    .where('referrals.public_id', '=', publicId).executeTakeFirst()
}

export type ReferralRow = NonNullable<Awaited<ReturnType<typeof findReferral>>>

/** The same for whoever decides it: others who would decide it too wait until this work is done. Nobody else finds it. */
export function lockReferral(work: Work, publicId: string) {
  return work.db.selectFrom('referrals').selectAll().where('public_id', '=', publicId).forUpdate().executeTakeFirst()
}

export type LockedReferral = NonNullable<Awaited<ReturnType<typeof lockReferral>>>

export type Listing = { states: readonly ReferralState[], after?: string | undefined, most: number }

/** Referrals in these states, those who wait longest first. */
export function referralsIn(work: Work, { states, after, most }: Listing) {
  return work.db.selectFrom('referrals').innerJoin('units', 'units.id', 'referrals.unit_id')
    .select(['referrals.participant_id', 'referrals.public_id', 'referrals.receipt', 'referrals.name', 'referrals.number', 'referrals.state', 'referrals.source', 'referrals.answer', 'referrals.referred_on',
      'referrals.programme', 'referrals.programme_as_sent', 'referrals.erase_on', 'units.name as unit'])
    .select((row) => row.selectFrom('referral_decisions').select('reason').whereRef('referral_id', '=', 'referrals.id').orderBy('decided_at', 'desc').orderBy('id', 'desc').limit(1).as('last_reason'))
    .where('referrals.state', 'in', [...states])
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(referrals.referred_on, referrals.id) > (select r.referred_on, r.id from referrals r where r.public_id = ${after ?? ''})`))
    .orderBy('referrals.referred_on').orderBy('referrals.id').limit(most).execute()
}

export type ListedReferral = Awaited<ReturnType<typeof referralsIn>>[number]

/** How many undecided referrals were written before a day, and the day of the earliest. */
export async function waitingSince(work: Work, before: Day): Promise<{ waiting: number, longest: Day | null }> {
  const { rows } = await sql<{ waiting: number, longest: Day | null }>`select count(*)::int as waiting, min(referred_on) as longest from referrals
    where state in ('received', 'waiting') and referred_on < ${before}`.execute(work.db)
  return rows[0] ?? { waiting: 0, longest: null }
}

type WithoutDefinition = { name: string, referrals: number, earliest: string, since: Day }

/** Programmes asked for in undecided referrals of my units that have no definition and of which nobody has said yet that they stay as written: each once, with its earliest referral. */
export async function programmesWithoutDefinition(work: Work): Promise<WithoutDefinition[]> {
  const { rows } = await sql<WithoutDefinition>`select programme_as_sent as name, count(*)::int as referrals, (array_agg(public_id order by referred_on, id))[1] as earliest, min(received_at)::date as since
    from referrals where programme is null and programme_as_sent <> '' and not programme_kept and state in ('received', 'waiting') and unit_id = any (units_for('referral', 'write'))
    group by programme_as_sent order by since, name limit 10`.execute(work.db)
  return rows
}

type ToRead = { public_id: string, name: string, since: Day, isMine: boolean }

/**
 * Undecided words about somebody vulnerable in my units that nobody has read as second yet: for me to read, unless I wrote them; and those that nobody else
 * but me could read, because I am the only coordinator there.
 */
export async function toReadSecond(work: Work): Promise<ToRead[]> {
  const { rows } = await sql<ToRead>`select r.public_id, r.name, r.received_at::date as since, others.anybody and r.recorded_by is distinct from ${work.actor.id} and r.referred_by is distinct from ${work.actor.id} as "isMine"
    from referrals r cross join lateral (select exists (select from appointments a where a.role = 'coordinator' and a.unit_id = r.unit_id and a.colleague_id <> ${work.actor.id}
      and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})) as anybody) others
    where r.ground = 'vulnerable' and r.state in ('received', 'waiting') and (r.expires_on is null or r.expires_on >= ${work.today}) and r.unit_id = any (units_for('referral', 'write'))
      and not exists (select from referral_readings g where g.referral_id = r.id and (g.reader_id <> ${work.actor.id} or others.anybody))
      and (not others.anybody or r.recorded_by is distinct from ${work.actor.id} and r.referred_by is distinct from ${work.actor.id})
    order by since, r.id limit 20`.execute(work.db)
  return rows
}

export function decisionsOn(work: Work, referralId: number) {
  return work.db.selectFrom('referral_decisions').innerJoin('colleagues', 'colleagues.id', 'referral_decisions.decided_by')
    .select(['referral_decisions.public_id', 'referral_decisions.decision', 'referral_decisions.reason', 'referral_decisions.decided_at', 'colleagues.name'])
    .where('referral_id', '=', referralId).orderBy('decided_at').orderBy('referral_decisions.id').execute()
}

export function readingsOf(work: Work, referralId: number) {
  return work.db.selectFrom('referral_readings').innerJoin('colleagues', 'colleagues.id', 'referral_readings.reader_id')
    .select(['referral_readings.reader_id', 'referral_readings.opinion', 'referral_readings.read_at', 'colleagues.name']).where('referral_id', '=', referralId).orderBy('read_at').execute()
}

type Known = { name: string, number: string | null, born_on: string | null, id: number }

/** Whom in the register this may be: the same number, or a name like it with no other year of birth. Asked by a coordinator, at the decision. */
export async function peopleLike(work: Work, { name, number, born_on }: Known) {
  const year = born_on === null ? null : Number(born_on.slice(0, 4))
  const { rows } = await sql<{ participant_id: number, name: string, number: string | null, born_year: number | null, public_id: string | null, unit: string | null, state: string, coordinators: string[] }>`
    select * from search_register(${name}, ${number}, ${year}, 10)`.execute(work.db)
  return rows
}

export type PersonLike = Awaited<ReturnType<typeof peopleLike>>[number]

/** Other referrals, not yet decided, that may be about the same person. */
export async function referralsLike(work: Work, { id, name, number, born_on }: Known) {
  const { rows } = await sql<{ participant_id: number | null, public_id: string, name: string, number: string | null, referred_on: string, state: ReferralState }>`
    select r.participant_id, r.public_id, r.name, r.number, r.referred_on, r.state from referrals r
    where r.id <> ${id} and r.state <> 'accepted' and (r.number = ${number} or (lower(r.name) operator(extensions.%) lower(${name})
      and extensions.similarity(lower(r.name), lower(${name})) >= 0.5 and (r.born_on = ${born_on} or r.born_on is null or ${born_on}::date is null)))
    order by r.referred_on desc limit 10`.execute(work.db)
  return rows
}

/** Colleagues appointed today in a role that can be named with the decision. */
export function namedBy(work: Work, roles: readonly NamedRole[]) {
  return work.db.selectFrom('appointments').innerJoin('colleagues', 'colleagues.id', 'appointments.colleague_id')
    .select(['colleagues.id', 'colleagues.public_id', 'colleagues.name', 'appointments.role']).distinct()
    .where('appointments.role', 'in', [...roles]).where('appointments.from_at', '<=', work.now)
    .where((is) => is.or([is('appointments.until_at', 'is', null), is('appointments.until_at', '>', work.now)])).orderBy('colleagues.name').execute()
}

export function openUnits(work: Work) {
  return work.db.selectFrom('units').select(['id', 'public_id', 'name']).where('closed_on', 'is', null).orderBy('name').execute()
}

/** The units whose referrals the actor decides. */
export async function myUnits(work: Work) {
  const { rows } = await sql<{ id: number, public_id: string, name: string }>`
    select u.id, u.public_id, u.name from units u where u.id = any (units_for('referral', 'write')) and u.closed_on is null order by u.name`.execute(work.db)
  return rows
}

/** Whether the actor may write a referral to this unit: a case manager to any, a coordinator to their own. */
export async function mayReferTo(work: Work, unitId: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_right('referral', 'write', 'own') or ${unitId} = any (units_for('referral', 'write')) as may`.execute(work.db)
  return rows[0]?.may ?? false
}

/** The person asking, and the unit where they are. */
export function whereIAm(work: Work) {
  return work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.id as participant_id', 'participants.unit_id', 'participants.state', 'identity_names.name']).where('participants.id', '=', work.actor.id).executeTakeFirst()
}

/** The person's own referrals, the latest first; also a person's, for their team. */
export function referralsOfPerson(work: Work, participantId: number) {
  return work.db.selectFrom('referrals').select(['id', 'participant_id', 'public_id', 'state', 'source', 'referred_on', 'why', 'answer']).where('participant_id', '=', participantId).orderBy('referred_on', 'desc').execute()
}

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

/** For the head: in steps of five. */
export async function referralsCounted(work: Work) {
  const { rows } = await sql<{ state: ReferralState, at_least: number }>`select * from referrals_counted()`.execute(work.db)
  return rows
}

/** For the data-protection officer: that it happened, when and of which kind. */
export async function referralsHappened(work: Work, from: Day, until: Day) {
  const { rows } = await sql<{ received_on: Day, source: string, state: ReferralState }>`select * from referrals_happened(${from}, ${until})`.execute(work.db)
  return rows
}
