import { myRoleFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, ErrorSummary, Form, Narrow, PageHead, SavedDraft, Select, Submit, TextArea, Tick } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { programmeOf } from '../../programmes/index.ts'
import { theNeed } from '../adapt-plan.ts'
import { StateOfAim } from '../states/aims.tsx'
import { statesIn } from '../states/states-in.ts'
import { needKinds } from '../plan.ts'
import { planToArrange, planToWrite } from '../plans.verbs.ts'
import { needSaid } from '../state-sentence.ts'
import { limitBeforeWriting } from '../offence/answer-offence.ts'
import { t } from '../words.ts'
import { aimsOf } from '../plans.queries.ts'
import { aimPage, endNeedPage, letGoPage, newNeedPage, planPage, statesPage, Way, type Here } from './addresses.tsx'

/** What we work towards, with its reason. */
export async function aimForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToWrite(work, here.planId)
  const states = statesIn(await programmeOf(work, plan.programme, plan.version))
  return show({ title: t('plan.aim.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.aim.title')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.aim.title')} sub={person.name} />
    {await limitBeforeWriting(work, work.about)}
    <Form action={aimPage(here)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="aim" label={t('plan.field.aim')} readers={t('plan.aim.readers')} attempt={attempt} rows={3} most={2000} required />
      <TextArea name="reason" label={t('plan.field.reason')} attempt={attempt} rows={3} most={2000} required />
      <StateOfAim states={states?.values ?? []} attempt={attempt} />
      <Submit label={t('plan.aim.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

/** Asks once more, with the aim in sight, before it leaves the plan. */
export async function letGoForm(work: Work, { aimId, ...here }: Here & { aimId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToWrite(work, here.planId)
  const aim = (await aimsOf(work, plan.id)).find(({ public_id }) => public_id === aimId)
  if (!aim) throw refuse('not-found')
  return show({ title: t('plan.aim.let-go'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.aim.let-go')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.aim.let-go')} sub={person.name} />
    <p class="ds-paragraph"><span dir="auto">{aim.aim}</span></p>
    <p class="ds-paragraph">{t('plan.aim.let-go.hint')}</p>
    <Form action={letGoPage(here, aimId)} keys={keysOf(work)}>
      <Submit label={t('plan.aim.let-go')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

/** What makes the plan fit this person. What somebody believes is asked by no field. */
export async function needForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  await planToArrange(work, here.planId)
  const kinds = await myRoleFor(work, work.about) === 'facilitator' ? needKinds : ['person'] as const
  const heading = t(kinds.length > 1 ? 'plan.needs.add' : 'plan.needs.add-person')
  return show({ title: heading, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={heading} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={heading} sub={kinds.length > 1 ? t('plan.needs.hint') : person.name} />
    <Form action={newNeedPage(here)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="kind" label={t('plan.field.need')} attempt={attempt} value={kinds.length === 1 ? 'person' : ''} options={kinds.map((kind) => ({ value: kind, label: needSaid(kind) }))} required />
      <TextArea name="what" label={t('plan.field.need-what')} hint={t('plan.needs.what-hint')} attempt={attempt} rows={3} most={2000} readers={t('plan.needs.readers')} required />
      <TextArea name="why" label={t('plan.field.need-why')} hint={t('plan.needs.why-hint')} attempt={attempt} rows={2} most={2000} />
      {kinds.length > 1 && <Tick name="askedFor" label={t('plan.field.asked-for')} hint={t('plan.needs.faith-hint')} attempt={attempt} />}
      <Submit label={t('plan.needs.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

export async function endNeedForm(work: Work, { needId, ...here }: Here & { needId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const need = await theNeed(work, here.planId, needId)
  await (need.kind === 'person' ? planToArrange : planToWrite)(work, here.planId)
  return show({ title: t('plan.needs.end'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.needs.end')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.needs.end')} sub={person.name} />
    <p class="ds-paragraph"><b>{needSaid(need.kind)}:</b> <span dir="auto">{need.what}</span></p>
    <p class="ds-paragraph">{t('plan.needs.end-hint')}</p>
    <Form action={endNeedPage(here, needId)} keys={keysOf(work)}>
      <Submit label={t('plan.needs.end')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

/** Where the person stands now. The way back from every state is the same form. */
export async function stateForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToWrite(work, here.planId)
  const states = statesIn(await programmeOf(work, plan.programme, plan.version))
  if (!states) throw refuse('state-not-in-programme')
  return show({ title: t('plan.states.note'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.states.note')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.states.note')} sub={t('plan.states.hint')} />
    <Form action={statesPage(here)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="state" label={t('plan.field.state')} attempt={attempt} options={states.values.map(({ id, title, aim }) => ({ value: id, label: title, hint: aim }))} required />
      <TextArea name="reason" label={t('plan.field.state-reason')} attempt={attempt} rows={3} most={2000} readers={t('plan.aim.readers')} required />
      <DayField name="seenOn" label={t('plan.field.seen-on')} attempt={attempt} value={work.today} required />
      <Submit label={t('plan.states.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}
