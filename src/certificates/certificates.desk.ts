import type { Due } from '../platform/due.ts'
import type { Work } from '../platform/work.ts'
import { certificatePage, ownCertificatesPage } from './addresses.ts'
import { runningOut } from './certificates.queries.ts'
import { titleSaid } from './certificates.verbs.ts'
import { t } from './words.ts'

/** Sixty days before a certificate ends, its holder and whoever coordinates their unit are told. */
export async function certificatesDue(work: Work): Promise<Due[]> {
  if (work.actor.kind !== 'colleague' || work.about !== 0) return []
  return (await runningOut(work)).map(({ public_id: id, colleague_id: holder, name, expires_on: on, ...what }) => {
    const title = titleSaid(what)
    const isMine = holder === work.actor.id
    return { on, says: t(on < work.today ? 'certificates.due.ran-out' : 'certificates.due.runs-out'), href: isMine ? ownCertificatesPage : certificatePage(id),
      because: isMine ? t('certificates.due.mine', { title }) : t('certificates.due.theirs', { name, title }) }
  })
}
