import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Empty, ErrorSummary, Form, Link, Narrow, Notice, PageHead, Submit } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { ownPrintPage, ownSharingPage } from '../addresses.ts'
import { isInForce } from '../advice.ts'
import { adviceOf, agreedReaders, safetyPlansOf } from '../health.queries.ts'
import { planInForce } from '../health.verbs.ts'
import { t } from '../words.ts'
import { isLeftByHealth } from '../without-health.ts'
import { AdviceItem, Earlier, PlanBody, ReaderTicks, writtenSaid } from './parts.tsx'

/** The person's own plan and what is advised about them, who reads it by their yes, and how to say that something is wrong. */
export async function showOwnHelp(work: Work, _: object, attempt?: Attempt) {
  const id = work.actor.id
  const [plans, advice, readers] = [await safetyPlansOf(work, id), await adviceOf(work, id), await agreedReaders(work, id)]
  const [plan, held] = [planInForce(plans), advice.filter(isInForce)]
  const isLeft = await isLeftByHealth(work, id, [...plans, ...advice])
  return show({ title: t('health.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('health.own.title')} sub={t('health.own.sub')} />
    {isLeft && <Notice kind="info">{t('health.own.left')}</Notice>}
    <Block title={t('health.own.plan')}>{plan ? <>
      <PlanBody plan={plan} />
      <p class="ds-paragraph muted" data-size="sm">{writtenSaid(plan, work.today)}</p>
      <p class="ds-paragraph"><Link does href={ownPrintPage}>{t('health.own.print')}</Link></p>
    </> : <Empty>{t('health.own.no-plan')}</Empty>}</Block>
    <Block title={t('health.own.advice')}>{held.length > 0 ? <ul class="plain questions">{held.map((one) => <AdviceItem one={one} today={work.today} />)}</ul> : <Empty>{t('health.own.no-advice')}</Empty>}</Block>
    <Earlier plans={plans.filter((one) => !isInForce(one))} advice={advice.filter((one) => !isInForce(one))} today={work.today} />
    <p class="ds-paragraph" data-size="sm">{t('health.own.wrong')} <Link href="/own/complaints/new?kind=objection&subject=record">{t('health.own.object')}</Link></p>
    <Block title={t('health.own.share')} size="xs"><p class="ds-paragraph">{t('health.own.share.what')}</p>
      <Form action={ownSharingPage} keys={keysOf(work)}>
        <ReaderTicks label={t('health.own.share.who')} chosen={readers} attempt={attempt} />
        <Submit label={t('health.own.share.do')} />
      </Form></Block>
  </Narrow> })
}
