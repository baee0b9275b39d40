import { sql, type RawBuilder } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Agreement, Answer, Party, Review, Version } from './agreement.ts'

/**
 * Every open agreement that the actor may see, as far as it decides what is due: who has still to answer, since when what holds, when it was reviewed. Without names, the
 * words of clauses and what came of them, in one question and in short lists, because everybody's day begins with it.
 */
export async function openStandings(work: Work): Promise<Agreement[]> {
  const { rows } = await sql<Row>`select g.id, g.public_id, g.participant_id, g.purpose, g.review_months, g.revision,
      (select json_agg(json_build_array(v.id, v.number, v.proposed_on, ${inOurWay(sql`v.proposed_at`)}, (select json_agg(json_build_array(p.id, p.colleague_id, p.role, s.answer, s.answered_on))
          from agreement_parties p left join agreement_signatures s on s.party_id = p.id where p.version_id = v.id)) order by v.number)
        from agreement_versions v where v.agreement_id = g.id) as versions,
      (select json_agg(json_build_array(r.held_on, ${inOurWay(sql`r.recorded_at`)}) order by r.revision) from agreement_reviews r where r.agreement_id = g.id) as reviews
    from agreements g where g.ended_on is null and exists (select from agreement_versions v where v.agreement_id = g.id)`.execute(work.db)
  return rows.map(({ public_id: publicId, participant_id: participantId, review_months: reviewMonths, versions, reviews, ...rest }) => (
    { ...rest, publicId, participantId, reviewMonths, versions: (versions ?? []).map(versionIn), reviews: (reviews ?? []).map(reviewIn) }))
}

function inOurWay(moment: RawBuilder<unknown>) {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

type Row = Pick<Agreement, 'id' | 'purpose' | 'revision'> & { public_id: string, participant_id: number, review_months: number, versions: VersionRow[] | null, reviews: ReviewRow[] | null }
type VersionRow = [id: number, number: number, proposedOn: Day, at: Instant, parties: PartyRow[] | null]
type PartyRow = [id: number, colleagueId: number | null, role: string, answer: Answer['answer'] | null, on: Day | null]
type ReviewRow = [heldOn: Day, at: Instant]

function versionIn([id, number, proposedOn, at, parties]: VersionRow): Version {
  return { id, number, revision: 0, proposedOn, at, proposedBy: '', reason: '', clauses: [], parties: (parties ?? []).map(partyIn) }
}

function partyIn([id, colleagueId, role, answer, on]: PartyRow): Party {
  return { id, colleagueId, role, name: '', ...answer && on && { answer: { answer, on, ownWords: '', way: 'own-account', seenBy: '', recordedBy: '' } } }
}

function reviewIn([heldOn, at]: ReviewRow): Review {
  return { id: 0, publicId: '', versionId: 0, revision: 0, heldOn, at, note: '', next: 'goes-on', recordedBy: '', outcomes: [] }
}
