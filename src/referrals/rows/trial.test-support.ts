import { day } from '../../platform/day.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { dryRun } from '../../platform/import/dry-run.ts'
import { sayFault, type Fault } from '../../platform/import/fault.ts'
import { fileOfBytes, type ImportFile } from '../../platform/import/import-file.ts'
import type { Outcome, Trial } from '../../platform/import/outcomes.ts'
import { surveyFile } from '../../platform/import/survey.ts'
import { referralImporter, type ReferralRow } from '../referral-row.ts'
import type { ReferralPrint } from './twins.ts'

/** A file on the day of the demonstration, with the mapping that is suggested for it. For tests. */
export async function trialOf(file: ImportFile | string): Promise<Trial<ReferralRow, ReferralPrint>> {
  const sent = typeof file === 'string' ? fileOfBytes('trial.csv', Buffer.from(file)) : file
  const importer = referralImporter()
  const survey = await surveyFile(sent)
  const { mapping } = suggestMapping(importer.fields, survey)
  return { importer, file: sent, survey, terms: { mapping, today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' } }
}

export async function outcomesOfTrial(file: ImportFile | string): Promise<Outcome<ReferralRow>[]> {
  const outcomes: Outcome<ReferralRow>[] = []
  await dryRun(await trialOf(file), { onOutcome: outcome => { outcomes.push(outcome) } })
  return outcomes
}

/** A row's faults as "Column: what is wrong". */
export function inShort(faults: Fault[]): string[] {
  return faults.map(fault => `${fault.column}: ${sayFault(fault).wrong}`)
}
