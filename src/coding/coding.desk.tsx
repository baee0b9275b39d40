import { dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { codingPage, personCodingPage, sessionCodingPage } from './addresses.ts'
import { mayCode, sessionsBegun, type ToCode } from './coding.queries.ts'
import { frameOnOffer } from './frame-on-offer.ts'
import { t } from './words.ts'

export const standings = ['second', 'proposed', 'open', 'waiting', 'both', 'agreed'] as const
export type Standing = (typeof standings)[number]

/** Where the coding of a session stands, for the one who looks: whether it waits for them, for the other, or for nobody. */
export function standingOf({ coders, is_mine: isMine, proposed_at: proposedAt, is_agreed: isAgreed }: Pick<ToCode, 'coders' | 'is_mine' | 'proposed_at' | 'is_agreed'>): Standing {
  if (isAgreed) return 'agreed'
  if (coders >= 2) return proposedAt ? 'proposed' : 'both'
  if (coders === 1) return isMine ? 'waiting' : 'second'
  return 'open'
}

/** What a colleague has coded and waits for a second reader, and what the other one proposes. Nobody has to begin. */
export async function codingDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework' || !work.actor.roles.includes('facilitator') || !frameOnOffer()) return []
  return (await sessionsBegun(work)).flatMap((row): Due[] => {
    const standing = standingOf(row)
    const since = standing === 'proposed' ? row.proposed_at : row.latest_at
    if (since === null || (standing !== 'second' && standing !== 'proposed')) return []
    return [{ on: dayAt(since, work.timeZone), about: row.name, says: t(`coding.due.${standing}`), href: sessionCodingPage(row.person, row.session), because: t(`coding.due.${standing}.because`) }]
  })
}

/** The way in, on one person's page: for those who may code their notes. */
export async function codingGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  if (!frameOnOffer() || !await mayCode(work, participantId)) return undefined
  return { place: 'aside', order: 60, body: <Block title={t('coding.title')} size="xs">
    <p class="ds-paragraph" data-size="sm"><Link href={personCodingPage(publicId)}>{t('coding.of-person')}</Link> · <Link href={codingPage}>{t('coding.of-all')}</Link></p>
  </Block> }
}
