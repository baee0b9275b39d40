import { mayFor } from '../../access/index.ts'
import { adviceOf, thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, ErrorSummary, Form, Link, Narrow, PageHead, Submit, SummaryList } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { limitBeforeWriting, offenceStandingOf } from './answer-offence.ts'
import { offenceAnswer } from '../plans.queries.ts'
import { t } from '../words.ts'
import { offencePage, personPage, Way } from '../pages/addresses.tsx'

/** The person's own answer to working on the offence. What is known of legal advice is read here and written in one place: with the legal status. */
export async function offenceForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'consent_and_notice') || !await mayFor(work, 'read', 'legal_status')) throw refuse('not-found')
  const standing = await offenceStandingOf(work, work.about)
  const mayWrite = await mayFor(work, 'write', 'consent_and_notice')
  return show({ title: t('plan.offence.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.offence.title')} />
    <PageHead title={t('plan.offence.title')} sub={person.name} />
    <p class="ds-paragraph">{t('plan.offence.hint')}</p>
    {await limitBeforeWriting(work, work.about)}
    <SummaryList answers={[{ label: t('plan.offence.stands'), value: t(`plan.offence.${standing}`) }, { label: t('plan.offence.advice'), value: await adviceSaid(work) }, { label: t('plan.field.offence-agreed'), value: await answerSaid(work) }]} />
    <p class="ds-paragraph" data-size="sm"><Link href={`${personPage(participantId)}/legal-statuses`}>{t('plan.offence.advice-place')}</Link></p>
    {mayWrite && <Block title={t('plan.offence.new')} size="xs"><Form action={offencePage(participantId)} keys={keysOf(work)}>
      <Choice inline name="agreed" label={t('plan.field.offence-agreed')} attempt={attempt} options={[{ value: 'yes', label: t('plan.offence.yes') }, { value: 'no', label: t('plan.offence.no') }]} required />
      <DayField name="agreedOn" label={t('plan.field.offence-agreed-on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('plan.offence.do')} cancel={{ href: personPage(participantId), label: t('plan.offence.back') }} />
    </Form></Block>}
  </Narrow> })
}

/** Whether advice was had, and what is left out; never what was advised. */
async function adviceSaid(work: Work): Promise<string> {
  const [known] = await adviceOf(work, work.about)
  if (!known) return t('plan.offence.advice-none')
  return [t('plan.offence.advice-known', { advice: t(`plan.advice.${known.state as 'taken'}`), day: say.day(known.advised_on) }), known.what_is_left_out && t('plan.offence.left-out', { what: known.what_is_left_out })].filter(Boolean).join(' ')
}

async function answerSaid(work: Work): Promise<string> {
  const answer = await offenceAnswer(work, work.about)
  if (!answer) return t('plan.offence.not-asked')
  return t(answer.agreed ? 'plan.offence.said-yes' : 'plan.offence.said-no', { day: say.day(answer.agreed_on) })
}
