import { mayFor, readersPage, sayReaders, whoMayRead } from '../../access/index.ts'
import { thePerson, type Person } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Empty, Link, Narrow, Notice, PageHead, WhoReads } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { agreeingPage, endAdvicePage, endPlanPage, newAdvicePage, newPlanPage, printPage, replaceAdvicePage, takeAdviceBackPage, takePlanBackPage } from '../addresses.ts'
import { isInForce, mayTakeBack, type Advice, type SafetyPlan } from '../advice.ts'
import { adviceOf, safetyPlansOf } from '../health.queries.ts'
import { planInForce } from '../health.verbs.ts'
import { t } from '../words.ts'
import { isLeftByHealth } from '../without-health.ts'
import { Actions, AdviceItem, Earlier, PlanBody, Way, writtenSaid } from './parts.tsx'

type Seen = { work: Work, person: Person, mayWrite: boolean }

/** The safety plan first, since it is looked for in a hurry; then what to do and to leave; what holds no more is folded away. */
export async function showHelp(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'functional_advice')) throw refuse('not-found')
  const mayWrite = await mayFor(work, 'write', 'functional_advice')
  const [plans, advice] = [await safetyPlansOf(work, person.participant_id), await adviceOf(work, person.participant_id)]
  const seen = { work, person, mayWrite }
  const isLeft = await isLeftByHealth(work, person.participant_id, [...plans, ...advice])
  return show({ title: t('health.title'), body: <Narrow>
    <Way person={person} />
    <PageHead title={t('health.title')} sub={person.name} actions={mayWrite && <ButtonLink href={newAdvicePage(person.public_id)}>{t('health.advice.new')}</ButtonLink>} />
    {isLeft && <Notice kind="care">{t('health.left')}</Notice>}
    <Block title={t('health.plan.title')}><PlanPart {...seen} plan={planInForce(plans)} /></Block>
    <Block title={t('health.advice.title')}><AdvicePart {...seen} advice={advice.filter(isInForce)} /></Block>
    <Earlier plans={plans.filter((plan) => !isInForce(plan))} advice={advice.filter((one) => !isInForce(one))} today={work.today} />
    <WhoReads href={readersPage(person.public_id)}>{sayReaders(await whoMayRead(work, 'functional_advice'))}. {t('health.readers.agreed')}
      {await mayFor(work, 'write', 'consent_and_notice') && <span class="on-screen"> <Link does href={agreeingPage(person.public_id)}>{t('health.agreeing.title')}</Link> ·</span>}</WhoReads>
  </Narrow> })
}

function PlanPart({ work, person, mayWrite, plan }: Seen & { plan: SafetyPlan | undefined }) {
  const participantId = person.public_id
  const write = mayWrite && <p class="actions"><ButtonLink secondary href={newPlanPage(participantId)}>{plan ? t('health.plan.renew') : t('health.plan.new')}</ButtonLink></p>
  if (!plan) return <><Empty>{t('health.plan.none')}</Empty>{write}</>
  const here = { participantId, planId: plan.publicId }
  return <>
    <PlanBody plan={plan} />
    <p class="ds-paragraph muted" data-size="sm">{writtenSaid(plan, work.today)}</p>
    <Actions about={t('health.plan.title')} actions={[
      { href: printPage(here), says: t('health.print') },
      ...(mayWrite ? [{ href: endPlanPage(here), says: t('health.end') }] : []),
      ...(mayWrite && mayTakeBack(plan, work.actor.id, work) ? [{ href: takePlanBackPage(here), says: t('health.take-back') }] : [])]} />
    {write}
  </>
}

function AdvicePart({ work, person, mayWrite, advice }: Seen & { advice: Advice[] }) {
  if (advice.length === 0) return <Empty>{t('health.advice.none')}</Empty>
  const actionsFor = (one: Advice) => {
    const here = { participantId: person.public_id, adviceId: one.publicId }
    return [{ href: replaceAdvicePage(here), says: t('health.replace') }, { href: endAdvicePage(here), says: t('health.end') },
      ...(mayTakeBack(one, work.actor.id, work) ? [{ href: takeAdviceBackPage(here), says: t('health.take-back') }] : [])]
  }
  return <ul class="plain questions">{advice.map((one) => <AdviceItem one={one} today={work.today} actions={mayWrite ? actionsFor(one) : undefined} />)}</ul>
}
