import { mayFor } from '../../access/index.ts'
import { beforeAPlan, eligibilityPage, programmeFor } from '../../eligibility/index.ts'
import { thePerson, type Person } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { DayField, ErrorSummary, Form, Link, Narrow, Notice, PageHead, SavedDraft, Select, Submit } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer, programmeTitle, type Programme } from '../../programmes/index.ts'
import { openPlan, type PlanRow } from '../plans.queries.ts'
import { t as change } from '../change/words.ts'
import { yesIsMissing, yesWasToAnother } from '../plans.verbs.ts'
import { t } from '../words.ts'
import { newPlanPage, personPage, planPage, Way } from './addresses.tsx'

type Asked = { participantId: string, programme?: string | undefined }

/** A programme and a day. What the programme asks about the person stands beside it: open questions stay open, an answer against it is gone on despite by somebody who may. */
export async function newPlan(work: Work, { participantId, programme }: Asked, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'plan_dates')) throw refuse('not-found')
  const running = await openPlan(work, work.about)
  if (running) return show({ title: t('plan.new.title'), body: <Narrow><ErrorSummary attempt={attempt} /><Way person={person} here={t('plan.new.title')} />{whileOneRuns(person, running)}</Narrow> })
  const definition = programmesOnOffer().find((one) => one.definition.id === (attempt?.values['programme'] || programme))?.definition
  return show({ title: t('plan.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.new.title')} />
    <PageHead title={t('plan.new.title')} sub={person.name} />
    {await whatTheYesLacks(work, participantId, definition?.id)}
    {definition ? await whatItAsks(work, participantId, definition) : <p class="ds-paragraph muted">{t('plan.new.asked')} <Link href={eligibilityPage(participantId)}>{t('plan.new.asks')}</Link></p>}
    <Form action={newPlanPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="programme" label={t('plan.field.programme')} hint={t('plan.new.hint')} options={programmesOnOffer().map((one) => ({ value: one.definition.id, label: one.definition.title }))} value={definition?.id} attempt={attempt} required />
      <DayField name="beginsOn" label={t('plan.field.begins-on')} attempt={attempt} value={work.today} required />
      <Submit label={t('plan.new.do')} draft />
    </Form>
  </Narrow> })
}

/** Whether the person has still to be asked: at all, or of another programme than the one they said yes to. */
async function whatTheYesLacks(work: Work, participantId: string, programme: string | undefined) {
  const lacks = await yesIsMissing(work) ? t('plan.new.no-yes') : await yesWasToAnother(work, programme) && change('plan.change.needs-yes')
  return lacks && <Notice kind="info">{lacks} <Link href={`${personPage(participantId)}/consents`}>{t('plan.new.ask')}</Link></Notice>
}

/** One plan at a time: instead of a form that could only be refused, the way to the one that runs. */
function whileOneRuns(person: Person, { programme, public_id: planId }: PlanRow) {
  return <>
    <PageHead title={t('plan.new.title')} sub={person.name} />
    <Notice kind="info">{t('plan.new.running')} <Link href={planPage({ participantId: person.public_id, planId })}>{programmeTitle(programme)}</Link></Notice>
  </>
}

async function whatItAsks(work: Work, participantId: string, definition: Programme) {
  const { open, against, recordedAgainst } = await beforeAPlan(work, definition)
  const there = <Link href={programmeFor({ participantId, programme: definition.id })}>{t('plan.new.asks')}</Link>
  return <>
    {against.length > 0 && <Notice kind="care">{t('plan.new.against', { count: against.length, programme: definition.title })} {there}</Notice>}
    {recordedAgainst.length > 0 && <Notice kind="care">{t('plan.new.recorded', { asks: say.list(recordedAgainst.map(({ asks }) => asks)), programme: definition.title })} {there}</Notice>}
    {open.length > 0 && <Notice kind="info">{t('plan.new.open', { count: open.length, programme: definition.title })} {there}</Notice>}
    {against.length + recordedAgainst.length + open.length === 0 && <p class="ds-paragraph muted">{t('plan.new.asked')} {there}</p>}
  </>
}
