import { mayFor, teamOf } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { agreementReviewMonths, useProgramme } from '../programmes/index.ts'
import { mayBeParty, mustBeOpen, partyOf, partyToAnswer, reviewMonthsFrom, versionShown, versionToReview, type Agreement, type Party } from './agreement.ts'
import { findAgreement, isOpenFor } from './agreements.queries.ts'
import type { Answering, Correction, EndingOf, Proposal, Recording, Reviewing } from './agreements.input.ts'
import { carriedOn, outcomesOf } from './review.ts'
import { t } from './words.ts'
import { addAgreement, addAnswer, addEnding, addReview, addVersion, endWithoutWords, takeTurn, type PartyNamed } from './writing.queries.ts'

/** Puts the first words of an agreement to a person and to those who make it with them. Returns its public id. */
export async function proposeAgreement(work: Work, { purpose, programme, parties, clauses }: Proposal): Promise<string> {
  const person = await thePerson(work)
  await mustWrite(work)
  if (await isOpenFor(work, person.participant_id, purpose)) throw refuse('agreement-already-open')
  const named = await partiesNamed(work, parties)
  await endWithoutWords(work, { participantId: person.participant_id, purpose, reason: t('agreement.erased') })
  const agreement = await addAgreement(work, { participantId: person.participant_id, purpose, ...await intervalFrom(work, programme) })
  await addVersion(work, agreement, { reason: '', clauses: clauses.map(({ text }) => text), parties: named })
  return agreement.publicId
}

/** A party signs for themselves. What they sign is the version they were shown. */
export async function signAgreement(work: Work, input: Omit<Answering, 'answer'>): Promise<void> {
  await answer(work, { ...input, answer: 'signed' })
}

/** A party says no, for themselves, in their own words if they wish. It has no consequence but that this version does not hold. */
export async function refuseToSign(work: Work, input: Omit<Answering, 'answer'>): Promise<void> {
  await answer(work, { ...input, answer: 'refused' })
}

/** Writes down what the person answered on paper, at a desk. Only another party may, and says on which day and who saw it. */
export async function recordAnswerOnPaper(work: Work, input: Recording): Promise<void> {
  const agreement = await agreementToChange(work, input.agreementId)
  const party = partyToAnswer(agreement, null)
  const version = versionShown(agreement, input.version)
  if (!partyOf(version, work.actor.id)) throw refuse('agreement-only-a-party-records')
  if (input.on > work.today) throw refuse('agreement-day-ahead')
  if (input.on < version.proposedOn) throw refuse('agreement-answer-too-early', { day: say.day(version.proposedOn) })
  await addAnswer(work, agreement, party, { answer: input.answer, on: input.on, ownWords: input.ownWords ?? '', way: 'on-paper', seenBy: input.seenBy })
}

/** Puts other words to the parties. The version in force holds until all have signed the new one; both are kept. */
export async function correctAgreement(work: Work, { agreementId, revision, reason, parties, clauses }: Correction): Promise<void> {
  const agreement = await agreementToChange(work, agreementId)
  mustBeOpen(agreement)
  const named = await partiesNamed(work, parties)
  await addVersion(work, await takeTurn(work, agreement, revision), { reason, clauses: clauses.map(({ text }) => text), parties: named })
}

/** Looks at every clause, and says what follows: the agreement goes on, goes into a next version, or ends. */
export async function reviewAgreement(work: Work, input: Reviewing): Promise<void> {
  const agreement = await agreementToChange(work, input.agreementId)
  const version = versionToReview(agreement, input.heldOn, work.today)
  const outcomes = outcomesOf(version.clauses, input.outcomes)
  const clauses = carriedOn(version.clauses, input.outcomes, input.next, input.added?.map(({ text }) => text) ?? [])
  const turn = await takeTurn(work, agreement, input.revision)
  await addReview(work, turn, { versionId: version.id, heldOn: input.heldOn, note: input.note ?? '', next: input.next, outcomes })
  if (input.next === 'new-version') await addVersion(work, turn, { reason: '', clauses, parties: await partiesStillHere(work, version.parties) })
  if (input.next === 'ends') await addEnding(work, turn, endingSaid(input))
}

export async function endAgreement(work: Work, { agreementId, revision, word, reason }: EndingOf): Promise<void> {
  const agreement = await agreementToChange(work, agreementId)
  mustBeOpen(agreement)
  await addEnding(work, await takeTurn(work, agreement, revision), { word, reason })
}

async function answer(work: Work, { agreementId, version, answer: said, ownWords = '' }: Answering): Promise<void> {
  const agreement = await agreementToChange(work, agreementId)
  const party = partyToAnswer(agreement, work.actor.kind === 'participant' ? null : work.actor.id)
  versionShown(agreement, version)
  await addAnswer(work, agreement, party, { answer: said, on: work.today, ownWords, way: 'own-account', seenBy: '' })
}

/** Whoever may only read gets the answer that a stranger gets: there is nothing here to change. */
async function agreementToChange(work: Work, publicId: string): Promise<Agreement> {
  const agreement = await findAgreement(work, publicId)
  await mustWrite(work)
  return agreement
}

async function mustWrite(work: Work): Promise<void> {
  if (!await mayFor(work, 'write', 'agreement')) throw refuse('not-found')
}

/** The person, and colleagues of their team of today by their public ids. */
async function partiesNamed(work: Work, publicIds: string[]): Promise<PartyNamed[]> {
  const team = (await teamOf(work, work.about)).filter(({ role }) => mayBeParty(role))
  const named = [...new Set(publicIds)].map((publicId) => team.find((one) => one.colleague_public_id === publicId))
  return [thePersonThemselves, ...named.map((one) => {
    if (!one) throw refuse('agreement-party-not-on-team')
    return { colleagueId: one.colleague_id, role: one.role }
  })]
}

/** Who made the last version and still works with the person; where nobody is left, whoever holds the review. */
async function partiesStillHere(work: Work, parties: Party[]): Promise<PartyNamed[]> {
  const team = (await teamOf(work, work.about)).filter(({ role }) => mayBeParty(role)).map(({ colleague_id: colleagueId, role }) => ({ colleagueId, role }))
  const still = team.filter(({ colleagueId }) => parties.some((party) => party.colleagueId === colleagueId))
  return [thePersonThemselves, ...still.length > 0 ? still : team.filter(({ colleagueId }) => colleagueId === work.actor.id)]
}

const thePersonThemselves: PartyNamed = { colleagueId: null, role: 'participant' }

/** A programme's own interval, and its version, which is kept; without one, or where it names none, the service's own. */
async function intervalFrom(work: Work, programme: string | undefined): Promise<Pick<Agreement, 'programme' | 'reviewMonths'>> {
  const definition = programme === undefined ? undefined : await useProgramme(work, programme)
  const named = definition && agreementReviewMonths(definition)
  return { reviewMonths: reviewMonthsFrom(named), ...(definition && named !== undefined && { programme: { id: definition.id, version: definition.version } }) }
}

function endingSaid({ endWord, endReason }: Reviewing): Pick<EndingOf, 'word' | 'reason'> {
  if (!endWord) throw refuse('agreement-end-word-missing')
  if (!endReason) throw refuse('agreement-end-reason-missing')
  return { word: endWord, reason: endReason }
}
