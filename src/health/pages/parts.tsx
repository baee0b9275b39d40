import type { Child } from 'hono/jsx'
import { roleName } from '../../access/index.ts'
import type { Person } from '../../participants/index.ts'
import { Crumbs, DetailsFold, Hidden, Link, SummaryList, Ticks } from '../../platform/page/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { dayAt, type Day } from '../../platform/day.ts'
import { currentReader, say } from '../../platform/words/index.ts'
import { helpPage } from '../addresses.ts'
import { isInForce, planParts, readerRoles, type Advice, type PlanPart, type SafetyPlan, type Standing } from '../advice.ts'
import { isLate } from '../without-health.ts'
import { t } from '../words.ts'

export function Way({ person, here }: { person: Person, here?: string }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }, ...(here ? [{ href: helpPage(person.public_id), label: t('health.title') }] : [])]
  return <Crumbs above={above} here={here ?? t('health.title')} />
}

/** The four parts, in the person's words. */
export function PlanBody({ plan }: { plan: Record<PlanPart, string> }) {
  return <SummaryList answers={planParts.map((part) => ({ label: t(`health.part.${part}`), value: plan[part] ? <span class="prose" dir="auto">{plan[part]}</span> : <span class="muted">{t('health.part-empty')}</span> }))} />
}

/** Who wrote it and when; while it holds, by when somebody looks at it again, or that nobody has: whoever acts on it may meet somebody who has changed. */
export function writtenSaid(one: Standing, today: Day): string {
  const [{ author, reviewOn }, day] = [one, say.day(writtenOn(one.writtenAt))]
  const written = author ? t('health.written.by', { name: author, day }) : t('health.written', { day })
  return isInForce(one) ? `${written} ${t(isLate(one, today) ? 'health.review.late' : 'health.review', { day: say.day(reviewOn) })}` : written
}

/** What became of it, where it holds no more. */
function overSaid({ replacedAt, ended }: Standing): string {
  if (ended) return t('health.over.ended', { day: say.day(ended.on), why: ended.why })
  return replacedAt ? t('health.over.replaced', { day: say.day(writtenOn(replacedAt)) }) : ''
}

function writtenOn(at: Standing['writtenAt']) {
  return dayAt(at, currentReader().timeZone)
}

function readersSaid({ readers }: Pick<Advice, 'readers'>): string {
  return say.list(readers.map(roleName))
}

type AdviceItemProps = { one: Advice, today: Day, actions?: { href: string, says: string }[] | undefined }

/** One piece of advice: the words first, then for whom, by whom and until when. */
export function AdviceItem({ one, today, actions = [] }: AdviceItemProps) {
  return <li>
    <p class="ds-paragraph prose" dir="auto">{one.words}</p>
    <p class="ds-paragraph muted" data-size="sm">{t('health.for', { readers: readersSaid(one) })} {writtenSaid(one, today)} {overSaid(one)}</p>
    {actions.length > 0 && <Actions actions={actions} about={one.words} />}
  </li>
}

/** What can be done, beside each other, and not on paper; a screen reader hears with what. */
export function Actions({ actions, about }: { actions: { href: string, says: string }[], about: string }): Child {
  return <p class="ds-paragraph beside on-screen" data-size="sm">{actions.map(({ href, says }, place) => <>{place > 0 && ' · '}<Link href={href}>{says}<span class="ds-sr-only"> {about}</span></Link></>)}</p>
}

/** What holds no more: kept, and folded away. The same for colleagues and on the person's own page. */
export function Earlier({ plans, advice, today }: { plans: SafetyPlan[], advice: Advice[], today: Day }) {
  if (plans.length + advice.length === 0) return <></>
  return <DetailsFold summary={t('health.earlier')}>
    <ul class="plain questions">{advice.map((one) => <AdviceItem one={one} today={today} />)}{plans.map((plan) => <EarlierPlan plan={plan} today={today} />)}</ul>
  </DetailsFold>
}

function EarlierPlan({ plan, today }: { plan: SafetyPlan, today: Day }) {
  return <li>
    <p class="ds-paragraph muted" data-size="sm">{writtenSaid(plan, today)} {overSaid(plan)}</p>
    <PlanBody plan={plan} />
  </li>
}

/** To whom the person opens it; the same on their own page and where a colleague writes down what they said. */
export function ReaderTicks({ label, chosen, attempt }: { label: string, chosen: string[], attempt: Attempt | undefined }) {
  return <>
    <Hidden name="shown" value={chosen.join(' ') || 'nobody'} />
    <Ticks name="readers" label={label} attempt={attempt} required options={readerRoles.map((role) => ({ name: role, label: t(`health.agree.${role}`), checked: chosen.includes(role) }))} />
  </>
}
