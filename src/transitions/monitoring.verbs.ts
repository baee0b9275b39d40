import { isDeepStrictEqual } from 'node:util'
import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkLook, firstLook } from './looking-again/looking-again.ts'
import { ordersOf, supportsOf } from './monitoring.queries.ts'
import type { Ordering } from './transitions.input.ts'

/** Monitoring as an authority ordered it, taken up beside somebody who supports the person. Without one it is refused: a band alone watches, and helps nobody. */
export async function recordOrder(work: Work, { support, fromOn, untilOn, says, authority, household, householdSays = '', reviewOn }: Ordering): Promise<void> {
  const person = await mustSupervise(work)
  const supports = await supportsOf(work, person.participant_id)
  if (supports.length === 0) throw refuse('monitoring-alone')
  const beside = supports.find((one) => one.public_id === support)
  if (!beside) throw refuse('monitoring-beside-nobody')
  if (untilOn < fromOn) throw refuse('monitoring-ends-before')
  if (untilOn < work.today) throw refuse('monitoring-over')
  if (household !== 'alone' && householdSays === '') throw refuse('monitoring-household-unsaid')
  if (reviewOn !== undefined) checkLook(reviewOn, { today: work.today, from: fromOn > work.today ? fromOn : work.today })
  if (reviewOn !== undefined && (reviewOn < fromOn || reviewOn > untilOn)) throw refuse('monitoring-look-outside')
  const sent = { fromOn, untilOn, says, authority, beside: beside.name, household, householdSays }
  if ((await ordersOf(work, person.participant_id)).some((one) => one.endedOn === null && isDeepStrictEqual(sent, { fromOn: one.fromOn, untilOn: one.untilOn, says: one.says, authority: one.authority, beside: one.beside, household: one.household, householdSays: one.householdSays }))) throw refuse('monitoring-recorded')
  await work.db.insertInto('monitoring_orders').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.participant_id, support_id: beside.id, from_on: fromOn, until_on: untilOn, says, authority, household, household_says: householdSays, review_on: reviewOn ?? firstLook({ fromOn, untilOn }, work.today),
    recorded_by: work.actor.id, recorded_at: work.now }).execute()
}

export async function endOrder(work: Work, orderId: string, why: string): Promise<void> {
  const person = await mustSupervise(work)
  const ended = await work.db.updateTable('monitoring_orders').set({ ended_on: work.today, ended_why: why }).where('public_id', '=', orderId).where('participant_id', '=', person.participant_id).where('ended_on', 'is', null).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}

export async function mustSupervise(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'restriction_and_monitoring')) throw refuse('not-found')
  return person
}
