import type { Due } from '../platform/due.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { certificatePage, ownCertificatesPage } from './addresses.ts'
import { runningOut } from './certificates.queries.ts'
import { t } from './words.ts'

/** Sixty days before a certificate ends, its holder and whoever coordinates their unit are told. */
export async function certificatesDue(work: Work): Promise<Due[]> {
  if (work.actor.kind !== 'colleague' || work.about !== 0) return []
  return (await runningOut(work)).map(({ public_id: id, colleague_id: holder, name, title, expires_on: on }) => {
    const isMine = holder === work.actor.id
    return { on, says: t(on < work.today ? 'certificates.due.ran-out' : 'certificates.due.runs-out'), href: isMine ? ownCertificatesPage : certificatePage(id),
      because: isMine ? t('certificates.due.mine', { title, day: say.day(on) }) : t('certificates.due.theirs', { name, title, day: say.day(on) }) }
  })
}
