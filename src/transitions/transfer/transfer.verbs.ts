import { sql } from 'kysely'
import { endAssignment, mayFor, teamOf } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { openUnits } from '../../people/index.ts'
import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { checkMovesOn, checkTeam, type Decided } from './transfer.ts'
import { arriving, isCoordinated, membersOf, transfersOf, unitOf, type Arriving } from './transfer.queries.ts'

export type Announcing = { to: string, movesOn: Day, reason: string, authority: string, team: Decided[] }

/**
 * Says that somebody goes over to another unit, from which day, and who of the team goes on. Nothing changes yet: the person belongs to the unit that has
 * them until the next one says that it does. Returns the public id.
 */
export async function announceTransfer(work: Work, { to, movesOn, reason, authority, team }: Announcing): Promise<string> {
  const person = await mustMove(work)
  if (person.state === 'ended') throw refuse('transfer-ended')
  const [units, from, members, before] = [await openUnits(work), await unitOf(work, person.participant_id), await teamOf(work, person.participant_id), await transfersOf(work, person.participant_id)]
  const unit = units.find(({ public_id: id }) => id === to)
  if (!unit || from === null) throw refuse('transfer-unit-unknown')
  if (unit.id === from) throw refuse('transfer-same-unit', { unit: unit.name })
  if (before.some(({ state }) => state === 'announced')) throw refuse('transfer-open-already')
  checkMovesOn(movesOn, { today: work.today, lastOn: before.find(({ state }) => state === 'taken')?.movesOn })
  checkTeam(team, members)
  if (!await isCoordinated(work, unit.id)) throw refuse('transfer-nobody-there', { unit: unit.name })
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await writeTransfer(work, { id, public_id: publicId, participant_id: person.participant_id, from_unit_id: from, to_unit_id: unit.id, moves_on: movesOn })
  await work.db.insertInto('unit_transfer_reasons').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.participant_id, transfer_id: id, reason, authority, written_by: work.actor.id, written_at: work.now }).execute()
  for (const { assignment, goes } of team) {
    await work.db.insertInto('unit_transfer_members').values({ id: await work.newId(), transfer_id: id, assignment_id: members.find((one) => one.public_id === assignment)!.id, stays: goes === 'on' }).execute()
  }
  return publicId
}

type Row = { id: number, public_id: string, participant_id: number, from_unit_id: number, to_unit_id: number, moves_on: Day }

/** Two windows at the same moment: the second finds out here. */
async function writeTransfer(work: Work, row: Row): Promise<void> {
  try {
    await work.db.insertInto('unit_transfers').values({ ...row, announced_by: work.actor.id, announced_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'unit_transfers_one_open')) throw refuse('transfer-open-already')
    throw fault
  }
}

/** A member of the team says that they know. Twice is once. */
export async function noteTransfer(work: Work, transferId: string): Promise<void> {
  const found = (await transfersOf(work, work.about)).find(({ publicId }) => publicId === transferId)
  if (!found) throw refuse('not-found')
  await work.db.insertInto('unit_transfer_notings').values({ id: await work.newId(), transfer_id: found.id, colleague_id: work.actor.id, noted_at: work.now })
    .onConflict((conflict) => conflict.columns(['transfer_id', 'colleague_id']).doNothing()).execute()
}

/** It does not come to it. What was announced stays in the history, with why it ended. */
export async function callOffTransfer(work: Work, transferId: string, why: string): Promise<void> {
  const person = await mustMove(work)
  const found = (await transfersOf(work, person.participant_id)).find(({ publicId }) => publicId === transferId)
  if (!found) throw refuse('not-found')
  if (found.state !== 'announced') throw refuse(`transfer-${found.state}`)
  const changed = await work.db.updateTable('unit_transfers').set({ called_off_by: work.actor.id, called_off_at: work.now, called_off_why: why }).where('id', '=', found.id).where('taken_at', 'is', null).where('called_off_at', 'is', null).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('transfer-taken')
}

/** Who comes, for the coordinator of the unit they come to; for everybody else there is nobody. */
export async function theArriving(work: Work, transferId: string): Promise<Arriving> {
  const found = (await arriving(work)).find(({ transfer }) => transfer === transferId)
  if (!found) throw refuse('not-found')
  return found
}

/**
 * The next unit has the person: from now on its coordinator names the team, and the former unit sees nothing of them by being a unit. Whoever was to
 * end with the move ends in the same moment; whoever was taken onto the team since goes on.
 */
export async function takeOverPerson(work: Work, transferId: string): Promise<void> {
  const before = (await transfersOf(work, work.about)).find(({ publicId }) => publicId === transferId)
  if (before && before.state !== 'announced') throw refuse(`transfer-${before.state}`)
  const coming = await theArriving(work, transferId)
  if (coming.called_off_at !== null) throw refuse('transfer-called-off')
  if (coming.moves_on > work.today) throw refuse('transfer-not-yet', { day: say.day(coming.moves_on) })
  const { rows } = await sql<{ done: boolean }>`select take_over_person(${transferId}) as done`.execute(work.db)
  if (!rows[0]?.done) throw refuse('transfer-taken')
  const moved = (await transfersOf(work, work.about)).find(({ publicId }) => publicId === transferId)!
  for (const { public_id: assignment, stays, until_at: until } of await membersOf(work, moved.id)) {
    if (!stays && (until === null || until > work.now)) await endAssignment(work, assignment)
  }
}

/** Whoever may not say where somebody is gets the answer that a stranger gets. */
export async function mustMove(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'identity_name')) throw refuse('not-found')
  return person
}
