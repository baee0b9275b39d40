import { day } from '../../platform/day.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { dryRun } from '../../platform/import/dry-run.ts'
import { sayFault } from '../../platform/import/fault.ts'
import { fileOfBytes } from '../../platform/import/import-file.ts'
import type { Mapping } from '../../platform/import/importer.ts'
import type { Outcome } from '../../platform/import/outcomes.ts'
import { surveyFile } from '../../platform/import/survey.ts'
import { suggestRoles } from './column-roles.ts'
import { measureImporter as importerFor, type PlacedRow } from './measure-importer.ts'

/** Every number but "nobody" is somebody's. */
const measureImporter = importerFor((number) => (number === 'nobody' ? undefined : Number(number.replace(/\D/g, '')) || 1))

/** What is suggested for a file, on the day of the demonstration. For tests. */
export async function suggestedFor(sent: string | Uint8Array, before?: Mapping) {
  const file = fileOfBytes('trial.csv', typeof sent === 'string' ? Buffer.from(sent) : sent)
  const survey = await surveyFile(file)
  const { mapping: { fields }, missing } = suggestMapping(measureImporter.fields, survey, before)
  return { file, survey, missing, mapping: suggestRoles(survey, fields, before) }
}

export async function outcomesOf(sent: string | Uint8Array, change: (mapping: Mapping) => Mapping = (mapping) => mapping): Promise<Outcome<PlacedRow>[]> {
  const { file, survey, mapping } = await suggestedFor(sent)
  const outcomes: Outcome<PlacedRow>[] = []
  const terms = { mapping: change(mapping), today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' as const }
  await dryRun({ importer: measureImporter, file, survey, terms }, { onOutcome: (outcome) => { outcomes.push(outcome) } })
  return outcomes
}

/** A row's faults as "Column: what is wrong". */
export function wrongIn({ faults, cautions }: Outcome<PlacedRow>): string[] {
  return [...faults, ...cautions].map((fault) => `${fault.column}: ${sayFault(fault).wrong}`)
}
