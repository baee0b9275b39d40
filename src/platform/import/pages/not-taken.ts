import { giveFile } from '../../doors/index.ts'
import type { Work } from '../../work.ts'
import { sayFault } from '../fault.ts'
import type { ImportKind } from '../import-kind.ts'
import { t } from '../import-words.ts'
import { keptFile } from '../kept-file.ts'
import { dryRun } from '../dry-run.ts'
import { csvLine } from '../safe-cell.ts'
import { suggestedFor, trialOf } from '../try-import.ts'

/** Every row that is not taken, for whoever mends the file: also those beyond what a page shows. Nothing in it runs, and no note is in it. */
export async function notTaken(work: Work, kind: ImportKind, fileId: string) {
  const { survey, mapping: chosen, file } = await keptFile(work, kind.kind, fileId)
  const { importer, mapping } = await suggestedFor(work, kind, survey, chosen)
  const lines = [csvLine([t('import.page.row-number'), t('import.page.column'), t('import.page.wrong'), t('import.page.mend')])]
  await dryRun(trialOf(work, importer, { file, survey, mapping, on: work.today }), {
    standing: (outcomes) => kind.standing(work, fileId, outcomes),
    onOutcome: ({ row, faults }) => {
      for (const fault of faults) lines.push(csvLine([String(row), fault.column, ...Object.values(sayFault(fault))]))
    },
  })
  return giveFile({ bytes: `\ufeff${lines.join('')}`, type: 'text/csv; charset=utf-8', name: 'rows-not-taken.csv' })
}
