import { mayFor, teamPage } from '../access/index.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { consentsPage, erasurePage, particularsPage, releasePage, restrictionReviewsPage, statePage, statusesPage, timesPage } from './addresses.ts'
import { holdingOn, offenceIsLocked } from './participant.ts'
import { answersOf, awaitedOf, notAsked, pausesToKnow, releasesOf, lastYes, statusesOf, withoutStatus } from './participants.queries.ts'
import { restrictionsToLookAt } from './restrictions/restrictions.queries.ts'
import { standingSaid } from './consent.pages.tsx'
import { statusSaid } from './said.ts'
import { t } from './words.ts'

/** Who was accepted and has not been asked, or not with the notice; whose legal status nobody has recorded; whose restrictions on contact are to be looked at again. */
export async function consentsDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework') return []
  const [isManager, isCoordinator] = [work.actor.roles.includes('case_manager'), work.actor.roles.includes('coordinator')]
  const [unasked, awaited, pauses, unrecorded, restricted, unmanaged] = await together([notAsked(work), awaitedOf(work), pausesToKnow(work), isManager ? withoutStatus(work) : [], isManager ? restrictionsToLookAt(work, 'case_manager') : [], isCoordinator ? restrictionsToLookAt(work, 'coordinator') : []])
  return [
    ...unasked.map((one) => ({ on: one.state_since, says: t('person.due.ask'), href: consentsPage(one.public_id), about: one.name, because: one.imported ? t('person.due.because-imported') : t('person.due.because') })),
    ...awaited.map((one) => ({ on: one.on, says: t(`person.due.${one.what}`), href: placesOf[one.what](one.public_id), about: one.name, because: t(`person.due.${one.what}.because`) })),
    ...pauses.map((one) => ({ on: one.on, says: t(`person.due.${one.what}`), href: statePage(one.public_id), about: one.name, because: t(`person.due.${one.what}.because`) })),
    ...unrecorded.map((one) => ({ on: one.state_since, says: t('person.status.due'), href: statusesPage(one.public_id), about: one.name, because: t('person.status.due.because') })),
    ...restricted.map((one) => ({ on: one.on, says: t('restriction.due'), href: restrictionReviewsPage(one.public_id), about: one.name, because: t('restriction.due.because', { day: say.day(one.on) }) })),
    // Nobody renews them in silence for want of somebody to look: whoever coordinates names a case manager.
    ...unmanaged.map((one) => ({ on: one.on, says: t('restriction.due.unmanaged'), href: teamPage(one.public_id), about: one.name, because: t('restriction.due.unmanaged.because', { day: say.day(one.on) }) })),
  ]
}

const placesOf = { status: statusesPage, release: releasePage, changed: releasePage, 'ask-anew': consentsPage, acquitted: erasurePage, erasure: erasurePage }

/** What the person has said, where they stand before the law, and when they go: each for those who may read it. */
export async function personGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const [lines, hasTimes, hasParticulars, hasDates] = await together([
    together([consentLines(work, participantId, publicId), statusLines(work, participantId, publicId), releaseLines(work, participantId, publicId)]),
    mayFor(work, 'read', 'personal_times'), mayFor(work, 'read', 'identity_particulars'), mayFor(work, 'read', 'plan_dates')])
  const links = [
    ...(hasTimes ? [<Link href={timesPage(publicId)}>{t('times.theirs')}</Link>] : []), ...(hasParticulars ? [<Link href={particularsPage(publicId)}>{t('person.particulars')}</Link>] : []),
    ...(hasDates ? [<Link href={statePage(publicId)}>{t('person.state.link')}</Link>] : [])]
  return { place: 'aside', order: 5, body: <Block title={t('person.glance')} size="xs">
    <ul class="plain">{lines.flat().map((line) => <li>{line}</li>)}</ul>
    <p class="ds-paragraph" data-size="sm">{links.map((link, place) => <>{place > 0 && ' · '}{link}</>)}</p>
  </Block> }
}

async function consentLines(work: Work, participantId: number, publicId: string) {
  const [may, answers] = await together([mayFor(work, 'read', 'consent_and_notice'), answersOf(work, participantId)])
  if (!may) return []
  const programme = answers.find(({ purpose }) => purpose === 'programme')
  return [<><Link href={consentsPage(publicId)}>{t('person.consents')}</Link>: {standingSaid(programme)}</>]
}

async function statusLines(work: Work, participantId: number, publicId: string) {
  const [may, all, yes] = await together([mayFor(work, 'read', 'legal_status'), statusesOf(work, participantId), lastYes(work, participantId)])
  if (!may) return []
  const now = holdingOn(all, work.today).map(({ status }) => statusSaid(status))
  const said = now.length === 0 ? t('person.status.unknown') : say.list(now)
  return [<><Link href={statusesPage(publicId)}>{t('person.statuses')}</Link>: {said}{all.some(({ as_told }) => as_told) && <> ({t('person.status.unconfirmed')})</>}{offenceIsLocked(all, work.today, yes) && <>. {t('person.status.locked')}</>}</>]
}

async function releaseLines(work: Work, participantId: number, publicId: string) {
  const [may, [now]] = await together([mayFor(work, 'read', 'release'), releasesOf(work, participantId)])
  if (!may) return []
  return [<><Link href={releasePage(publicId)}>{t('person.release')}</Link>: {now?.release_on ? say.day(now.release_on) : t('person.release.none')}</>]
}
