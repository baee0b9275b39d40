import type { z } from 'zod'
import { openUnits } from '../../people/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import type { AwaySaid, HoursSaid, RoomSaid, WaySaid } from '../timetable.input.ts'
import { hoursOfMine, regimeOf, unitsICoordinate } from '../timetable.queries.ts'

const mostHours = 40

/** One says when one works in an ordinary week. */
export async function sayHours(work: Work, { weekday, fromTime, untilTime }: z.output<typeof HoursSaid>): Promise<void> {
  if (fromTime >= untilTime) throw refuse('hours-in-order')
  if ((await hoursOfMine(work)).length >= mostHours) throw refuse('hours-too-many')
  await work.db.insertInto('working_hours').values({ id: await work.newId(), public_id: work.newPublicId(), colleague_id: work.actor.id, weekday: Number(weekday), from_time: fromTime, until_time: untilTime }).execute()
}

export async function takeHoursAway(work: Work, publicId: string): Promise<void> {
  const gone = await work.db.deleteFrom('working_hours').where('public_id', '=', publicId).where('colleague_id', '=', work.actor.id).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw refuse('not-found')
}

/** One says on which days one is not there. Why is nobody's to ask. */
export async function sayAway(work: Work, { fromOn, untilOn }: z.output<typeof AwaySaid>): Promise<void> {
  if (fromOn > untilOn) throw refuse('away-in-order')
  await work.db.insertInto('days_away').values({ id: await work.newId(), public_id: work.newPublicId(), colleague_id: work.actor.id, from_on: fromOn, until_on: untilOn }).execute()
}

export async function takeAwayBack(work: Work, publicId: string): Promise<void> {
  const gone = await work.db.deleteFrom('days_away').where('public_id', '=', publicId).where('colleague_id', '=', work.actor.id).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw refuse('not-found')
}

/** A unit that is open; kept only by whoever coordinates it. */
export async function theUnit(work: Work, publicId: string) {
  const unit = (await openUnits(work)).find(({ public_id: one }) => one === publicId)
  if (!unit) throw refuse('not-found')
  return { ...unit, isMine: (await unitsICoordinate(work)).includes(unit.id) }
}

async function unitToKeep(work: Work, publicId: string): Promise<number> {
  const { id, isMine } = await theUnit(work, publicId)
  if (!isMine) throw refuse('unit-not-yours')
  return id
}

export async function addRoom(work: Work, unitId: string, { name, holds }: z.output<typeof RoomSaid>): Promise<void> {
  const unit = await unitToKeep(work, unitId)
  try {
    await work.db.insertInto('rooms').values({ id: await work.newId(), public_id: work.newPublicId(), unit_id: unit, name, holds }).execute()
  } catch (fault) {
    if (violates(fault, 'rooms_once')) throw refuse('room-name-taken')
    throw fault
  }
}

/** What is planned in it keeps its place in words; nothing new is planned there. */
export async function closeRoom(work: Work, unitId: string, roomId: string): Promise<void> {
  const unit = await unitToKeep(work, unitId)
  const closed = await work.db.updateTable('rooms').set({ closed_on: work.today }).where('public_id', '=', roomId).where('unit_id', '=', unit).where('closed_on', 'is', null).executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw refuse('not-found')
}

export async function addRegime(work: Work, unitId: string, { weekday, fromTime, untilTime }: z.output<typeof HoursSaid>): Promise<void> {
  const unit = await unitToKeep(work, unitId)
  if (fromTime >= untilTime) throw refuse('hours-in-order')
  if ((await regimeOf(work, unit)).length >= mostHours) throw refuse('hours-too-many')
  await work.db.insertInto('regime_hours').values({ id: await work.newId(), public_id: work.newPublicId(), unit_id: unit, weekday: Number(weekday), from_time: fromTime, until_time: untilTime }).execute()
}

export async function endRegime(work: Work, unitId: string, regimeId: string): Promise<void> {
  const unit = await unitToKeep(work, unitId)
  const gone = await work.db.deleteFrom('regime_hours').where('public_id', '=', regimeId).where('unit_id', '=', unit).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw refuse('not-found')
}

export async function sayWay(work: Work, unitId: string, { toUnit, minutes }: z.output<typeof WaySaid>): Promise<void> {
  const [unit, other] = [await unitToKeep(work, unitId), (await theUnit(work, toUnit)).id]
  if (unit === other) throw refuse('way-to-itself')
  await work.db.insertInto('ways_between').values({ from_unit_id: Math.min(unit, other), to_unit_id: Math.max(unit, other), minutes })
    .onConflict((on) => on.columns(['from_unit_id', 'to_unit_id']).doUpdateSet({ minutes })).execute()
}
