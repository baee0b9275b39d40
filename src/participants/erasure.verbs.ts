import { mayFor, myRoleFor } from '../access/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { mustWrite } from './change-person.ts'
import { answerBy, undecided, type Erasable, type ErasureDecision } from './participant.ts'

/** The person asks that what was written be erased, or an acquittal asks it for them. The clock begins; what is open already is not asked twice. */
export async function askErasure(work: Work, participantId: number, { cause, ownWords }: { cause: 'asked' | 'acquitted', ownWords?: string | undefined }): Promise<void> {
  await mustWrite(work, 'withdrawal')
  const open = (await erasuresOf(work, participantId)).some(({ answered_at }) => answered_at === null)
  if (open && cause === 'acquitted') return
  if (open) throw refuse('erasure-asked-already')
  await work.db.insertInto('erasure_requests').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, cause, own_words: ownWords ?? '', asked_on: work.today, answer_by: answerBy(work.today),
    asked_by_kind: work.actor.kind, asked_by: work.actor.id }).execute()
  work.saw(participantId)
}

export type Deciding = { item: Erasable, decision: ErasureDecision, grounds: string }

/** One item after another, each with its grounds. With the last of them the request is answered. */
export async function decideErasure(work: Work, publicId: string, { item, decision, grounds }: Deciding): Promise<void> {
  if (!await mayDecideErasure(work)) throw refuse('not-found')
  const request = (await erasuresOf(work, work.about)).find(({ public_id }) => public_id === publicId)
  if (!request) throw refuse('not-found')
  if (request.answered_at !== null) throw refuse('erasure-answered-already')
  await work.db.insertInto('erasure_decisions').values({
    id: await work.newId(), public_id: work.newPublicId(), request_id: request.id, item, decision, grounds, decided_by: work.actor.id, decided_at: work.now }).execute()
  const left = undecided([...await decisionsOf(work, request.id), { item }])
  if (left.length === 0) await work.db.updateTable('erasure_requests').set({ answered_at: work.now }).where('id', '=', request.id).where('answered_at', 'is', null).execute()
}

/** The coordinator of the team answers: whoever works with the person would judge their own notes. */
export async function mayDecideErasure(work: Work): Promise<boolean> {
  return await mayFor(work, 'write', 'withdrawal') && await myRoleFor(work, work.about) === 'coordinator'
}

/** A person's requests, the latest first. */
export function erasuresOf(work: Work, participantId: number) {
  return work.db.selectFrom('erasure_requests').selectAll().where('participant_id', '=', participantId).orderBy('asked_on', 'desc').orderBy('id', 'desc').execute()
}

/** What was decided, the latest first: the first about an item holds. */
export function decisionsOf(work: Work, requestId: number) {
  return work.db.selectFrom('erasure_decisions').leftJoin('colleagues', 'colleagues.id', 'erasure_decisions.decided_by')
    .select(['item', 'decision', 'grounds', 'decided_at', 'colleagues.name']).where('request_id', '=', requestId).orderBy('decided_at', 'desc').orderBy('erasure_decisions.id', 'desc').execute()
}
