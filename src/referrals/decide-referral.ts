import { sql } from 'kysely'
import { assign, teamOf } from '../access/index.ts'
import { type Erasers, carryOver, noticeFor, recordConsent, welcomeBack, welcomeParticipant } from '../participants/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import { asWritten, decidedState, eraseOn, mayAccept, type Decision, type Referral } from './referral.ts'
import { namedRoles, type Deciding } from './referrals.input.ts'
import { decisionsOn, findReferral, lockReferral, namedBy, peopleLike, readingsOf, type LockedReferral } from './referrals.queries.ts'

export type Decided = { participant?: { id: number, publicId: string } }

/**
 * Decides about a referral, with a reason. Accepting names the team in the same breath, so that nobody is accepted by no one.
 * Two who decide at once come one after the other, and the second is told what the first has decided.
 */
export async function decideReferral(work: Work, publicId: string, input: Deciding): Promise<Decided> {
  const locked = await lockReferral(work, publicId)
  if (!locked) throw refuse('not-found')
  await mustBeAsShown(work, locked, input.revision)
  const answer = input.answer ?? locked.answer as Referral['answer']
  const referral = { ...asReferral(locked), answer }
  const state = decidedState(referral, input.decision)
  const programme = programmeChosen(locked, input.programme)
  const participant = input.decision === 'accepted' ? await accept(work, locked, referral, input) : undefined
  await addDecision(work, locked.id, input.decision, input.reason)
  await work.db.updateTable('referrals').set({
    state, answer, erase_on: eraseOn({ ...referral, state }, work.today), revision: locked.revision + 1, ...programme, ...(participant && { participant_id: participant.id }),
  }).where('id', '=', locked.id).execute()
  return participant ? { participant } : {}
}

/** The programme asked for may have come without a definition: one that is offered takes its place, or it stays as it was written, and nobody is asked again. */
function programmeChosen({ programme, programme_as_sent: asSent }: LockedReferral, chosen: string | undefined): { programme?: string, programme_kept?: boolean } {
  if (chosen === undefined || chosen === programme) return {}
  if (chosen === asWritten && programme === null && asSent !== '') return { programme_kept: true }
  if (!programmesOnOffer().some(({ definition }) => definition.id === chosen)) throw refuse('referral-programme-unknown')
  return { programme: chosen }
}

/** A referral that another decided since it was shown is not decided over their head. */
async function mustBeAsShown(work: Work, { id, revision }: LockedReferral, shown: number | undefined): Promise<void> {
  if (shown === undefined || shown === revision) return
  const last = (await decisionsOn(work, id)).at(-1)
  throw refuse('referral-decided-meanwhile', { name: last?.name ?? '', reason: last?.reason ?? '' })
}

async function accept(work: Work, locked: LockedReferral, referral: Referral, input: Deciding): Promise<NonNullable<Decided['participant']>> {
  const readings = await readingsOf(work, locked.id)
  mayAccept(referral, { today: work.today, readBySomebodyElse: readings.some(({ reader_id }) => reader_id !== work.actor.id) })
  const team = await teamNamed(work, input.team ?? {})
  const person = await personOf(work, locked, input.person)
  await joinTeam(work, person.id, [{ colleagueId: work.actor.id, role: 'coordinator' }, ...team])
  const way = input.way ?? 'as-imported'
  const notice = await noticeFor(work, 'programme', [input.language ?? 'en'])
  await carryOver(work, person.id, { status: locked.legal_status, since: locked.referred_on, releaseOn: locked.release_on, from: locked.source, name: await toldBy(work, locked) })
  await recordConsent(work, person.id, {
    purpose: 'programme', answer: referral.answer, noticeVersion: String(notice.version), noticeLanguage: notice.language, language: input.language ?? 'en', way, answeredOn: way === 'as-imported' ? locked.referred_on : work.today })
  return person
}

