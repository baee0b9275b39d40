import { mayFor } from '../access/index.ts'
import { dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { dosePage, integrityPage, observersPage, personIntegrityPage, ratingPage } from './addresses.ts'
import { observedAndUnrated, sessionsToRate, sittingIn } from './fidelity.queries.ts'
import { t } from './words.ts'

/** What waits to be rated: by whoever sat in, and by the facilitator at whose session somebody did. Nobody else has to. */
export async function fidelityDue(work: Work): Promise<Due[]> {
  const { roles } = work.actor
  const [own, observed] = await together([roles.includes('facilitator') ? observedAndUnrated(work) : [], roles.includes('observer') ? sessionsToRate(work) : []])
  return [
    ...own.map((one): Due => ({ on: dayAt(one.starts_at, work.timeZone), about: one.name, says: t('integrity.due.facilitator'), href: ratingPage(one.person, one.session), because: t('integrity.due.facilitator.because') })),
    ...observed.filter((one) => !one.is_own && !one.is_rated && one.until_at !== null).map((one): Due => ({
      on: dayAt(one.starts_at, work.timeZone), about: one.name, says: t('integrity.due.observer'), href: ratingPage(one.person, one.session), because: t('integrity.due.observer.because', { until: say.moment(one.until_at!) }) })),
  ]
}

/** On one person's page, for whoever reads when sessions were: the way to what was given. */
export async function doseGlance(work: Work, _participantId: number, publicId: string): Promise<Glance | undefined> {
  if (!await mayFor(work, 'read', 'session_attendance')) return undefined
  return { place: 'aside', order: 34, body: <Block title={t('dose.title')} size="xs"><p class="ds-paragraph" data-size="sm"><Link href={dosePage(publicId)}>{t('dose.link')}</Link>{work.actor.roles.includes('coordinator') && <> · <Link href={observersPage}>{t('integrity.observers.link')}</Link></>}</p></Block> }
}

/** On one person's page, for whoever rates how sessions with them are held: who sits in next, and the way in. */
export async function fidelityGlance(work: Work, _participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRate, next] = await together([mayFor(work, 'write', 'integrity_rating'), sittingIn(work)])
  if (!mayRate) return undefined
  return { place: 'aside', order: 61, body: <Block title={t('integrity.title')} size="xs">
    {next.map(({ observer, starts_at: at, reason }) => <p class="ds-paragraph" data-size="sm">{t('integrity.sits-in', { observer, moment: say.moment(at), reason })}</p>)}
    <p class="ds-paragraph" data-size="sm"><Link href={personIntegrityPage(publicId)}>{t('integrity.person')}</Link> · <Link href={integrityPage}>{t('integrity.title')}</Link></p>
  </Block> }
}
