import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import type { Item, RecipientKind, State } from './disclosure.ts'

/** How far one statement is, in one line: for lists, what is due and the page of a person. */
export type Standing = {
  participant_id: number, statement: string, person: string, name: string | null, kind: RecipientKind, items: Item[], /** Its first letter: whether somebody has said why it is needed. */ necessity: string, authority: string, recipient_function: string, asked_on: Day, answer_by: Day | null
  /** Nothing where the reader may not read packages, or none is prepared. */
  prepared_by: number | null, asks: string | null, decision: string | null, commented: boolean, prepared_on: Day | null, /** Until when what is prepared may be used; what was handed over has the same day. */ usable_until: Day | null, handed_on: Day | null, counts_meetings: boolean, refused: boolean, recalled: boolean
  /** Something happened since that nobody has decided about: on which day. A stop counts as long as it may be used. */
  stop_on: Day | null, error_on: Day | null, /** Somebody has decided what the recipient is told now that its time is over. */ over_decided: boolean
}

/** Of the person that this work is about. */
export function standingsOf(work: Work, participantId: number): Promise<Standing[]> {
  return standings(work, sql`s.participant_id = ${participantId}`)
}

/** How many statements one page of all of them shows. */
export const standingsOnAPage = 50

/** Of everybody whose statements the actor may read, a page of them, those after one of them if it is named, and how many there are in all and after this page: for those who oversee. */
export async function standingsRead(work: Work, before?: string): Promise<{ shown: Standing[], inAll: number, older: number }> {
  const shown = await standings(work, before === undefined ? sql`true` : sql`(s.asked_on, s.id) < (select asked_on, id from disclosure_statements where public_id = ${before})`, { most: standingsOnAPage })
  const last = shown.at(-1)?.statement ?? null
  const { rows: [counted] } = await sql<{ in_all: number, older: number }>`select count(*)::int as in_all, count(*) filter (where (s.asked_on, s.id) < (l.asked_on, l.id))::int as older
    from disclosure_statements s left join disclosure_statements l on l.public_id = ${last}`.execute(work.db)
  return { shown, inAll: counted?.in_all ?? 0, older: counted?.older ?? 0 }
}

/**
 * Of people whose coordinator the actor is today, all that asks for something, however many: what waits; and what was handed over, as long as a stop or a mistake is not decided about, its meetings may come to
 * be recorded otherwise, or its time is over and nobody has asked what became of it.
 */
export function standingsCoordinated(work: Work): Promise<Standing[]> {
  return standings(work, sql`exists (select from assignments a where a.participant_id = s.participant_id and a.colleague_id = ${work.actor.id} and a.role = 'coordinator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}))
    and f.id is null and c.id is null`, { asks: sql`x.handed_on is null or x.stop_on is not null or x.error_on is not null or not x.over_decided and (x.counts_meetings or x.usable_until < ${work.today})`, most: null })
}

/** What a data protection officer is asked to read as second and has not decided about, however many. */
export function standingsToRead(work: Work): Promise<Standing[]> {
  return standings(work, sql`k.asks = 'data_protection_officer' and d.decision is null and f.id is null and r.id is null`, { most: null })
}

async function standings(work: Work, where: RawBuilder<unknown>, { asks = sql`true`, most = 200 }: { asks?: RawBuilder<unknown>, most?: number | null } = {}): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select * from (select s.id, s.participant_id, s.public_id as statement, coalesce(p.public_id, o.public_id) as person, n.name, s.recipient_kind as kind, s.items, left(s.necessity, 1) as necessity, s.authority, s.recipient_function, s.asked_on, s.answer_by, k.prepared_by, k.asks, d.decision,
      exists (select from disclosure_comments m where m.statement_id = s.id) as commented, (k.prepared_at at time zone ${work.timeZone})::date as prepared_on, coalesce(r.usable_until, k.usable_until) as usable_until, r.handed_on, k.meetings_offered is not null as counts_meetings, f.id is not null as refused, c.id is not null as recalled,
      (select (min(w.withdrawn_at) at time zone ${work.timeZone})::date from withdrawals w where w.participant_id = s.participant_id and w.purpose in ('programme', 'data') and w.withdrawn_at > r.handed_at and w.withdrawn_at <= (r.usable_until + time '23:59') at time zone ${work.timeZone}
        and not exists (select from disclosure_tellings t where t.receipt_id = r.id and t.cause = 'withdrawal' and t.since_at = w.withdrawn_at)) as stop_on,
      (select (min(e.found_at) at time zone ${work.timeZone})::date from disclosure_errors e where e.receipt_id = r.id
        and not exists (select from disclosure_tellings t where t.receipt_id = r.id and t.cause = 'error' and t.since_at = e.found_at)) as error_on,
      exists (select from disclosure_tellings t where t.receipt_id = r.id and t.cause = 'over') as over_decided
    from disclosure_statements s left join participants p on p.id = s.participant_id left join ${named(work)} o on o.participant_id = s.participant_id left join identity_names n on n.participant_id = p.id
    left join disclosure_refusals f on f.statement_id = s.id left join disclosure_receipts r on r.statement_id = s.id left join disclosure_recalls c on c.statement_id = s.id
    left join lateral (select id, prepared_by, prepared_at, asks, meetings_offered, usable_until from disclosure_packages where statement_id = s.id order by prepared_at desc, id desc limit 1) k on true
    left join lateral (select decision from disclosure_decisions where statement_id = s.id and (k.id is null or package_id = k.id) order by decided_at desc, id desc limit 1) d on true
    where ${where} and ${focusedOn(work, sql`s.participant_id`)}) x where ${asks} order by x.asked_on desc, x.id desc limit ${most}`.execute(work.db)
  return rows
}

/** Whoever oversees every statement may not look a person up: what they need for an address they get by a question of its own. */
function named(work: Work) {
  return work.actor.shape === 'oversight' ? sql`people_disclosed()` : sql`(select null::int as participant_id, null::text as public_id where false)`
}

/** What was handed over and may not be used any more. */
export function isOverNow({ handed_on: handed, recalled, usable_until: until }: Standing, today: Day): boolean {
  return handed !== null && !recalled && until !== null && until < today
}

/** The same states as a whole statement has. */
export function stateOfStanding({ refused, recalled, handed_on: handed, prepared_by: by, decision }: Standing): State {
  if (refused) return 'refused'
  if (recalled) return 'recalled'
  if (handed) return 'handed-over'
  if (decision) return decision as 'approved' | 'sent-back'
  return by === null ? 'asked' : 'prepared'
}
