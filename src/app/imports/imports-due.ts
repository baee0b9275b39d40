import { dayAt } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { filesWaiting } from '../../platform/import/kept-file.ts'
import { trialPage } from '../../platform/import/pages/import-addresses.tsx'
import { say, sentence } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { t } from '../words.ts'
import { importKinds } from './import-kinds.ts'

/** Files of mine of which rows wait until somebody they name is known here. */
export async function importsDue(work: Work): Promise<Due[]> {
  if (work.about !== 0 || !work.actor.roles.includes('coordinator')) return []
  return (await filesWaiting(work)).flatMap((file) => {
    const kind = importKinds.find((one) => one.kind === file.kind)
    return kind ? [{ on: dayAt(file.sent_at, work.timeZone), says: t('app.imports.due', { count: file.waiting }), href: trialPage(kind, file.public_id),
      because: t('app.imports.due.because', { title: sentence(kind.says.title), day: say.day(dayAt(file.expires_at, work.timeZone)) }) }] : []
  })
}
