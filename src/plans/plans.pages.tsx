import { mayFor, myRoleFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import { ButtonLink, Crumbs, DayField, Empty, ErrorSummary, Form, Link, Narrow, PageHead, Select, Submit, Table } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { programmeTitle } from '../programmes/index.ts'
import { addNeed, endNeed, letGoOfAim, noteState } from './adapt-plan.ts'
import { carryOver } from './change/carry-over.ts'
import { carryForm } from './change/carry-page.tsx'
import { changePlan } from './change/change-plan.ts'
import { changeForm } from './change/change-page.tsx'
import { t as change } from './change/words.ts'
import { recordOffenceAgreement } from './offence/answer-offence.ts'
import { decideUnits, finishUnit } from './choose-units.ts'
import { chooseFit, setRhythm } from './fit-plan.ts'
import { movePlan } from './versions/move-plan.ts'
import { carriedPage, endingPage, newPlanPage, offencePage, personPage, planPage, Way, type Here } from './pages/addresses.tsx'
import { fitForm, rhythmForm } from './pages/fit.tsx'
import { closeGoalForm, goalForm, newPeriodForm, rewriteForm } from './pages/goals.tsx'
import { aimForm, endNeedForm, letGoForm, needForm, stateForm } from './pages/needs.tsx'
import { newPlan } from './pages/new-plan.tsx'
import { showPlan } from './pages/plan.tsx'
import { offenceForm } from './offence/offence-page.tsx'
import { beginStage, takeBackStage } from './stages/begin-stage.ts'
import { drawBeginning } from './stages/draw-beginning.ts'
import { startForm } from './stages/start-page.tsx'
import { stageForm, takeBackStageForm } from './stages/stages-page.tsx'
import { finishForm, unitsForm } from './pages/units.tsx'
import { versionForm } from './versions/version-page.tsx'
import { endings, lastEnd } from './plan.ts'
import { AddAim, AddNeed, AnswerOffence, BeginStage, CarryOver, ChangePlan, ChooseFit, CloseGoal, DecideUnits, DrawBeginning, EndNeed, EndPlan, FinishUnit, goalFrom, LetGo, MakePlan, MovePlan, NoteState, SetGoal, SetRhythm, StartFrom, TakeBackStage } from './plans.input.ts'
import { plansOf } from './plans.queries.ts'
import { addAim, endPlan, makePlan, planToArrange } from './plans.verbs.ts'
import { closeGoal, rewriteGoal, setGoal, startNewPeriod } from './set-goals.ts'
import { endingWord, stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

const page = pageDoors()
export const planPages = page

const dates = { does: 'consult', shows: 'plan_dates', about: 'participantId' } as const
const content = { does: 'consult', shows: 'plan_content', about: 'participantId' } as const
const consent = { does: 'consult', shows: 'consent_and_notice', about: 'participantId' } as const

page.get('/people/{participantId}/plans', dates, async (work) => {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const plans = await plansOf(work, work.about)
  // One plan at a time: while one runs, another is not offered.
  const mayMake = !plans.some(({ state }) => state !== 'ended') && await mayFor(work, 'write', 'plan_dates')
  const rows = plans.map((plan) => [<Link href={planPage({ participantId: person.public_id, planId: plan.public_id })}>{programmeTitle(plan.programme)}</Link>, stateSentence(plan, work.today)])
  return show({ title: t('plan.title'), body: <>
    <Crumbs above={[{ href: personPage(person.public_id), label: person.name }]} here={t('plan.title')} />
    <PageHead title={t('plan.title')} sub={person.name} actions={mayMake && <ButtonLink href={newPlanPage(person.public_id)}>{t('plan.new.title')}</ButtonLink>} />
    {rows.length === 0 ? <Empty>{t('plan.none')}</Empty> : <Table caption={t('plan.title')} captionHidden columns={[{ label: t('plan.field.programme') }, { label: t('plan.title') }]} rows={rows} />}
  </> })
})

page.get('/people/{participantId}/plans/new', { ...dates, draft: true, takes: StartFrom }, newPlan)
page.post('/people/{participantId}/plans/new', { ...dates, does: 'collect', draft: true, takes: MakePlan, again: newPlan },
  async (work, { participantId, programme, beginsOn }) => goTo(planPage({ participantId, planId: await makePlan(work, { programme, beginsOn }) }), t('plan.made')))

page.get('/people/{participantId}/plans/{planId}', content, showPlan)

page.get('/people/{participantId}/plans/{planId}/aims/new', { ...content, draft: true }, aimForm)
page.post('/people/{participantId}/plans/{planId}/aims/new', { ...content, does: 'collect', draft: true, takes: AddAim, again: aimForm }, async (work, input) =>
  backAfter(input, addAim(work, input.planId, input), 'plan.aim.added'))

page.get('/people/{participantId}/plans/{planId}/aims/{aimId}/letting-go', content, letGoForm)
page.post('/people/{participantId}/plans/{planId}/aims/{aimId}/letting-go', { ...content, does: 'alter', takes: LetGo, again: letGoForm }, async (work, input) =>
  backAfter(input, letGoOfAim(work, input.planId, input.aimId), 'plan.aim.let-go.done'))

page.get('/people/{participantId}/plans/{planId}/units', { ...content, draft: true }, unitsForm)
page.post('/people/{participantId}/plans/{planId}/units', { ...content, does: 'collect', draft: true, takes: DecideUnits, again: unitsForm }, async (work, input, sent) =>
  backAfter(input, decideUnits(work, input.planId, { units: input.units, revision: sent.revision }), 'plan.units.decided'))
page.get('/people/{participantId}/plans/{planId}/units/{unitId}/done', content, finishForm)
page.post('/people/{participantId}/plans/{planId}/units/{unitId}/done', { ...content, does: 'collect', takes: FinishUnit, again: finishForm }, async (work, input) =>
  backAfter(input, finishUnit(work, input.planId, { unitId: input.unitId, doneOn: input.doneOn ?? null }), 'plan.units.decided'))

page.get('/people/{participantId}/offence', consent, offenceForm)
page.post('/people/{participantId}/offence', { ...consent, does: 'collect', takes: AnswerOffence, again: offenceForm }, async (work, { participantId, agreed, agreedOn }) => {
  await recordOffenceAgreement(work, { agreed: agreed === 'yes', agreedOn })
  return goTo(offencePage(participantId), t('plan.offence.recorded'))
})

page.get('/people/{participantId}/plans/{planId}/goals/new', { ...content, draft: true }, goalForm)
page.post('/people/{participantId}/plans/{planId}/goals/new', { ...content, does: 'collect', draft: true, takes: SetGoal, again: goalForm }, async (work, input) =>
  backAfter(input, setGoal(work, input.planId, goalFrom(input)), 'plan.goal.set'))
page.get('/people/{participantId}/plans/{planId}/goals/period', content, newPeriodForm)
page.post('/people/{participantId}/plans/{planId}/goals/period', { ...content, does: 'alter', takes: CloseGoal, again: newPeriodForm }, async (work, input) =>
  backAfter(input, startNewPeriod(work, input.planId, input), 'plan.period.started'))
page.get('/people/{participantId}/plans/{planId}/goals/{goalId}', { ...content, draft: true }, rewriteForm)
page.post('/people/{participantId}/plans/{planId}/goals/{goalId}', { ...content, does: 'alter', draft: true, takes: SetGoal, again: rewriteForm }, async (work, input, sent) =>
  backAfter(input, rewriteGoal(work, input.planId, input.goalId, { ...goalFrom(input), revision: sent.revision }), 'plan.goal.set'))
page.get('/people/{participantId}/plans/{planId}/goals/{goalId}/closing', content, closeGoalForm)
page.post('/people/{participantId}/plans/{planId}/goals/{goalId}/closing', { ...content, does: 'alter', takes: CloseGoal, again: closeGoalForm }, async (work, input) =>
  backAfter(input, closeGoal(work, input.planId, input.goalId, input), 'plan.goal.closed'))

page.get('/people/{participantId}/plans/{planId}/needs/new', { ...content, draft: true }, needForm)
page.post('/people/{participantId}/plans/{planId}/needs/new', { ...content, does: 'collect', draft: true, takes: AddNeed, again: needForm }, async (work, input) =>
  backAfter(input, addNeed(work, input.planId, input), 'plan.needs.added'))
page.get('/people/{participantId}/plans/{planId}/needs/{needId}/ending', content, endNeedForm)
page.post('/people/{participantId}/plans/{planId}/needs/{needId}/ending', { ...content, does: 'alter', takes: EndNeed, again: endNeedForm }, async (work, input) =>
  backAfter(input, endNeed(work, input.planId, input.needId), 'plan.needs.ended'))

page.get('/people/{participantId}/plans/{planId}/states', { ...content, draft: true }, stateForm)
page.post('/people/{participantId}/plans/{planId}/states', { ...content, does: 'collect', draft: true, takes: NoteState, again: stateForm }, async (work, input) =>
  backAfter(input, noteState(work, input.planId, input), 'plan.states.noted'))

page.get('/people/{participantId}/plans/{planId}/stages', dates, stageForm)
page.post('/people/{participantId}/plans/{planId}/stages', { ...dates, does: 'collect', takes: BeginStage, again: stageForm }, async (work, input) =>
  backAfter(input, beginStage(work, input.planId, input), 'plan.stage.begun'))
page.get('/people/{participantId}/plans/{planId}/stages/{stageId}/back', dates, takeBackStageForm)
page.post('/people/{participantId}/plans/{planId}/stages/{stageId}/back', { ...dates, does: 'alter', takes: TakeBackStage, again: takeBackStageForm }, async (work, input) =>
  backAfter(input, takeBackStage(work, input.planId, input.stageId), 'plan.stage.was-taken-back'))

page.get('/people/{participantId}/plans/{planId}/start', dates, startForm)
page.post('/people/{participantId}/plans/{planId}/start', { ...dates, does: 'collect', takes: DrawBeginning, again: startForm }, async (work, input) =>
  backAfter(input, drawBeginning(work, input.planId), 'plan.start.done'))

page.get('/people/{participantId}/plans/{planId}/fit', { ...dates, draft: true }, fitForm)
page.post('/people/{participantId}/plans/{planId}/fit', { ...dates, does: 'collect', draft: true, takes: ChooseFit, again: fitForm }, async (work, input) =>
  backAfter(input, chooseFit(work, input.planId, input), 'plan.fit.kept'))
page.get('/people/{participantId}/plans/{planId}/rhythm', dates, rhythmForm)
page.post('/people/{participantId}/plans/{planId}/rhythm', { ...dates, does: 'alter', takes: SetRhythm, again: rhythmForm }, async (work, input, sent) =>
  backAfter(input, setRhythm(work, input.planId, { aWeek: input.aWeek, revision: sent.revision }), 'plan.rhythm.kept'))
page.get('/people/{participantId}/plans/{planId}/version', dates, versionForm)
page.post('/people/{participantId}/plans/{planId}/version', { ...dates, does: 'alter', takes: MovePlan, again: versionForm }, async (work, input, sent) =>
  backAfter(input, movePlan(work, input.planId, { reason: input.reason, revision: sent.revision }), 'plan.version.done'))

page.get('/people/{participantId}/plans/{planId}/ending', dates, endForm)
page.post('/people/{participantId}/plans/{planId}/ending', { ...dates, does: 'alter', takes: EndPlan, again: endForm }, async (work, { endedOn, ending, ...here }, sent) =>
  backAfter(here, endPlan(work, here.planId, { endedOn, ending, revision: sent.revision }), 'plan.ended'))

page.get('/people/{participantId}/plans/{planId}/change', { ...dates, draft: true }, changeForm)
page.post('/people/{participantId}/plans/{planId}/change', { ...dates, does: 'alter', draft: true, takes: ChangePlan, again: changeForm }, async (work, { participantId, planId, ...changed }, sent) => {
  const next = await changePlan(work, planId, { ...changed, revision: sent.revision })
  return goTo((await myRoleFor(work, work.about)) === 'facilitator' ? carriedPage({ participantId, planId: next }) : planPage({ participantId, planId: next }), change('plan.change.done'))
})
page.get('/people/{participantId}/plans/{planId}/carried', content, carryForm)
page.post('/people/{participantId}/plans/{planId}/carried', { ...content, does: 'collect', takes: CarryOver, again: carryForm }, async (work, { participantId, planId, ...chosen }) => {
  await carryOver(work, planId, chosen)
  return goTo(planPage({ participantId, planId }), change('plan.carry.done'))
})

async function endForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  return show({ title: t('plan.end.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.end.title')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.end.title')} sub={person.name} />
    <p class="ds-paragraph">{t('plan.end.meetings')}</p>
    <Form action={endingPage(here)} keys={keysOf(work, plan.revision)}>
      <DayField name="endedOn" label={t('plan.field.ended-on')} attempt={attempt} value={lastEnd({ beginsOn: plan.begins_on }, work.today)} min={plan.begins_on} max={lastEnd({ beginsOn: plan.begins_on }, work.today)} required />
      <Select name="ending" label={t('plan.field.ending')} hint={t('plan.end.hint')} options={endings.map((value) => ({ value, label: endingWord(value) }))} attempt={attempt} required />
      <Submit label={t('plan.end.do')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

type Done = 'plan.start.done' | 'plan.stage.begun' | 'plan.stage.was-taken-back' | 'plan.aim.added' | 'plan.aim.let-go.done' | 'plan.units.decided' | 'plan.goal.set' | 'plan.goal.closed' | 'plan.period.started' | 'plan.needs.added' | 'plan.needs.ended' | 'plan.states.noted' | 'plan.fit.kept' | 'plan.rhythm.kept' | 'plan.version.done' | 'plan.ended'

/** Back to the plan, with the sentence that says what was done. */
async function backAfter(here: Here, done: Promise<unknown>, says: Done) {
  await done
  return goTo(planPage(here), t(says))
}
