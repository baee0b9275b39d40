import { mayFor, myRoleFor } from '../access/index.ts'
import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import { caretaker, type LongJob } from '../platform/jobs/index.ts'
import { inWork, type House } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { answerBy, erasable, eraseFrom, mayDecideAnew, undecided, type Erasable, type ErasureDecision } from './participant.ts'

/** The person asks that what was written be erased, or an acquittal or their no to keeping data asks it for them. The clock begins; what is open already is not asked twice. */
export async function askErasure(work: Work, participantId: number, { cause, ownWords }: { cause: 'asked' | 'acquitted' | 'withdrawn', ownWords?: string | undefined }): Promise<void> {
  if (!await mayFor(work, 'write', 'withdrawal')) throw refuse('not-found')
  const open = (await erasuresOf(work, participantId)).some(({ answered_at }) => answered_at === null)
  if (open && cause !== 'asked') return
  if (open) throw refuse('erasure-asked-already')
  await work.db.insertInto('erasure_requests').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, cause, own_words: ownWords ?? '', asked_on: work.today, answer_by: answerBy(work.today),
    asked_by_kind: work.actor.kind, asked_by: work.actor.id }).execute()
  work.saw(participantId)
}

export type Deciding = { item: Erasable, decision: ErasureDecision, grounds: string }

/**
 * One item after another, each with its grounds. With the last of them the request is answered. Until its day comes, what was to be erased can still be held
 * back, with grounds too: an order to preserve it has come, or the person objects. What is kept apart is closed to the team from that moment (`kept_apart`), until it is
 * opened again, with grounds; the person reads both.
 */
export async function decideErasure(work: Work, publicId: string, { item, decision, grounds }: Deciding): Promise<void> {
  if (!await mayDecideErasure(work)) throw refuse('not-found')
  const request = (await erasuresOf(work, work.about)).find(({ public_id }) => public_id === publicId)
  if (!request) throw refuse('not-found')
  const decided = await decisionsOf(work, request.id)
  if (request.answered_at !== null && !mayDecideAnew(decided, { item, decision })) throw refuse('erasure-answered-already')
  // Whether somebody said yes or stop decides what may be done tomorrow: as long as it is there, whoever works with them reads it.
  if (item === 'consents' && decision === 'restrict') throw refuse('erasure-answers-stay-readable')
  await work.db.insertInto('erasure_decisions').values({
    id: await work.newId(), public_id: work.newPublicId(), request_id: request.id, item, decision, grounds, decided_by: work.actor.id, decided_at: work.now }).execute()
  const left = undecided([...decided, { item }])
  if (left.length === 0 && request.answered_at === null) await work.db.updateTable('erasure_requests').set({ answered_at: work.now, erase_on: eraseFrom(work.today) }).where('id', '=', request.id).where('answered_at', 'is', null).execute()
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
    .select(['item', 'decision', 'grounds', 'decided_at', 'carried_out_at', 'colleagues.name']).where('request_id', '=', requestId).orderBy('decided_at', 'desc').orderBy('erasure_decisions.id', 'desc').execute()
}

/** What a room erases of a person, of what was written before a moment: what is written after the answer was not asked about. */
export type Eraser = (work: Work, participantId: number, before: Instant) => Promise<void>

/** Which room erases what. An item can lie in several rooms. */
export type Erasers = readonly (readonly [Erasable, Eraser])[]

const name = 'participants-erase-decided'

/**
 * Carries out what was decided, when its day has come: one piece of work for each person, with its own line in the log. Each room erases its own, and the policies
 * give the caretaker nothing else: not what is kept or held, and of nobody whose day has not come.
 */
export function erasureJob(erasers: Erasers): LongJob {
  return { name, does: 'erase', shows: 'withdrawal', every: 'day', over: (house) => eraseDecided(house, erasers) }
}

type ToErase = { person: number, item: Erasable, before: Instant }

async function eraseDecided(house: House, erasers: Erasers): Promise<void> {
  const opening = { actor: caretaker(), shows: 'withdrawal', purpose: 'job', door: `job ${name}` }
  const due = await inWork(house, { ...opening, does: 'consult' }, dueForErasing)
  for (const person of new Set(due.map((one) => one.person))) {
    await inWork(house, { ...opening, does: 'erase' }, (work) => eraseOne(work, erasers, due.filter((one) => one.person === person)))
  }
}

/** In the order of the items: what rests on a session goes before it, and a session before its plan. */
async function eraseOne(work: Work, erasers: Erasers, items: readonly ToErase[]): Promise<void> {
  const inOrder = erasable.flatMap((item) => items.filter((one) => one.item === item))
  for (const { person, item, before } of inOrder) {
    work.saw(person)
    for (const [of, erase] of erasers) if (of === item) await erase(work, person, before)
  }
  for (const { person, item } of inOrder) await sql`select note_erased(${person}, ${item})`.execute(work.db)
}

async function dueForErasing(work: Work): Promise<ToErase[]> {
  const { rows } = await sql<ToErase>`select person, item, before from to_erase()`.execute(work.db)
  return rows
}

/** What this room erases: the answers about consent and stopping, and what is asked about the person beside the register. */
export const erasesOfPerson: Erasers = [
  ['consents', async (work, id, before) => {
    await work.db.deleteFrom('consents').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
    await work.db.deleteFrom('withdrawals').where('participant_id', '=', id).where('withdrawn_at', '<=', before).execute()
  }],
  ['everything-else', async (work, id, before) => {
    await work.db.deleteFrom('access_needs').where('participant_id', '=', id).execute()
    await work.db.deleteFrom('personal_times').where('participant_id', '=', id).where('said_at', '<=', before).execute()
    await work.db.deleteFrom('legal_advice').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
    await work.db.deleteFrom('participation_changes').where('participant_id', '=', id).where('changed_at', '<=', before).execute()
  }],
]
