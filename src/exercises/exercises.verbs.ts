import { sql } from 'kysely'
import { mayFor } from '../access/index.ts'
import { answersOf, thePerson, type Erasers } from '../participants/index.ts'
import { dayAt, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { chosenUnits, openPlan, type ChosenUnit } from '../plans/index.ts'
import { mayAskAboutBeliefs, programmeOf, unitsOf, type Programme } from '../programmes/index.ts'
import { asksForBeliefs, entriesOf, isAboutTheOffence, isMap, toolNames, type SentEntry, type Tool } from './exercise.ts'
import { addEntries, sheetByPublicId, sheetsOf, sheetTable, type Sheet } from './exercises.queries.ts'

/** A tool as it is offered for this person: the chosen units it belongs to, and whether the state of the law keeps it shut. */
export type OnOffer = { tool: Tool, units: ChosenUnit[], isLocked: boolean }

/** The tools for this person's plan. What asks for beliefs is none where the programme leaves them alone; those of chosen units come first. A unit about the offence is none to choose while it is shut. */
export async function toolsOnOffer(work: Work): Promise<OnOffer[]> {
  const found = await theMethod(work)
  if (!found) return []
  const isOpen = await offenceIsOpen(work)
  const mayWrite = { sheet: await mayFor(work, 'write', 'session_content'), map: await mayFor(work, 'write', 'family_and_network') && await mayFor(work, 'read', 'family_and_network') }
  const offered = toolNames.filter((tool) => (isMap(tool) ? mayWrite.map : mayWrite.sheet) && (!asksForBeliefs(tool) || mayAskAboutBeliefs(found.definition)))
    .map((tool) => ({ tool, units: unitsWith(found, tool).filter(({ aboutTheOffence }) => isOpen || !aboutTheOffence), isLocked: isAboutTheOffence(tool, undefined) && !isOpen }))
  return offered.toSorted((one, other) => Number(other.units.length > 0) - Number(one.units.length > 0))
}

type Filled = { madeOn: Day, unitId?: string | undefined, entries: readonly SentEntry[] }

/** Begins a sheet with the person, for a unit of their plan or none. */
export async function beginExercise(work: Work, { tool, madeOn, unitId, entries }: Filled & { tool: Tool }): Promise<string> {
  await mustWrite(work, tool)
  if (isMap(tool)) work.shows('family_and_network')
  const method = await theMethod(work)
  if (!method) throw refuse('exercise-no-plan')
  if (asksForBeliefs(tool) && !mayAskAboutBeliefs(method.definition)) throw refuse('exercise-asks-beliefs')
  const unit = unitId ? method.units.find((one) => one.unitId === unitId) : undefined
  if (unitId && !unit) throw refuse('exercise-unit-not-chosen')
  const aboutTheOffence = isAboutTheOffence(tool, unit)
  await mustBeOpen(work, aboutTheOffence)
  const written = entriesOf(tool, entries)
  await mustTakePart(work, madeOn)
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto(sheetTable(tool)).values({
    id, public_id: publicId, participant_id: work.about, author_id: work.actor.id, kind: tool, unit_id: unit?.unitId ?? null, programme: method.definition.id, version: method.definition.version,
    about_the_offence: aboutTheOffence, made_on: madeOn, written_at: work.now, revision: 1 }).execute()
  await addEntries(work, { id, tool, revision: 1, entries: written })
  return publicId
}

/** Writes a sheet on, by whoever began it. What stood there before stays under its revision. */
export async function goOnWithExercise(work: Work, publicId: string, { madeOn, entries, revision }: Omit<Filled, 'unitId'> & { revision: number | undefined }): Promise<void> {
  const sheet = await mySheet(work, publicId)
  await mustBeOpen(work, sheet.about_the_offence)
  await mustStillBeAsked(work, sheet.kind)
  const written = entriesOf(sheet.kind, entries)
  await mustTakePart(work, madeOn)
  const next = sheet.revision + 1
  const changed = await work.db.updateTable(sheetTable(sheet.kind)).set({ made_on: madeOn, written_at: work.now, revision: next }).where('id', '=', sheet.id)
    .where('revision', '=', revision ?? sheet.revision).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('exercise-changed-meanwhile')
  await addEntries(work, { id: sheet.id, tool: sheet.kind, revision: next, entries: written })
}

/** A sheet that is about somebody else: closed to everybody but its writer and a rights request. Whoever opened it is told to set it aside; gives how many. */
export async function strikeExercise(work: Work, publicId: string, reason: string): Promise<number> {
  const sheet = await mySheet(work, publicId)
  await work.db.updateTable(sheetTable(sheet.kind)).set({ struck_at: work.now, struck_why: reason }).where('id', '=', sheet.id).execute()
  const { rows } = await sql<{ told: number }>`select tell_whoever_opened_sheet(${publicId}) as told`.execute(work.db)
  return rows[0]?.told ?? 0
}

/** What this room erases with the records of sessions: sheets and maps, with what stands on them. */
export const erasesOfExercises: Erasers = [['sessions', async (work, id, before) => {
  for (const table of ['exercises', 'identity_maps'] as const) await work.db.deleteFrom(table).where('participant_id', '=', id).where('written_at', '<=', before).execute()
}]]

/** Every sheet of a person, for a list of them. That there is a map is part of the map: where one stands in the list, the log says so. */
export async function allSheets(work: Work, participantId: number): Promise<Sheet[]> {
  const sheets = await sheetsOf(work, participantId)
  if (sheets.some(({ kind }) => isMap(kind))) work.shows('family_and_network')
  return sheets
}

export async function theSheet(work: Work, publicId: string): Promise<Sheet> {
  const sheet = await sheetByPublicId(work, publicId)
  if (!sheet) throw refuse('not-found')
  if (isMap(sheet.kind)) work.shows('family_and_network')
  return sheet
}

/** The sheet, for whoever writes on it: the one who began it. */
export async function mySheet(work: Work, publicId: string): Promise<Sheet> {
  const sheet = await theSheet(work, publicId)
  await mustWrite(work, sheet.kind)
  if (sheet.author_id !== work.actor.id || work.actor.kind !== 'colleague') throw refuse('exercise-not-yours')
  if (sheet.struck_at) throw refuse('not-found')
  return sheet
}

/** Whoever may not read what was done in sessions finds no sheets; the map of belonging has readers of its own. */
export async function mayReadSheets(work: Work): Promise<void> {
  await thePerson(work)
  if (!await mayFor(work, 'read', 'session_content') && !await mayFor(work, 'read', 'family_and_network')) throw refuse('not-found')
}

async function mustWrite(work: Work, tool: Tool): Promise<void> {
  await thePerson(work)
  if (!await mayFor(work, 'write', isMap(tool) ? 'family_and_network' : 'session_content')) throw refuse('not-found')
  if (isMap(tool) && !await mayFor(work, 'read', 'family_and_network')) throw refuse('not-found')
}

/** Whether the sheet may be written on now, for the page that would ask for more. */
export async function isShut(work: Work, sheet: Pick<Sheet, 'about_the_offence'>): Promise<boolean> {
  return sheet.about_the_offence && !await offenceIsOpen(work)
}

/** A sheet begun under a programme that asks for beliefs is not written on under one that leaves them alone. */
async function mustStillBeAsked(work: Work, tool: Tool): Promise<void> {
  if (!asksForBeliefs(tool)) return
  const method = await theMethod(work)
  if (method && !mayAskAboutBeliefs(method.definition)) throw refuse('exercise-asks-beliefs')
}

async function mustBeOpen(work: Work, aboutTheOffence: boolean): Promise<void> {
  if (aboutTheOffence && !await offenceIsOpen(work)) throw refuse('exercise-locked')
}

/** On that day the person had said yes to the programme, had not said stop, and was not paused: what was worked on before, on that day too, can still be written down. */
async function mustTakePart(work: Work, madeOn: Day): Promise<void> {
  if (madeOn > work.today) throw refuse('exercise-day-ahead')
  const person = await thePerson(work)
  const standing = (await answersOf(work, work.about)).find(({ purpose }) => purpose === 'programme')
  // What was worked on before a yes was followed by a no is still written down.
  if (!standing || (standing.answer !== 'yes' && !await hadSaidYes(work, madeOn))) throw refuse('exercise-no-consent')
  if (standing.withdrawn && madeOn > dayAt(standing.withdrawn, work.timeZone)) throw refuse('exercise-after-a-stop')
  if (person.state === 'paused' && madeOn > person.state_since) throw refuse('exercise-while-paused')
  if (!await hadSaidYes(work, madeOn)) throw refuse('exercise-before-the-yes')
}

/** A yes of today is none for a day before it: the last answer by that day was a yes, and no stop came between. */
async function hadSaidYes(work: Work, on: Day): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select c.answer = 'yes' and not exists (select from withdrawals w where w.participant_id = c.participant_id and w.purpose = 'programme'
        and w.withdrawn_at >= c.recorded_at and (w.withdrawn_at at time zone ${work.timeZone})::date < ${on}::date) as yes
    from consents c where c.participant_id = ${work.about} and c.purpose = 'programme' and c.answered_on <= ${on}::date order by c.answered_on desc, c.recorded_at desc, c.id desc limit 1`.execute(work.db)
  return rows[0]?.yes ?? false
}

/** Whoever may not know the state of the law finds it shut. */
async function offenceIsOpen(work: Work): Promise<boolean> {
  const { rows } = await sql<{ open: boolean | null }>`select offence_is_open(${work.about}) as open`.execute(work.db)
  return rows[0]?.open ?? false
}

type Method = { definition: Programme, units: ChosenUnit[] }

async function theMethod(work: Work): Promise<Method | undefined> {
  const plan = await openPlan(work, work.about)
  const definition = plan && await programmeOf(work, plan.programme, plan.version)
  return definition ? { definition, units: await chosenUnits(work, work.about) } : undefined
}

function unitsWith({ definition, units }: Method, tool: Tool): ChosenUnit[] {
  const naming = unitsOf(definition).filter(({ tools }) => tools?.includes(tool)).map(({ id }) => id)
  return units.filter(({ unitId }) => naming.includes(unitId))
}
