import { myRoleFor } from '../access/index.ts'
import { limitOnOffence, thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DayField, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, PageHead, SavedDraft, Select, Submit, Table, TextArea } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { isOffenceFocused, notEstablishedIn, programmeOf, programmesOnOffer, programmeTitle, unitsOf, type Programme } from '../programmes/index.ts'
import { endings } from './plan.ts'
import { addAim, endPlan, makePlan, thePlan } from './plans.verbs.ts'
import { AddAim, EndPlan, MakePlan } from './plans.input.ts'
import { aimsOf, plansOf } from './plans.queries.ts'
import { stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

const page = pageDoors()
export const planPages = page

export function plansPage(participantId: string): string { return `/people/${participantId}/plans` }
export function newPlanPage(participantId: string): string { return `${plansPage(participantId)}/new` }
export function planPage(participantId: string, planId: string): string { return `${plansPage(participantId)}/${planId}` }

page.get('/people/{participantId}/plans', { does: 'consult', shows: 'plan_dates', about: 'participantId' }, async (work) => {
  const person = await thePerson(work)
  const plans = await plansOf(work, work.about)
  const rows = plans.map((plan) => [<Link href={planPage(person.public_id, plan.public_id)}>{programmeTitle(plan.programme)}</Link>, stateSentence(plan)])
  return show({ title: t('plan.title'), body: <>
    <Crumbs above={crumbs(person)} here={t('plan.title')} />
    <PageHead title={t('plan.title')} sub={person.name} actions={<ButtonLink href={newPlanPage(person.public_id)}>{t('plan.new.title')}</ButtonLink>} />
    {rows.length === 0 ? <Empty>{t('plan.none')}</Empty> : <Table caption={t('plan.title')} captionHidden columns={[{ label: t('plan.field.programme') }, { label: t('plan.title') }]} rows={rows} />}
  </> })
})

page.get('/people/{participantId}/plans/new', { does: 'consult', shows: 'plan_dates', about: 'participantId', draft: true }, newPlan)
page.post('/people/{participantId}/plans/new', { does: 'collect', shows: 'plan_dates', about: 'participantId', draft: true, takes: MakePlan, again: newPlan },
  async (work, { participantId, programme, beginsOn }) => goTo(planPage(participantId, await makePlan(work, { programme, beginsOn })), t('plan.made')))

async function newPlan(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const options = programmesOnOffer().map(({ definition }) => ({ value: definition.id, label: definition.title }))
  return show({ title: t('plan.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: plansPage(participantId), label: t('plan.title') }]} here={t('plan.new.title')} />
    <PageHead title={t('plan.new.title')} sub={person.name} />
    <Form action={newPlanPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="programme" label={t('plan.field.programme')} hint={t('plan.new.hint')} options={options} attempt={attempt} required />
      <DayField name="beginsOn" label={t('plan.field.begins-on')} attempt={attempt} value={work.today} required />
      <Submit label={t('plan.new.do')} draft />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/plans/{planId}', { does: 'consult', shows: 'plan_content', about: 'participantId', draft: true }, onePlan)
page.post('/people/{participantId}/plans/{planId}', { does: 'collect', shows: 'plan_content', about: 'participantId', draft: true, takes: AddAim, again: onePlan },
  async (work, { participantId, planId, aim, reason }) => {
    await addAim(work, planId, { aim, reason })
    return goTo(planPage(participantId, planId), t('plan.aim.added'))
  })

async function onePlan(work: Work, { participantId, planId }: { participantId: string, planId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await thePlan(work, planId)
  const definition = await programmeOf(work, plan.programme, plan.version)
  const role = await myRoleFor(work, work.about)
  const mayWrite = role === 'facilitator' && plan.state !== 'ended'
  return show({ title: t('plan.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: plansPage(participantId), label: t('plan.title') }]} here={definition?.title ?? plan.programme} />
    <PageHead title={definition?.title ?? plan.programme} sub={t('plan.sub', { programme: person.name, version: String(plan.version), state: stateSentence(plan) })}
      actions={plan.state !== 'ended' && ['coordinator', 'facilitator'].includes(role ?? '') && <ButtonLink secondary href={`${planPage(participantId, planId)}/ending`}>{t('plan.end.title')}</ButtonLink>} />
    <Aims aims={await aimsOf(work, plan.id)} mayRead={role !== 'coordinator' && role !== 'case_manager'} />
    {mayWrite && <Block title={t('plan.aim.title')} size="xs">{await limitOnOffence(work, work.about)}<Form action={planPage(participantId, planId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="aim" label={t('plan.field.aim')} readers={t('plan.aim.readers')} attempt={attempt} rows={3} most={2000} required />
      <TextArea name="reason" label={t('plan.field.reason')} attempt={attempt} rows={3} most={2000} required />
      <Submit label={t('plan.aim.do')} draft />
    </Form></Block>}
    {definition && <Parts definition={definition} />}
  </Narrow> })
}

function Aims({ aims, mayRead }: { aims: Awaited<ReturnType<typeof aimsOf>>, mayRead: boolean }) {
  const empty = mayRead ? t('plan.aims.empty') : t('plan.aims.not-yours')
  return <Block title={t('plan.aims')}>
    {aims.length === 0 ? <Empty>{empty}</Empty> : <ol class="aims">{aims.map(({ aim, reason, written_by, written_at }) =>
      <li><p class="ds-paragraph">{aim}</p><p class="ds-paragraph muted" data-size="sm">{reason} · {written_by}, {say.moment(written_at)}</p></li>)}</ol>}
  </Block>
}

function Parts({ definition }: { definition: Programme }) {
  const units = unitsOf(definition)
  return <Block title={t('plan.units')}>
    {units.length === 0 ? <Empty>{t('plan.units.none')}</Empty> : <ul>{units.map((unit) => <li>{isOffenceFocused(unit) ? t('plan.unit.offence', { title: unit.title }) : unit.title}</li>)}</ul>}
    <DetailsFold summary={t('plan.not-established')}>
      <ul>{definition.not_established.map((says) => <li>{says}</li>)}</ul>
      <p class="ds-paragraph muted">{t('plan.not-established.places', { count: notEstablishedIn(definition).length })}</p>
    </DetailsFold>
  </Block>
}

page.get('/people/{participantId}/plans/{planId}/ending', { does: 'consult', shows: 'plan_dates', about: 'participantId' }, endForm)
page.post('/people/{participantId}/plans/{planId}/ending', { does: 'alter', shows: 'plan_dates', about: 'participantId', takes: EndPlan, again: endForm },
  async (work, { participantId, planId, endedOn, ending }, sent) => {
    await endPlan(work, planId, { endedOn, ending, revision: sent.revision })
    return goTo(planPage(participantId, planId), t('plan.ended'))
  })

async function endForm(work: Work, { participantId, planId }: { participantId: string, planId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await thePlan(work, planId)
  const labels = [t('plan.ending.completed'), t('plan.ending.commitments'), t('plan.ending.transferred'), t('plan.ending.own-wish'), t('plan.ending.another-route')]
  return show({ title: t('plan.end.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: planPage(participantId, planId), label: t('plan.title') }]} here={t('plan.end.title')} />
    <PageHead title={t('plan.end.title')} sub={person.name} />
    <Form action={`${planPage(participantId, planId)}/ending`} keys={keysOf(work, plan.revision)}>
      <DayField name="endedOn" label={t('plan.field.ended-on')} attempt={attempt} value={work.today} required />
      <Select name="ending" label={t('plan.field.ending')} hint={t('plan.end.hint')} options={endings.map((value, index) => ({ value, label: labels[index] ?? value }))} attempt={attempt} required />
      <Submit label={t('plan.end.do')} cancel={{ href: planPage(participantId, planId), label: t('plan.title') }} />
    </Form>
  </Narrow> })
}

function crumbs(person: { public_id: string, name: string }) {
  return [{ href: `/people/${person.public_id}`, label: person.name }]
}

