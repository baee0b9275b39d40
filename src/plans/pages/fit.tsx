import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, ErrorSummary, Form, Narrow, NumberField, PageHead, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmeOf } from '../../programmes/index.ts'
import type { Fit } from '../feasibility.ts'
import { choicesFor, planFit, rhythmOf } from '../fit-plan.ts'
import { fitChoicesOf } from '../plans.queries.ts'
import { planToArrange } from '../plans.verbs.ts'
import { fitChoiceSaid, fitSentences } from '../state-sentence.ts'
import { t } from '../words.ts'
import { fitPage, planPage, rhythmPage, Way, type Here } from './addresses.tsx'

/** What to do when what is left does not fit before release. */
export async function fitForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  const { fit, releaseOn } = await planFit(work, plan, await programmeOf(work, plan.programme, plan.version))
  const before = await fitChoicesOf(work, plan.id)
  return show({ title: t('plan.fit.choose'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.fit.choose')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.fit.choose')} sub={person.name} />
    <FitSaid fit={fit} size="md" />
    {releaseOn !== null && <Form action={fitPage(here)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="choice" label={t('plan.field.fit-choice')} attempt={attempt} options={choicesFor(fit).map((value) => ({ value, label: fitChoiceSaid(value), hint: t(`plan.fit.choice.${value}.hint`) }))} required />
      <TextArea name="reason" label={t('plan.field.fit-reason')} attempt={attempt} rows={3} most={2000} readers={t('plan.fit.readers')} required />
      <Submit label={t('plan.fit.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>}
    {before.length > 0 && <><h2 class="ds-heading" data-size="xs">{t('plan.fit.before')}</h2><ul class="ds-list">{before.map((one) =>
      <li><b>{fitChoiceSaid(one.choice)}.</b> {one.sessions_left + one.sessions_possible === 0 ? t('plan.fit.release-on', { day: say.day(one.release_on) }) : t('plan.fit.known-then', { left: one.sessions_left, possible: one.sessions_possible, day: say.day(one.release_on) })} <span class="muted" dir="auto">{one.reason}</span></li>)}</ul></>}
  </Narrow> })
}

/** What is left and what is possible, and in a line of its own what follows. */
export function FitSaid({ fit, size }: { fit: Fit, size: 'sm' | 'md' }) {
  const sentences = fitSentences(fit)
  const last = 'possible' in fit ? sentences.at(-1) : undefined
  return <><p class="ds-paragraph" data-size={size}>{sentences.slice(0, last === undefined ? undefined : -1).join(' ')}</p>{last && <p class="ds-paragraph" data-size={size}><b>{last}</b></p>}</>
}

/** How often in a week: the rhythm of this person counts, where it is another than the programme's. */
export async function rhythmForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  const own = rhythmOf({ sessions_a_week: null }, await programmeOf(work, plan.programme, plan.version))
  const usual = own?.typical ?? own?.max ?? own?.min
  return show({ title: t('plan.rhythm.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.rhythm.title')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.rhythm.title')} sub={person.name} />
    <p class="ds-paragraph">{usual === undefined ? t('plan.rhythm.unknown') : t('plan.rhythm.programme', { times: say.number(usual) })}</p>
    <Form action={rhythmPage(here)} keys={keysOf(work, plan.revision)}>
      <NumberField name="aWeek" label={t('plan.field.a-week')} hint={t('plan.rhythm.hint')} whole={false} attempt={attempt} value={plan.sessions_a_week === null ? '' : String(Number(plan.sessions_a_week))} />
      <Submit label={t('plan.rhythm.do')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}