/** Who told of a status or a day of release that nobody has confirmed yet: a colleague by name, a source of the service's own; else its code says it. */
async function toldBy(work: Work, locked: LockedReferral): Promise<string> {
  const referral = await findReferral(work, locked.public_id)
  return referral?.referrer ?? (locked.source === 'other' ? locked.source_as_sent : '')
}

type Named = { colleagueId: number, role: string }

async function teamNamed(work: Work, team: NonNullable<Deciding['team']>): Promise<Named[]> {
  const offered = await namedBy(work, namedRoles)
  const named = namedRoles.flatMap((role) => {
    const chosen = team[role]
    if (!chosen) return []
    const colleague = offered.find((one) => one.role === role && one.public_id === chosen)
    if (!colleague) throw refuse('referral-colleague-unknown', {}, `team.${role}`)
    return [{ colleagueId: colleague.id, role }]
  })
  if (named.length === 0) throw refuse('referral-needs-a-team')
  if (new Set([work.actor.id, ...named.map(({ colleagueId }) => colleagueId)]).size <= named.length) throw refuse('referral-colleague-twice')
  return named
}

/** Whoever is with the person already stays in the role they have. */
async function joinTeam(work: Work, participantId: number, team: Named[]): Promise<void> {
  const there = await teamOf(work, participantId)
  for (const { colleagueId, role } of team) {
    if (!there.some(({ colleague_id }) => colleague_id === colleagueId)) await assign(work, { colleagueId, participantId, role })
  }
}

/** The person themself, if they asked; somebody known, if the coordinator says so; else somebody new. Nothing is merged by itself. */
async function personOf(work: Work, locked: LockedReferral, chosen: string | undefined): Promise<{ id: number, publicId: string }> {
  if (locked.participant_id !== null) return welcomeBack(work, locked.participant_id)
  const alike = await peopleLike(work, locked)
  if (chosen !== undefined && chosen !== 'new') {
    const known = alike.find(({ public_id }) => public_id === chosen)
    if (!known) throw refuse('referral-person-not-yours')
    return welcomeBack(work, known.participant_id)
  }
  if (alike.length > 0 && chosen === undefined) throw refuse('referral-choose-person')
  if (locked.number !== null && alike.some(({ number }) => number === locked.number)) throw refuse('referral-number-taken', { number: locked.number })
  return welcomeParticipant(work, {
    name: locked.name || locked.number || '', number: locked.number, bornOn: locked.born_on, unitId: locked.unit_id,
    languages: locked.languages.slice(0, 8), needsInterpreter: locked.needs_interpreter, needsAsSent: locked.needs })
}

async function addDecision(work: Work, referralId: number, decision: Decision, reason: string): Promise<void> {
  await work.db.insertInto('referral_decisions').values({
    id: await work.newId(), public_id: work.newPublicId(), referral_id: referralId, decision, reason, decided_by: work.actor.id, decided_at: work.now }).execute()
}

function asReferral(row: LockedReferral): Referral {
  return { state: row.state as Referral['state'], answer: row.answer as Referral['answer'], ground: row.ground as Referral['ground'], referredOn: row.referred_on, expiresOn: row.expires_on }
}

/** The caretaker's work: what has come to its day is erased, and leaves prints by which no old file brings it back. How many rows went is all that is told. */
export async function eraseDueReferrals(work: Work): Promise<number> {
  await sql`select remember_referrals_gone()`.execute(work.db)
  const gone = await work.db.deleteFrom('referrals').where('erase_on', '<=', work.today).executeTakeFirst()
  const words = await work.db.deleteFrom('security_referrals').where('erase_on', '<=', work.today).executeTakeFirst()
  return Number(gone.numDeletedRows + words.numDeletedRows)
}

export const referralJobs: Job[] = [{
  name: 'referrals-erase-due', does: 'erase', shows: 'referral', every: 'day',
  run: async (work) => { await eraseDueReferrals(work) },
}]

export const erasesOfReferrals: Erasers = [['referral', async (work, id, before) => {
  await work.db.deleteFrom('referrals').where('participant_id', '=', id).where('received_at', '<=', before).execute()
}]]
