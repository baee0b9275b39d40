import { dayAt } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { filesWaiting } from '../../platform/import/kept-file.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { t } from '../words.ts'

/** Files of mine of which rows wait until somebody they name is known here. Their pages stand where every kind of file has its own. */
export async function importsDue(work: Work): Promise<Due[]> {
  if (work.about !== 0 || !work.actor.roles.includes('coordinator')) return []
  return (await filesWaiting(work)).map(({ kind, public_id: file, waiting, sent_at: sent, expires_at: until }) => ({
    on: dayAt(sent, work.timeZone), says: t('app.imports.due', { count: waiting }), href: `/${kind}/import/${file}/trial`,
    because: t('app.imports.due.because', { sent: say.day(dayAt(sent, work.timeZone)), until: say.day(dayAt(until, work.timeZone)) }) }))
}
