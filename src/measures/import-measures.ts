import { sql } from 'kysely'
import type { Standing } from '../platform/import/dry-run.ts'
import { fault, type Fault } from '../platform/import/fault.ts'
import type { ImportKind } from '../platform/import/import-kind.ts'
import type { Outcome } from '../platform/import/outcomes.ts'
import { newPublicId } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { importMeasuresPage } from './addresses.ts'
import { columnsPageOf, mappingSaid, MeasureColumns } from './import-columns.tsx'
import { suggestRoles } from './rows/column-roles.ts'
import { fieldNames, measureImporter, sameNumber, type MeasurePrint, type PlacedRow } from './rows/measure-importer.ts'

/** Files of measures, one row for each person and day, for the pages, the command and the job. Whoever imports them reads none. */
export const measureFiles: ImportKind<PlacedRow, MeasurePrint> = {
  kind: 'measures', record: 'measure', path: importMeasuresPage,
  says: { title: 'measure.import.title', sub: 'measure.import.sub', confirm: 'measure.import.confirm', written: 'measure.import.written' },
  after: { href: '/import', says: 'measure.import.after' },
  fieldNames,
  async mustImport(work) {
    if (!await mayImportMeasures(work)) throw refuse('not-found')
  },
  async importer(work) {
    const people = await peopleByNumber(work)
    return measureImporter((number) => people.get(sameNumber(number)))
  },
  choiceSaid: (_, value) => value,
  standing,
  write: writeMeasures,
  columns: { takes: MeasureColumns, suggest: (survey, { fields }, before) => suggestRoles(survey, fields, before), form: columnsPageOf, said: mappingSaid },
}

async function mayImportMeasures(work: Work): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_right('measure', 'write', 'import') and cardinality(units_for('register', 'write')) > 0 as may`.execute(work.db)
  return rows[0]?.may === true
}

/** The people of the importer's own units, by number. A number that two people share means neither; one of another unit is nobody's here. */
async function peopleByNumber(work: Work): Promise<Map<string, number>> {
  // Not as participant_id: that the file is held against the register shows nobody; whose measures are written is said with them.
  const { rows } = await sql<{ person: number, number: string }>`
    with mine as materialized (select unnest(people_for('register', 'write', 'unit')) as id)
    select e.participant_id as person, e.number from register_entries e join mine m on m.id = e.participant_id where e.number is not null`.execute(work.db)
  const people = new Map<string, number>()
  const twice = new Set<string>()
  for (const { person, number } of rows) {
    if (people.has(sameNumber(number))) twice.add(sameNumber(number))
    people.set(sameNumber(number), person)
  }
  for (const number of twice) people.delete(number)
  return people
}

async function standing(work: Work, fileId: string, outcomes: Outcome<PlacedRow>[]): Promise<Standing> {
  const keys = outcomes.flatMap((outcome) => outcome.keys)
  if (keys.length === 0) return new Map()
  const asked = outcomes.flatMap(({ row, becomes }) => (becomes === null ? [] : [{ place: row, participant_id: becomes.participantId, measured_on: becomes.on }]))
  const { rows: [found] } = await sql<{ keys: string[], gone: number[] }>`select measures_standing(${fileId}, ${keys}::text[]) as keys, measures_not_taken(${fileId}, ${JSON.stringify(asked)}::jsonb) as gone`.execute(work.db)
  const known = new Set(found?.keys)
  const there = outcomes.filter((outcome) => outcome.keys.some((key) => known.has(key))).map(({ row }) => [row, 'there'] as const)
  return new Map<number, 'there' | Fault>([...there, ...(found?.gone ?? []).map((row) => [row, fault({ field: '', column: '', text: '' }, 'measure-file.not-taken')] as const)])
}

/** One statement for some hundred rows. What two files say of one series and day is written once. */
async function writeMeasures(work: Work, fileId: string, rows: PlacedRow[]): Promise<void> {
  const written = []
  for (const { participantId, on, phase, key, said } of rows) {
    for (const { goalPlace, ...one } of said) {
      written.push({ ...one, id: await work.newId(), public_id: newPublicId(), participant_id: participantId, goal_place: goalPlace, measured_on: on, phase, row_key: key })
    }
  }
  work.saw(...new Set(rows.map(({ participantId }) => participantId)))
  const goals = await goalsThen(work, written)
  const whole = written.map((one) => ({ ...one, goal_id: goals.get(one.id) ?? null }))
  await sql`insert into measures (id, public_id, participant_id, kind, series, question, goal_id, goal_place, measured_on, value, missing, lowest, highest, items, phase, said_by, way,
      recorded_by_kind, recorded_by, recorded_at, import_id, row_key)
    select id, public_id, participant_id, kind, series, question, goal_id, goal_place, measured_on, value, missing, lowest, highest, items, phase, 'not-said', 'imported',
      'colleague', ${work.actor.id}, ${work.now}, ${fileId}, row_key
    from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as r(id int, public_id text, participant_id int, kind text, series text, question text, goal_id int, goal_place int, measured_on date,
      value double precision, missing text, lowest double precision, highest double precision, items jsonb, phase text, row_key text)
    on conflict do nothing`.execute(work.db)
}

/** Which goal a rating belongs to: the one in force on its day, in the order of the person's goals. Without one it keeps the name of its column. */
async function goalsThen(work: Work, written: { id: number, kind: string, participant_id: number, measured_on: string, goal_place: number | null }[]): Promise<Map<number, number>> {
  const asked = written.filter(({ kind }) => kind === 'goal').map(({ id, participant_id, measured_on, goal_place }) => ({ place: id, participant_id, measured_on, goal_place }))
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ place: number, goal_id: number }>`select place, goal_id from goals_then(${JSON.stringify(asked)}::jsonb)`.execute(work.db)
  return new Map(rows.map(({ place, goal_id }) => [place, goal_id]))
}
