import { appoint } from '../../src/access/index.ts'
import { measureFiles } from '../../src/measures/index.ts'
import { openUnits, welcomeColleague } from '../../src/people/index.ts'
import { addMonths, dayAt, momentOf } from '../../src/platform/day.ts'
import { sealOf } from '../../src/platform/import/dry-run.ts'
import { fileOfBytes } from '../../src/platform/import/import-file.ts'
import { beginWriting, keepFile, keptFile } from '../../src/platform/import/kept-file.ts'
import { suggestedFor, trialOf } from '../../src/platform/import/try-import.ts'
import { writeImport } from '../../src/platform/import/write-import.ts'
import { inWork, newPublicId, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { useProgramme, type Programme } from '../../src/programmes/index.ts'
import { asOf, inTheirMoments, workingDayAgo } from './back-then.ts'
import { founder } from './cast.ts'
import { measuredPeople, measuresFile, type MeasuredPerson } from './measured-people.ts'
import { workAYear, type TakenIn } from './work-of-a-year.ts'

const zone = 'Europe/Copenhagen'

/**
 * A year of measures of two dozen people at another office, so that pictures over time and over people have something to show. They are that office's own: its
 * coordinator takes them in and imports their measures by file, as a service would that comes over from another system; the cast's days stay as they are.
 */
export async function measureAYear(house: House): Promise<void> {
  const today = dayAt(house.clock(), zone)
  const runa = await coordinatorAt(house, 'Havn probation office')
  const asRuna = <T>(shows: string, what: (work: Work) => Promise<T>) => inWork(house, { actor: runa.actor, does: 'collect', shows, purpose: 'demonstration', door: 'waymark demo' }, what)
  const people = measuredPeople(today)
  const rows = await asRuna('register', (work) => takeIn(work, runa.unitId, people))
  await asRuna('measure', (work) => bringMeasures(work, measuresFile(people, today)))
  await workAYear({ house, runa: runa.actor, unitId: runa.unitId, today, rows })
}

async function coordinatorAt(house: House, unit: string): Promise<{ actor: Actor, unitId: number }> {
  return inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    const { id: unitId } = (await openUnits(work)).find(({ name }) => name === unit)!
    const { id } = await welcomeColleague(work, { name: 'Runa Sand', title: 'Programme coordinator', unitId })
    await appoint(asOf(work, workingDayAgo(dayAt(work.now, zone), 700)), { colleagueId: id, role: 'coordinator', unitId })
    return { unitId, actor: { kind: 'colleague', id, shape: 'casework', name: 'Runa Sand', roles: ['coordinator'], language: 'en' } }
  })
}

/** Many at once, a statement a table; the policies look at each row all the same. */
async function takeIn(work: Work, unitId: number, people: MeasuredPerson[]): Promise<TakenIn[]> {
  const rows = []
  for (const person of people) rows.push({ ...person, id: await work.newId(), planId: await work.newId() })
  const db = work.db
  await db.insertInto('participants').values(rows.map(({ id, endedOn }) => ({ id, public_id: newPublicId(), unit_id: unitId, state: endedOn ? 'ended' : 'active', state_since: endedOn ?? work.today, made_at: work.now }))).execute()
  await db.insertInto('register_entries').values(rows.map(({ id, name, number, born }) => ({ participant_id: id, name, number, born_year: born }))).execute()
  await db.insertInto('identity_names').values(rows.map(({ id, name }) => ({ participant_id: id, name }))).execute()
  await db.insertInto('identity_particulars').values(rows.map(({ id, number }) => ({ participant_id: id, number }))).execute()
  const assignments = []
  for (const { id, beginsOn } of rows) assignments.push({ id: await work.newId(), public_id: newPublicId(), colleague_id: work.actor.id, participant_id: id, role: 'coordinator', from_at: momentOf(beginsOn, '07:30', zone)!, made_by: work.actor.id })
  await inTheirMoments(work, assignments, { at: (one) => one.from_at, write: (some) => db.insertInto('assignments').values(some).execute() })
  const versions = new Map<string, Programme>()
  for (const programme of new Set(rows.map((row) => row.programme))) versions.set(programme, await useProgramme(work, programme))
  await db.insertInto('plans').values(rows.map(({ planId, id, programme, beginsOn, endedOn, ending }) => ({
    id: planId, public_id: newPublicId(), participant_id: id, programme, version: versions.get(programme)!.version, state: endedOn ? 'ended' : 'running', begins_on: beginsOn, ended_on: endedOn, ending,
    made_by: work.actor.id, made_at: work.now }))).execute()
  await db.insertInto('plan_stages').values(await stagesOf(work, rows, versions)).execute()
  work.saw(...rows.map(({ id }) => id))
  return rows
}

/** Somebody prepares the work for months before it begins; what is measured until then is the baseline. */
async function stagesOf(work: Work, rows: (MeasuredPerson & { id: number, planId: number })[], programmes: Map<string, Programme>) {
  const said = []
  for (const { id, planId, programme, beginsOn } of rows) {
    const { stages } = programmes.get(programme)!
    const [first, begun] = [stages.find(({ kind }) => kind === 'assessment' || kind === 'matching'), stages.find(({ kind }) => kind === 'delivery')]
    for (const [stage, on] of [[first, addMonths(beginsOn, -8)], [begun, beginsOn]] as const) {
      if (stage) said.push({ id: await work.newId(), public_id: newPublicId(), participant_id: id, plan_id: planId, stage: stage.id, kind: stage.kind, begins_on: on, written_by: work.actor.id, written_at: work.now })
    }
  }
  return said
}

/** What the columns hold is said beforehand, as it was remembered from the file before. */
async function bringMeasures(work: Work, { bytes, means }: ReturnType<typeof measuresFile>): Promise<void> {
  const publicId = await keepFile(work, measureFiles.kind, fileOfBytes('measures-of-a-year.csv', bytes))
  const kept = await keptFile(work, measureFiles.kind, publicId)
  const { importer, mapping: suggested } = await suggestedFor(work, measureFiles, kept.survey)
  const mapping = { ...suggested, values: { ...suggested.values, means: { ...suggested.values['means'], ...means } } }
  const trial = trialOf(work, importer, { ...kept, mapping, on: work.today })
  const seal = sealOf(trial)
  await beginWriting(work, kept.id, { mapping, seal })
  await writeImport(measureFiles, { id: kept.id, publicId, trial, seal, rowDone: 0 }, (run) => run(work))
}

