import { mayFor } from '../access/index.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { consentsPage, erasurePage, particularsPage, releasePage, statePage, statusesPage, timesPage } from './addresses.ts'
import { holdingOn, offenceIsLocked } from './participant.ts'
import { answersOf, awaitedOf, notAsked, pausesToKnow, releasesOf, saidYesOn, statusesOf, withoutStatus } from './participants.queries.ts'
import { standingSaid } from './consent.pages.tsx'
import { statusSaid } from './said.ts'
import { t } from './words.ts'

/** Who was accepted and has not been asked, or not with the notice; whose legal status nobody has recorded. */
export async function consentsDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework') return []
  return [
    ...(await notAsked(work)).map((one) => ({ on: one.state_since, says: t('person.due.ask'), href: consentsPage(one.public_id), about: one.name, because: one.imported ? t('person.due.because-imported') : t('person.due.because') })),
    ...(await awaitedOf(work)).map((one) => ({ on: one.on, says: t(`person.due.${one.what}`), href: placesOf[one.what](one.public_id), about: one.name, because: t(`person.due.${one.what}.because`) })),
    ...(await pausesToKnow(work)).map((one) => ({ on: one.on, says: t(`person.due.${one.what}`), href: statePage(one.public_id), about: one.name, because: t(`person.due.${one.what}.because`) })),
    ...(await withoutStatus(work)).map((one) => ({ on: one.state_since, says: t('person.status.due'), href: statusesPage(one.public_id), about: one.name, because: t('person.status.due.because') })),
  ]
}

const placesOf = { status: statusesPage, release: releasePage, changed: releasePage, 'ask-anew': consentsPage, acquitted: erasurePage, erasure: erasurePage }

/** What the person has said, where they stand before the law, and when they go: each for those who may read it. */
export async function personGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const lines = [...await consentLines(work, participantId, publicId), ...await statusLines(work, participantId, publicId), ...await releaseLines(work, participantId, publicId)]
  return { place: 'aside', order: 5, body: <Block title={t('person.glance')} size="xs">
    <ul class="plain">{lines.map((line) => <li>{line}</li>)}</ul>
    <p class="ds-paragraph" data-size="sm">{await mayFor(work, 'read', 'personal_times') && <><Link href={timesPage(publicId)}>{t('times.theirs')}</Link> · </>}{await mayFor(work, 'read', 'identity_particulars') && <><Link href={particularsPage(publicId)}>{t('person.particulars')}</Link> · </>}{await mayFor(work, 'read', 'plan_dates') && <Link href={statePage(publicId)}>{t('person.state.link')}</Link>}</p>
  </Block> }
}

async function consentLines(work: Work, participantId: number, publicId: string) {
  if (!await mayFor(work, 'read', 'consent_and_notice')) return []
  const programme = (await answersOf(work, participantId)).find(({ purpose }) => purpose === 'programme')
  return [<><Link href={consentsPage(publicId)}>{t('person.consents')}</Link>: {standingSaid(programme)}</>]
}

async function statusLines(work: Work, participantId: number, publicId: string) {
  if (!await mayFor(work, 'read', 'legal_status')) return []
  const all = await statusesOf(work, participantId)
  const now = holdingOn(all, work.today).map(({ status }) => statusSaid(status))
  const said = now.length === 0 ? t('person.status.unknown') : say.list(now)
  return [<><Link href={statusesPage(publicId)}>{t('person.statuses')}</Link>: {said}{all.some(({ as_told }) => as_told) && <> ({t('person.status.unconfirmed')})</>}{offenceIsLocked(all, work.today, await saidYesOn(work, participantId)) && <>. {t('person.status.locked')}</>}</>]
}

async function releaseLines(work: Work, participantId: number, publicId: string) {
  if (!await mayFor(work, 'read', 'release')) return []
  const [now] = await releasesOf(work, participantId)
  return [<><Link href={releasePage(publicId)}>{t('person.release')}</Link>: {now?.release_on ? say.day(now.release_on) : t('person.release.none')}</>]
}
