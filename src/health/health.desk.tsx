import { mayFor } from '../access/index.ts'
import { addDays, type Day } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { agreeingPage, helpPage } from './addresses.ts'
import { isInForce } from './advice.ts'
import { adviceOf, helpLeftByHealth, helpToReview, safetyPlansOf } from './health.queries.ts'
import { planInForce } from './health.verbs.ts'
import { isLate, isLeftByHealth } from './without-health.ts'
import { t } from './words.ts'

const daysOfNotice = 14
const mostAtAGlance = 3

/** For health: advice and plans that have to be looked at again. Where nobody from health is on the team any more, for a case manager to whom the person has opened them, once the day is over; nobody else is asked. */
export async function healthDue(work: Work): Promise<Due[]> {
  const left = work.actor.roles.includes('case_manager') ? (await helpLeftByHealth(work)).map((row) => dueOnceLeft(row)) : []
  return work.actor.roles.includes('health') ? [...await reviewsDue(work), ...left] : left
}

/** That something is late, and not whether it is advice or a plan: whoever stands behind the screen learns no more than they must. */
function dueOnceLeft({ person, name, review_on: on }: { person: string, name: string, review_on: Day }): Due {
  return { on, about: name, says: t('health.due.left'), href: helpPage(person), because: t('health.due.left.because', { day: say.day(on) }) }
}

async function reviewsDue(work: Work): Promise<Due[]> {
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
  const late = [...held, ...(plan ? [plan] : [])].filter((one) => isLate(one, work.today))
  const isLeft = await isLeftByHealth(work, participantId, late)
  return <>
    {held.length > 0 && <ul class="plain">{held.slice(0, mostAtAGlance).map(({ words }) => <li dir="auto">{words}</li>)}</ul>}
    <p class="ds-paragraph" data-size="sm">{held.length === 0 && `${t('health.advice.none')} `}{plan ? t(isLate(plan, work.today) ? 'health.glance.plan.late' : 'health.glance.plan', { day: say.day(plan.reviewOn) }) : t('health.plan.none')} <Link href={helpPage(publicId)}>{t('health.glance.all')}</Link></p>
    {isLeft && <p class="ds-paragraph" data-size="sm">{t('health.left')}</p>}
  </>
}
