import { sql } from 'kysely'
import { answersOf, holdingOn, needsOf, particularsOf, releasesOf, statusesOf, thePerson } from '../participants/index.ts'
import type { Day, Instant } from '../platform/day.ts'
import { together } from '../platform/together.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import { partsOf, type Programme } from '../programmes/index.ts'
import { factFor, type Given, type Question, type Recorded } from './eligibility.ts'

type GivenRow = Given & { participant_id: number }

/** Everything that was answered about these people and a programme (about all of them, where none is named), the latest first. */
export async function givenAnswers(work: Work, participantIds: readonly number[], programme?: string): Promise<GivenRow[]> {
  const { rows } = await sql<GivenRow>`select a.participant_id, a.programme, a.rule_id as "ruleId", a.asked, a.answer, a.words, a.seen_on as "seenOn", a.said_by as "saidBy", c.name as "writtenBy", a.written_at as "writtenAt"
    from (select * from eligibility_answers union all select * from assessor_answers) a left join colleagues c on c.id = a.written_by
    where a.participant_id = any (${[...participantIds]}::int[]) and (${programme ?? ''} = '' or a.programme = ${programme ?? ''}) order by a.written_at desc, a.id desc`.execute(work.db)
  return rows
}

/** The programmes that somebody has begun to look at for this person, and the one that a referral asked for. */
export async function programmesLookedAt(work: Work, participantId: number): Promise<string[]> {
  const { rows } = await sql<{ participant_id: number, programme: string }>`select participant_id, programme from eligibility_answers where participant_id = ${participantId}
    union select participant_id, programme from assessor_answers where participant_id = ${participantId}
    union select participant_id, programme from referrals where participant_id = ${participantId} and programme is not null`.execute(work.db)
  return rows.map(({ programme }) => programme)
}

/** What a programme asks, with the answers and with what is recorded of the person. */
export async function questionsFor(work: Work, definition: Programme, known: { recorded?: Recorded, given?: Given[] } = {}): Promise<Question[]> {
  const [given, recorded] = await together([known.given ?? givenAnswers(work, [work.about], definition.id), known.recorded ?? recordedOf(work)])
  return questionsIn(work, definition, { recorded, given })
}

/** The same, of what is known already. */
export function questionsIn(work: Work, definition: Programme, { recorded, given }: { recorded: Recorded, given: Given[] }): Question[] {
  return partsOf(definition.rules).map((rule) => ({
    rule, fact: factFor(rule, recorded, work.today), given: given.filter((one) => one.programme === definition.id && one.ruleId === rule.id) }))
}

/** What is recorded of the person, as far as this reader may read it. */
export async function recordedOf(work: Work): Promise<Recorded> {
  const [[release], answers, needs, particulars, statuses, person] = await together([
    releasesOf(work, work.about), answersOf(work, work.about), needsOf(work, work.about), particularsOf(work, work.about), statusesOf(work, work.about), thePerson(work)])
  const consent = answers.find(({ purpose }) => purpose === 'programme')
  return {
    release: release && { on: release.release_on, asTold: release.as_told }, bornOn: particulars?.born_on ?? null,
    statuses: holdingOn(statuses, work.today).map(({ status, from_on, source }) => ({ status, fromOn: from_on, source })),
    needs: needs && { languages: needs.languages, interpreter: needs.needs_interpreter }, unit: person.unit,
    consent: consent && { answer: consent.withdrawn ? 'withdrawn' : consent.answer, on: consent.answered_on } }
}

export type NewAnswer = { table: 'eligibility_answers' | 'assessor_answers', definition: Programme, ruleId: string, asked: string, answer: Given['answer'], words: string, saidBy: string, seenOn: Day }

export async function addAnswer(work: Work, { table, definition, ruleId, asked, answer, words, saidBy, seenOn }: NewAnswer): Promise<void> {
  await work.db.insertInto(table).values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, programme: definition.id, version: definition.version, rule_id: ruleId, asked, answer, words,
    seen_on: seenOn, said_by: saidBy, written_by: work.actor.id, written_at: work.now }).execute()
}

export type BegunRow = { participant_id: number, public_id: string, name: string, programme: string, since: Instant, release_on: Day | null, as_told: boolean | null, born_on: Day | null }

/** People whom the actor coordinates and for whom somebody has begun to look at a programme. */
export async function begunToLookAt(work: Work): Promise<BegunRow[]> {
  const { rows } = await sql<BegunRow>`with mine as (select a.participant_id from assignments a where a.colleague_id = ${work.actor.id} and a.role = 'coordinator'
      and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`a.participant_id`)}),
    begun as (select g.participant_id, g.programme, min(g.written_at) as since from (select participant_id, programme, written_at from eligibility_answers union all select participant_id, programme, written_at from assessor_answers) g
      where g.participant_id in (select m.participant_id from mine m) group by g.participant_id, g.programme)
    select b.participant_id, p.public_id, n.name, b.programme, b.since, r.release_on, r.as_told, i.born_on
    from begun b join participants p on p.id = b.participant_id join identity_names n on n.participant_id = p.id left join identity_particulars i on i.participant_id = p.id
    left join lateral (select release_on, as_told from releases where participant_id = b.participant_id order by recorded_at desc, id desc limit 1) r on true
    where p.state in ('waiting', 'active') order by b.since limit 50`.execute(work.db)
  return rows
}
