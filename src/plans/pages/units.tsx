import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, Empty, ErrorSummary, Fieldset, Form, Hidden, KeptRevision, Link, Narrow, Notice, NumberField, PageHead, revisionShown, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { isOffenceFocused, type Unit } from '../../programmes/index.ts'
import { offenceStandingOf } from '../offence/answer-offence.ts'
import { decisions, unitsIn } from '../choose-units.ts'
import { calledIn } from '../versions/earlier-parts.ts'
import type { OffenceStanding } from '../offence/offence.ts'
import { unitsOfPlan, type UnitRow } from '../plans.queries.ts'
import { planToWrite } from '../plans.verbs.ts'
import { t } from '../words.ts'
import { finishUnitPage, offencePage, planPage, unitsPage, Way, type Here } from './addresses.tsx'

/** Every unit of the programme, with what is decided on it: chosen at a place, left out, or later; never without a reason. */
export async function unitsForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToWrite(work, here.planId)
  const rows = await unitsOfPlan(work, plan.id)
  const [now, units] = [await unitsIn(work, plan, []), await unitsIn(work, plan, rows)]
  const standing = await offenceStandingOf(work, work.about)
  const shown = revisionShown(attempt, plan.revision)
  return show({ title: t('plan.units.decide'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.units.decide')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.units.decide')} sub={t('plan.units.hint')} />
    {units.length === 0 ? <Empty>{t('plan.units.none')} <Link href={planPage(here)}>{t('plan.back')}</Link></Empty> : <>
      {units.some(isOffenceFocused) && <Lock standing={standing} here={here} />}
      <Form action={unitsPage(here)} keys={keysOf(work, shown)}>
        <SavedDraft attempt={attempt} /><KeptRevision revision={shown} />
        {inOrder(units, rows, attempt).map((unit, place) => <UnitFields unit={unit} isEarlier={!now.some(({ id }) => id === unit.id)} name={`units.${place}`} row={rows.find(({ unit_id }) => unit_id === unit.id)} isLocked={isOffenceFocused(unit) && standing !== 'open'} readers={place === 0 ? t('plan.aim.readers') : undefined} attempt={attempt} />)}
        <Submit label={t('plan.units.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
      </Form>
    </>}
  </Narrow> })
}

/** What stands before choosing, while work about the offence is not open; and always the way to the person's own answer, who may take it back. */
function Lock({ standing, here }: { standing: OffenceStanding, here: Here }) {
  if (standing === 'open') return <p class="ds-paragraph" data-size="sm"><Link href={offencePage(here.participantId)}>{t('plan.offence.title')}</Link></p>
  return <Notice kind="info">{t(`plan.offence.${standing}`)} <Link href={offencePage(here.participantId)}>{t('plan.offence.title')}</Link></Notice>
}

type UnitFieldsProps = { unit: Unit, /** The plan was moved to a version that has it no longer. */ isEarlier: boolean, name: string, row: UnitRow | undefined, isLocked: boolean, readers: string | undefined, attempt: Attempt | undefined }

/** The chosen ones first, in their order; where somebody has written already, in the order in which they were written: what stands in a field belongs to its part. */
function inOrder(units: Unit[], rows: UnitRow[], attempt: Attempt | undefined): Unit[] {
  const written = attempt ? units.map((_, place) => attempt.values[`units.${place}.unitId`]) : []
  const placeOf = ({ id }: Unit) => written.includes(id) ? written.indexOf(id) : 1000 + (rows.find(({ unit_id }) => unit_id === id)?.position ?? 1000)
  return units.toSorted((one, other) => placeOf(one) - placeOf(other))
}

function UnitFields({ unit, isEarlier, name, row, isLocked, readers, attempt }: UnitFieldsProps) {
  const decided = row ? row.position === null ? 'leave-out' : 'choose' : 'later'
  const open = decisions.filter((decision) => decision !== 'choose' || !(isLocked || isEarlier) || decided === 'choose')
  return <Fieldset legend={unit.title} hint={[unit.says, unit.caution, isLocked ? t('plan.unit.locked') : '', isEarlier ? t('plan.unit.earlier') : ''].filter(Boolean).join('. ')}>
    <Hidden name={`${name}.unitId`} value={unit.id} />
    <Choice inline name={`${name}.decision`} label={t('plan.field.decision')} attempt={attempt} value={decided} options={open.map((value) => ({ value, label: t(`plan.decision.${value}`) }))} required />
    <TextArea name={`${name}.reason`} label={t('plan.field.unit-reason')} hint={t('plan.unit.reason-hint')} attempt={attempt} value={row?.reason ?? ''} rows={2} readers={readers} />
    <NumberField name={`${name}.position`} label={t('plan.field.position')} attempt={attempt} value={row?.position === null || row === undefined ? '' : String(row.position)} />
  </Fieldset>
}

/** A chosen unit is worked through, or is taken up again. */
export async function finishForm(work: Work, { unitId, ...here }: Here & { unitId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToWrite(work, here.planId)
  const row = (await unitsOfPlan(work, plan.id)).find(({ unit_id, position }) => unit_id === unitId && position !== null)
  if (!row) throw refuse('not-found')
  const title = calledIn(await unitsIn(work, plan, [row]), unitId)
  const heading = t(row.done_on ? 'plan.unit.again' : 'plan.unit.finish')
  return show({ title: heading, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={heading} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={heading} sub={<span dir="auto">{title}</span>} />
    <Form action={finishUnitPage(here, unitId)} keys={keysOf(work)}>
      {row.done_on ? <p class="ds-paragraph">{t('plan.unit.again-hint', { day: say.day(row.done_on) })}</p>
        : <DayField name="doneOn" label={t('plan.field.done-on')} attempt={attempt} value={work.today} required />}
      <Submit label={heading} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}
