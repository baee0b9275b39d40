import type { Attempt } from '../../platform/attempt.ts'
import { timeAt } from '../../platform/day.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, Empty, ErrorSummary, Fieldset, Form, InARow, Link, Narrow, NumberField, PageHead, SavedDraft, Several, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { aftercarePage, callPage, debriefPage, signaturePage, warningPage, wingPage } from '../addresses.ts'
import { aftercares, dangers, debriefAnswers, howSoons, measures, toldHows } from '../incident.ts'
import { incidentToFollow } from '../protecting.verbs.ts'
import { measuresSaid, toldSaid, Way } from '../said.tsx'
import { aftercaresOf, debriefsOf, theCall, theWarning, warningsOf, wingNoticesOf, type WingNotice } from '../safety.queries.ts'
import { t } from '../words.ts'
import { Time } from './record.tsx'

type Here = { callId: string }

/** What the wing does, and whom one told. There is no field for anything else. */
export async function wingForm(work: Work, { callId }: Here, attempt?: Attempt) {
  const incident = await incidentToFollow(work, callId)
  return show({ title: t('safety.wing.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way incident={incident} above={[toCall(callId)]} here={t('safety.wing.title')} />
    <PageHead title={t('safety.wing.title')} sub={t('safety.wing.sub')} />
    <Form action={wingPage(callId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Several name="measures" label={t('safety.field.measures')} required attempt={attempt} options={measures.map((value) => ({ value, label: t(`safety.measure.${value}`) }))} />
      <InARow>
        <NumberField name="checkEvery" label={t('safety.field.check-every')} attempt={attempt} />
        <TextField name="apartFrom" label={t('safety.field.apart-from')} attempt={attempt} width="medium" />
      </InARow>
      <InARow>
        <DayField name="until" label={t('safety.field.until')} required min={work.today} attempt={attempt} />
        <Time name="untilTime" label={t('safety.field.until-time')} required value="08:00" attempt={attempt} />
      </InARow>
      <ToldFields work={work} attempt={attempt} />
      <Submit label={t('safety.wing.do')} draft cancel={{ href: callPage(callId), label: t('safety.cancel') }} />
    </Form>
  </Narrow> })
}

/** Who is in danger, of what, how soon, and whom one told: nothing wider can be said here. */
export async function warningForm(work: Work, { callId }: Here, attempt?: Attempt) {
  const incident = await incidentToFollow(work, callId)
  return show({ title: t('safety.warn.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way incident={incident} above={[toCall(callId)]} here={t('safety.warn.title')} />
    <PageHead title={t('safety.warn.title')} sub={t('safety.warn.sub')} />
    <Form action={warningPage(callId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="threatened" label={t('safety.field.threatened')} hint={t('safety.threatened.hint')} required attempt={attempt} />
      <Choice name="danger" label={t('safety.field.danger')} required attempt={attempt} options={dangers.map((value) => ({ value, label: t(`safety.danger.${value}`) }))} />
      <Choice name="howSoon" label={t('safety.field.how-soon')} required inline attempt={attempt} options={howSoons.map((value) => ({ value, label: t(`safety.how-soon.${value}`) }))} />
      <ToldFields work={work} attempt={attempt} />
      <Submit label={t('safety.warn.do')} draft cancel={{ href: callPage(callId), label: t('safety.cancel') }} />
    </Form>
  </Narrow> })
}

function ToldFields({ work, attempt }: { work: Work, attempt: Attempt | undefined }) {
  return <Fieldset legend={t('safety.wing.who')}>
    <TextField name="toldWhom" label={t('safety.field.told-whom')} required attempt={attempt} />
    <Choice name="toldHow" label={t('safety.field.told-how')} required inline value="phone" attempt={attempt} options={toldHows.map((value) => ({ value, label: t(`safety.how.${value}`) }))} />
    <InARow>
      <DayField name="on" label={t('safety.field.told-on')} required value={work.today} max={work.today} attempt={attempt} />
      <Time name="time" label={t('safety.field.told-time')} required value={timeAt(work.now, work.timeZone)} attempt={attempt} />
    </InARow>
  </Fieldset>
}

/** The second pair of eyes, afterwards. */
export async function signatureForm(work: Work, { callId, warningId }: Here & { warningId: string }, attempt?: Attempt) {
  const incident = await incidentToFollow(work, callId)
  const warning = await theWarning(work, warningId)
  return show({ title: t('safety.sign.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way incident={incident} above={[toCall(callId)]} here={t('safety.sign.title')} />
    <PageHead title={t('safety.sign.title')} sub={t('safety.sign.sub', { name: warning.author })} />
    <p class="ds-paragraph"><b dir="auto">{warning.threatened}</b> · {t(`safety.danger.${warning.danger as 'life'}`)} · {t(`safety.how-soon.${warning.how_soon as 'now'}`)}</p>
    <Form action={signaturePage(callId, warningId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="agrees" label={t('safety.field.agrees')} required attempt={attempt} options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`safety.agrees.${value}`) }))} />
      <TextArea name="words" label={t('safety.field.signature-words')} rows={2} most={500} attempt={attempt} />
      <Submit label={t('safety.sign.do')} draft cancel={{ href: callPage(callId), label: t('safety.cancel') }} />
    </Form>
  </Narrow> })
}

/** Only what is not written down yet can be chosen. */
export async function aftercareForm(work: Work, { callId }: Here, attempt?: Attempt) {
  const incident = await incidentToFollow(work, callId)
  const done = (await aftercaresOf(work, [incident.id])).map(({ what }) => what)
  const open = aftercares.filter((what) => !done.includes(what))
  return show({ title: t('safety.after.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way incident={incident} above={[toCall(callId)]} here={t('safety.after.title')} />
    <PageHead title={t('safety.after.title')} sub={t('safety.after.sub')} />
    <ToTell notices={await wingNoticesOf(work, incident.id)} warnings={await warningsOf(work, incident.id)} />
    {open.length === 0 ? <Empty>{t('safety.after.all')}</Empty> : <Form action={aftercarePage(callId)} keys={keysOf(work)}>
      <Choice name="what" label={t('safety.field.aftercare')} required attempt={attempt} options={open.map((value) => ({ value, label: t(`safety.aftercare.${value}`) }))} />
      <DayField name="on" label={t('safety.field.aftercare-on')} required value={work.today} max={work.today} attempt={attempt} />
      <Submit label={t('safety.after.do')} cancel={{ href: callPage(callId), label: t('safety.cancel') }} />
    </Form>}
    {incident.person_public_id && <p class="ds-paragraph"><Link href={`/people/${incident.person_public_id}`}>{t('safety.after.plan')}</Link></p>}
  </Narrow> })
}

/** What there is to tell the person, in the words in which they read it themselves. */
function ToTell({ notices, warnings }: { notices: WingNotice[], warnings: Awaited<ReturnType<typeof warningsOf>> }) {
  if (notices.length + warnings.length === 0) return <p class="ds-paragraph">{t('safety.call.none-told')}</p>
  return <Block title={t('safety.after.passed-on')} size="xs"><ul class="ds-list">
    {notices.map((notice) => <li>{t('safety.call.wing.told', toldSaid(notice))}: {say.list(measuresSaid(notice))}</li>)}
    {warnings.map((warning) => <li>{t('safety.call.warned', toldSaid(warning))}</li>)}
  </ul></Block>
}

/** For whoever was there: the answer alone, and nothing of what was said. */
export async function debriefForm(work: Work, { callId }: Here, attempt?: Attempt) {
  const call = await theCall(work, callId)
  if (call.author_id !== work.actor.id) throw refuse('not-found')
  const isAnswered = (await debriefsOf(work, [call.incident_id])).length > 0
  return show({ title: t('safety.debrief.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way above={[toCall(callId)]} here={t('safety.debrief.title')} />
    <PageHead title={t('safety.debrief.title')} sub={t('safety.debrief.sub')} />
    {isAnswered ? <Empty>{t('safety.debrief.answered')}</Empty> : <Form action={debriefPage(callId)} keys={keysOf(work)}>
      <Choice name="answer" label={t('safety.field.debrief')} required attempt={attempt} options={debriefAnswers.map((value) => ({ value, label: t(`safety.debrief.${value}`) }))} />
      <Submit label={t('safety.debrief.do')} cancel={{ href: callPage(callId), label: t('safety.cancel') }} />
    </Form>}
  </Narrow> })
}

export function toCall(callId: string): { href: string, label: string } {
  return { href: callPage(callId), label: t('safety.call.title') }
}
