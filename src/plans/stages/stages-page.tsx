import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, PageHead, Submit } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { planPage, stagesPage, takeBackStagePage, Way, type Here } from '../pages/addresses.tsx'
import type { PlanRow } from '../plans.queries.ts'
import { planToArrange } from '../plans.verbs.ts'
import { t } from '../words.ts'
import { calledIn } from '../versions/earlier-parts.ts'
import { stagesEver, stagesIn } from './begin-stage.ts'
import { startSaid } from './start-page.tsx'
import { stagesWritten } from './stages.queries.ts'

type Written = Awaited<ReturnType<typeof stagesWritten>>[number]

/** In which stage the plan stands, since when, and how it came there; nothing where the programme has no stages. */
export async function stagesOfPlan(work: Work, { plan, here, mayArrange }: { plan: PlanRow, here: Here, mayArrange: boolean }) {
  const [written, start] = await together([stagesWritten(work, plan.id), startSaid(work, { plan, here, mayArrange })])
  const parts = await stagesEver(work, plan, written)
  if (parts.length === 0) return null
  const [now, ...before] = written.filter(({ taken_back_at }) => taken_back_at === null)
  const since = (row: Written) => <><b dir="auto">{calledIn(parts, row.stage)}</b>, {t('plan.stage.since', { day: say.day(row.begins_on) })}</>
  return <Block title={t('plan.stage.title')} size="xs">
    {now ? <p class="ds-paragraph" data-size="sm">{since(now)}</p> : <Empty>{t('plan.stage.none')}</Empty>}
    {before.length > 0 && <DetailsFold summary={t('plan.stage.before', { number: before.length })}><ul class="ds-list">{before.map((row) => <li>{since(row)}</li>)}</ul></DetailsFold>}
    {start}
    {mayArrange && <p class="ds-paragraph" data-size="sm"><Link does href={stagesPage(here)}>{t('plan.stage.begin')}</Link></p>}
  </Block>
}

/** Which stage began, and on which day. Under it everything that was written, with the way back from a mistake. */
export async function stageForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  const [stages, written] = [await stagesIn(work, plan), await stagesWritten(work, plan.id)]
  const parts = await stagesEver(work, plan, written)
  return show({ title: t('plan.stage.begin'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.stage.begin')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.stage.begin')} sub={t('plan.stage.hint')} />
    {stages.length === 0 ? <Empty>{t('plan.stage.no-stages')}</Empty> : <Form action={stagesPage(here)} keys={keysOf(work)}>
      <Choice name="stage" label={t('plan.field.stage')} attempt={attempt} options={stages.map(({ id, title, says }) => says === undefined ? { value: id, label: title } : { value: id, label: title, hint: says })} required />
      <DayField name="beginsOn" label={t('plan.field.stage-begins-on')} attempt={attempt} value={work.today} required />
      <Submit label={t('plan.stage.do')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>}
    <History rows={written} parts={parts} here={here} />
  </Narrow> })
}

/** Asks once more, with the stage named, before it is taken back. */
export async function takeBackStageForm(work: Work, { stageId, ...here }: Here & { stageId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  const row = (await stagesWritten(work, plan.id)).find(({ public_id, taken_back_at }) => public_id === stageId && taken_back_at === null)
  if (!row) throw refuse('not-found')
  const title = calledIn(await stagesEver(work, plan, [row]), row.stage)
  return show({ title: t('plan.stage.take-back'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.stage.take-back')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.stage.take-back')} sub={person.name} />
    <p class="ds-paragraph"><b dir="auto">{title}</b>, {t('plan.stage.since', { day: say.day(row.begins_on) })}</p>
    <p class="ds-paragraph">{t('plan.stage.take-back.hint')}</p>
    <Form action={takeBackStagePage(here, stageId)} keys={keysOf(work)}>
      <Submit label={t('plan.stage.take-back')} cancel={{ href: stagesPage(here), label: t('plan.stage.back') }} />
    </Form>
  </Narrow> })
}

function History({ rows, parts, here }: { rows: Written[], parts: { id: string, title: string }[], here: Here }) {
  if (rows.length === 0) return null
  return <Block title={t('plan.stage.history')} size="xs"><ul class="plain-list">{rows.map((row) => {
    const title = calledIn(parts, row.stage)
    return <li><p class="ds-paragraph" data-size="sm"><b dir="auto">{title}</b>, {t('plan.stage.since', { day: say.day(row.begins_on) })}. <span class="muted">{t('plan.aim.by', { name: row.written_by ?? '', when: say.moment(row.written_at) })}</span>{' '}
      {row.taken_back_at ? <span class="muted">{t('plan.stage.taken-back', { when: say.moment(row.taken_back_at) })}</span>
        : <Link does href={takeBackStagePage(here, row.public_id)}>{t('plan.stage.take-back')}<span class="ds-sr-only"> {title}</span></Link>}</p></li>
  })}</ul></Block>
}
