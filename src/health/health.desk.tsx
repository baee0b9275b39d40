import { mayFor } from '../access/index.ts'
import { addDays } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { agreeingPage, helpPage } from './addresses.ts'
import { isInForce } from './advice.ts'
import { adviceOf, helpToReview, safetyPlansOf } from './health.queries.ts'
import { planInForce } from './health.verbs.ts'
import { t } from './words.ts'

const daysOfNotice = 14
const mostAtAGlance = 3

/** For health: advice and plans that have to be looked at again. Nobody else is asked. */
export async function healthDue(work: Work): Promise<Due[]> {
  if (!work.actor.roles.includes('health')) return []
  return (await helpToReview(work, addDays(work.today, daysOfNotice))).map(({ person, name, kind, review_on: on }) => ({
    on, about: name, says: t(`health.due.${kind}`), href: helpPage(person), because: t('health.due.because', { day: say.day(on) }) }))
}

/** On one person's page: what to do or leave, and whether there is a plan; to whoever the person has not opened it, that it is closed, whether there is anything or not. */
export async function healthGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, mayRecord] = await together([mayFor(work, 'read', 'functional_advice'), mayFor(work, 'write', 'consent_and_notice')])
  if (!mayRead && !mayRecord) return undefined
  return { place: 'aside', order: 45, body: <Block title={t('health.title')} size="xs">
    {mayRead ? await InShort({ work, participantId, publicId }) : <p class="ds-paragraph" data-size="sm">{t('health.glance.closed')} <Link href={agreeingPage(publicId)}>{t('health.agreeing.title')}</Link></p>}
  </Block> }
}

async function InShort({ work, participantId, publicId }: { work: Work, participantId: number, publicId: string }) {
  const [advice, plans] = await together([adviceOf(work, participantId), safetyPlansOf(work, participantId)])
  const [held, plan] = [advice.filter(isInForce), planInForce(plans)]
  return <>
    {held.length > 0 && <ul class="plain">{held.slice(0, mostAtAGlance).map(({ words }) => <li dir="auto">{words}</li>)}</ul>}
    <p class="ds-paragraph" data-size="sm">{held.length === 0 && `${t('health.advice.none')} `}{plan ? t('health.glance.plan', { day: say.day(plan.reviewOn) }) : t('health.plan.none')} <Link href={helpPage(publicId)}>{t('health.glance.all')}</Link></p>
  </>
}
