import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { DayField, Empty, ErrorSummary, Form, KeptRevision, Link, Narrow, Notice, PageHead, revisionShown, SavedDraft, Select, Submit, TextArea, Timeline } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer, programmeTitle } from '../../programmes/index.ts'
import { changePage, personPage, planPage, Way, type Here } from '../pages/addresses.tsx'
import { endings, type Ending } from '../plan.ts'
import { planToArrange } from '../plans.verbs.ts'
import { endingWord } from '../state-sentence.ts'
import { t as plan } from '../words.ts'
import { yesIsNeeded } from './change-plan.ts'
import type { Changed } from './change.queries.ts'
import { t } from './words.ts'

/** Another programme: the word in which this plan ends, the one that follows it, from which day, and why. */
export async function changeForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const open = await planToArrange(work, here.planId)
  const shown = revisionShown(attempt, open.revision)
  const others = programmesOnOffer().filter(({ definition }) => definition.id !== open.programme)
  return show({ title: t('plan.change.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.change.title')} plan={{ at: here, title: plan('plan.title') }} />
    <PageHead title={t('plan.change.title')} sub={t('plan.change.sub')} />
    {await yesIsNeeded(work, open) && <Notice kind="info">{t('plan.change.needs-yes')} <Link href={`${personPage(here.participantId)}/consents`}>{plan('plan.new.ask')}</Link></Notice>}
    {others.length === 0 ? <Empty>{t('plan.change.none')}</Empty> : <Form action={changePage(here)} keys={keysOf(work, shown)}>
      <SavedDraft attempt={attempt} /><KeptRevision revision={shown} />
      <Select name="programme" label={plan('plan.field.programme')} attempt={attempt} required options={others.map(({ definition }) => ({ value: definition.id, label: definition.title }))} />
      <DayField name="changesOn" label={t('plan.change.field.on')} hint={t('plan.change.calls-off')} attempt={attempt} value={work.today} max={work.today} required />
      <Select name="ending" label={plan('plan.field.ending')} hint={plan('plan.end.hint')} attempt={attempt} required options={endings.map((value) => ({ value, label: endingWord(value) }))} />
      <TextArea name="reason" label={t('plan.change.field.reason')} hint={t('plan.change.field.reason.hint')} readers={plan('plan.fit.readers')} attempt={attempt} rows={3} most={2000} required />
      <Submit label={t('plan.change.do')} draft cancel={{ href: planPage(here), label: plan('plan.back') }} />
    </Form>}
  </Narrow> })
}

/** From which programme to which, with the word and the reason: both plans stay where they are. */
export function ChangesOfProgramme({ changes, participantId }: { changes: Changed[], participantId: string }) {
  return <Timeline items={changes.map((one) => ({ when: say.day(one.on), dateTime: one.on, title: t('plan.change.from-to', { from: programmeTitle(one.from), to: programmeTitle(one.to) }), href: planPage({ participantId, planId: one.toPlan }),
    body: <><p class="ds-paragraph" data-size="sm" dir="auto">{t('plan.change.said', { ending: endingWord(one.ending as Ending), reason: one.reason })}</p><p class="ds-paragraph muted" data-size="sm">{t('plan.change.by', { name: one.by, when: say.moment(one.at) })}</p></> }))} />
}
