import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { addDays } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, DayField, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, Notice, SavedDraft, Select, Submit, SummaryList, Table, TextArea, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { advicePage, offenceAnswerPage, releasePage, statusesPage } from './addresses.ts'
import { confirmLegalStatus, endLegalStatus, noteRelease, recordAdvice, recordLegalStatus, recordRelease } from './legal.verbs.ts'
import { adviceStates, isOver, isOverWithoutNewYes, legalStatuses, offenceIsLocked } from './participant.ts'
import { EndStatus, RecordAdvice, RecordRelease, RecordStatus } from './participants.input.ts'
import { adviceOf, awaitedOf, releasesOf, lastYes, statusesOf, thePerson } from './participants.queries.ts'
import { ReleaseAnswers } from './own-release.pages.tsx'
import { Head } from './particulars.pages.tsx'
import { releaseAnswersOf, releaseChanges } from './release-changes.ts'
import { latestLook } from './restrictions/restriction.ts'
import { RestrictionLooks } from './restrictions/restrictions.pages.tsx'
import { looksAtRestrictions } from './restrictions/restrictions.queries.ts'
import { adviceSaid, sourceSaid, statusSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const legalPages = page

type About = { participantId: string }
type Status = Awaited<ReturnType<typeof statusesOf>>[number]

page.get('/people/{participantId}/legal-statuses', { does: 'consult', shows: 'legal_status', about: 'participantId', draft: true }, statuses)
page.post('/people/{participantId}/legal-statuses', { does: 'collect', shows: 'legal_status', about: 'participantId', draft: true, takes: RecordStatus, again: statuses }, async (work, { participantId, ...input }) => {
  await recordLegalStatus(work, input)
  return goTo(statusesPage(participantId), input.status === 'acquitted' ? t('person.status.acquitted-recorded') : t('person.status.recorded'))
})
page.post('/people/{participantId}/legal-statuses/{statusId}/endings', { does: 'alter', shows: 'legal_status', about: 'participantId', takes: EndStatus, again: statuses }, async (work, { participantId, statusId, untilOn }) => {
  await endLegalStatus(work, statusId, untilOn)
  return goTo(statusesPage(participantId), t('person.status.ended'))
})
page.post('/people/{participantId}/legal-statuses/{statusId}/confirmations', { does: 'alter', shows: 'legal_status', about: 'participantId', takes: RecordStatus, again: statuses }, async (work, { participantId, statusId, ...input }) => {
  await confirmLegalStatus(work, statusId, input)
  return goTo(statusesPage(participantId), t('person.status.confirmed'))
})

async function statuses(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'legal_status')) throw refuse('not-found')
  const [all, mayWrite, yes] = [await statusesOf(work, work.about), await mayFor(work, 'write', 'legal_status'), await lastYes(work, work.about)]
  const told = all.filter(({ as_told }) => as_told)
  return show({ title: t('person.statuses'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.statuses')} />
    {offenceIsLocked(all, work.today, yes) && <Notice kind="info">{isOverWithoutNewYes(all, work.today, yes) ? t('person.status.locked-until-yes') : t('person.status.locked')}</Notice>}
    {told.length > 0 && !mayWrite && <Empty>{t('person.status.as-told')}</Empty>}
    {mayWrite && told.map((one) => <Block title={t('person.status.confirm', { status: statusSaid(one.status) })} size="xs">
      <p class="ds-paragraph">{sourceSaid(one, one.source)}. {t('person.status.confirm.how')}</p>
      <Form action={`${statusesPage(participantId)}/${one.public_id}/confirmations`} keys={keysOf(work)}><StatusFields known={one} place={one.public_id} attempt={undefined} /><Submit label={t('person.status.confirm.do')} /></Form>
    </Block>)}
    <StatusTable all={all} mayWrite={mayWrite} />
    {mayWrite && all.filter((one) => !isOver(one, work.today) && !one.as_told).map((one) => <DetailsFold summary={t('person.status.end', { status: statusSaid(one.status) })}><Form action={`${statusesPage(participantId)}/${one.public_id}/endings`} keys={keysOf(work)}>
      <DayField name="untilOn" place={one.public_id} label={t('person.field.until-on')} hint={t('person.until.hint')} value={work.today} min={one.from_on} required /><Submit label={t('person.status.end.do')} />
    </Form></DetailsFold>)}
    {mayWrite && <Block title={t('person.status.new')} size="xs"><Form action={statusesPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <StatusFields attempt={attempt} />
      <Submit label={t('person.status.do')} draft />
    </Form></Block>}
    {await adviceBlock({ work, participantId, mayWrite })}
  </Narrow> })
}

function StatusFields({ known, place, attempt }: { known?: Status, place?: string, attempt: Attempt | undefined }) {
  return <>
    <Select name="status" place={place} label={t('person.field.status')} attempt={attempt} value={known?.status ?? ''} required options={legalStatuses.map((value) => ({ value, label: statusSaid(value) }))} />
    <TextField name="says" place={place} label={t('person.field.says')} hint={t('person.says.hint')} attempt={attempt} value={known?.says ?? ''} />
    <DayField name="fromOn" place={place} label={t('person.field.from-on')} attempt={attempt} value={known?.from_on ?? ''} required />
    <DayField name="untilOn" place={place} label={t('person.field.until-on')} hint={t('person.until.hint')} attempt={attempt} value={known?.until_on ?? ''} />
    <TextField name="source" place={place} label={t('person.field.source')} hint={t('person.source.hint')} attempt={attempt} required />
    <TextField name="authority" place={place} label={t('person.field.authority')} attempt={attempt} value={known?.authority ?? ''} required />
  </>
}

function StatusTable({ all, mayWrite }: { all: Status[], mayWrite: boolean }) {
  if (all.length === 0) return <Empty>{mayWrite ? t('person.statuses.empty-write') : t('person.statuses.empty')}</Empty>
  const rows = all.map((one) => [[statusSaid(one.status), one.says].filter(Boolean).join(': '),
    one.until_on === null ? t('person.status.since', { from: say.day(one.from_on) }) : t('person.status.from-until', { from: say.day(one.from_on), until: say.day(one.until_on) }), one.as_told ? t('person.status.unconfirmed') : one.authority, sourceSaid(one, one.source)])
  return <Table caption={t('person.statuses')} captionHidden columns={[t('person.field.status'), t('person.status.when'), t('person.field.authority'), t('person.field.source')].map((label) => ({ label }))} rows={rows} />
}

/** That advice was taken, declined or is pending, and what is left out: never what was advised. */
async function adviceBlock({ work, participantId, mayWrite }: { work: Work, participantId: string, mayWrite: boolean }) {
  return <Block title={t('person.advice')} size="xs">
    <p class="ds-paragraph muted" data-size="sm">{t('person.advice.what')}</p>
    <AdviceKnown known={await adviceOf(work, work.about)} />
    {await mayFor(work, 'read', 'consent_and_notice') && <p class="ds-paragraph" data-size="sm"><Link href={offenceAnswerPage(participantId)}>{t('person.offence.answer')}</Link></p>}
    {mayWrite && <p><ButtonLink secondary href={advicePage(participantId)}>{t('person.advice.new')}</ButtonLink></p>}
  </Block>
}

function AdviceKnown({ known }: { known: Awaited<ReturnType<typeof adviceOf>> }) {
  if (known.length === 0) return <Empty>{t('person.advice.none')}</Empty>
  return <SummaryList answers={known.map((one) => ({ label: say.day(one.advised_on), value: [adviceSaid(one.state), one.what_is_left_out && t('person.limit.left-out', { what: one.what_is_left_out })].filter(Boolean).join('. ') }))} />
}

page.get('/people/{participantId}/legal-advice', { does: 'consult', shows: 'legal_status', about: 'participantId' }, advice)
page.post('/people/{participantId}/legal-advice', { does: 'collect', shows: 'legal_status', about: 'participantId', takes: RecordAdvice, again: advice }, async (work, { participantId, ...input }) => {
  await recordAdvice(work, input)
  return goTo(statusesPage(participantId), t('person.advice.recorded'))
})

async function advice(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'legal_status')) throw refuse('not-found')
  return show({ title: t('person.advice'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.advice')} />
    <p class="ds-paragraph muted" data-size="sm">{t('person.advice.what')}</p>
    <AdviceKnown known={await adviceOf(work, work.about)} />
    {await mayFor(work, 'write', 'legal_status') && <Block title={t('person.advice.new')} size="xs"><Form action={advicePage(participantId)} keys={keysOf(work)}>
      <Select name="advice" label={t('person.field.advice')} attempt={attempt} required options={adviceStates.map((value) => ({ value, label: adviceSaid(value) }))} />
      <TextField name="leftOut" label={t('person.field.left-out')} hint={t('person.left-out.hint')} attempt={attempt} />
      <DayField name="advisedOn" label={t('person.field.advised-on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('person.advice.do')} cancel={{ href: statusesPage(participantId), label: t('person.back') }} />
    </Form></Block>}
  </Narrow> })
}

page.get('/people/{participantId}/release', { does: 'consult', shows: 'release', about: 'participantId', draft: true }, release)
page.post('/people/{participantId}/release', { does: 'collect', shows: 'release', about: 'participantId', draft: true, takes: RecordRelease, again: release }, async (work, { participantId, ...input }) => {
  await recordRelease(work, input)
  return goTo(releasePage(participantId), t('person.release.recorded'))
})
page.post('/people/{participantId}/release/notings', { does: 'alter', shows: 'release', about: 'participantId', again: release }, async (work, { participantId }) => {
  await noteRelease(work)
  return goTo(releasePage(participantId), t('person.release.noted'))
})

async function release(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'release')) throw refuse('not-found')
  const [releases, mayWrite] = [await releasesOf(work, work.about), await mayFor(work, 'write', 'release')]
  const [now, ...before] = releases
  const [change] = await releaseChanges(work, [work.about])
  const hasToKnow = (await awaitedOf(work)).some(({ what, participant_id }) => what === 'changed' && participant_id === work.about)
  return show({ title: t('person.release'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.release')} />
    {now === undefined ? <Empty>{mayWrite ? t('person.release.empty-write') : t('person.release.empty')}</Empty> : <ReleaseNow now={now} />}
    {now && <RestrictionLooks work={work} participantId={participantId} releases={releases} looks={await looksAtRestrictions(work, work.about)} mayWrite={mayWrite} />}
    {now?.as_told && <Notice kind="info">{mayWrite ? t('person.release.confirm') : t('person.release.as-told')}</Notice>}
    {hasToKnow && <Form action={`${releasePage(participantId)}/notings`} keys={keysOf(work)}><Notice kind="info">{t('person.release.changed', { before: dayOf(change?.before ?? null), now: dayOf(now?.release_on ?? null) })}</Notice><Submit label={t('person.release.note')} /></Form>}
    {before.length > 0 && <Table caption={t('person.release.before')} columns={[t('person.field.release-on'), t('person.field.release-reason'), t('person.field.authority'), t('person.recorded')].map((label) => ({ label }))}
      rows={before.map((one) => [dayOf(one.release_on), sourceSaid(one, one.reason), one.authority, [one.recorder, say.moment(one.recorded_at)].filter(Boolean).join(', ')])} />}
    <ReleaseAnswers answers={await releaseAnswersOf(work, work.about)} title={t('person.release.answers', { name: person.name })} />
    {mayWrite && await releaseForm({ work, participantId, now, attempt })}
  </Narrow> })
}

type Release = Awaited<ReturnType<typeof releasesOf>>[number]

function dayOf(on: Release['release_on']): string {
  return on === null ? t('person.release.none') : say.day(on)
}

function ReleaseNow({ now }: { now: Release }) {
  const facts = [
    { label: t('person.field.release-reason'), value: sourceSaid(now, now.reason) }, { label: t('person.field.authority'), value: now.authority }, { label: t('person.field.restrictions'), value: now.restrictions },
    { label: t('person.field.offence-words'), value: now.offence_words }, { label: t('person.recorded'), value: [now.recorder, say.moment(now.recorded_at)].filter(Boolean).join(', ') }]
  return <SummaryList answers={[{ label: t('person.field.release-on'), value: dayOf(now.release_on) }, ...facts.filter(({ value }) => value !== '')]} />
}

async function releaseForm({ work, participantId, now, attempt }: { work: Work, participantId: string, now: Release | undefined, attempt: Attempt | undefined }) {
  const isLocked = offenceIsLocked(await statusesOf(work, work.about), work.today, await lastYes(work, work.about))
  return <Block title={t('person.release.new')} size="xs"><Form action={releasePage(participantId)} keys={keysOf(work)}>
    <SavedDraft attempt={attempt} />
    <DayField name="releaseOn" label={t('person.field.release-on')} hint={t('person.release.hint')} attempt={attempt} value={now?.release_on ?? ''} />
    <TextField name="reason" label={t('person.field.release-reason')} hint={t('person.release-reason.hint')} attempt={attempt} required />
    <TextField name="authority" label={t('person.field.authority')} attempt={attempt} required />
    <TextArea name="restrictions" label={t('person.field.restrictions')} hint={t('person.restrictions.hint')} attempt={attempt} value={now?.restrictions ?? ''} rows={3} most={2000} />
    <DayField name="restrictionsReviewOn" label={t('restriction.field.review-on')} hint={t(now?.restrictions ? 'restriction.review-on.hint-again' : 'restriction.review-on.hint')} attempt={attempt} min={addDays(work.today, 1)} max={latestLook(work.today)} />
    {isLocked ? <p class="ds-paragraph muted" data-size="sm">{t('person.offence.locked')}</p>
      : <TextArea name="offenceWords" label={t('person.field.offence-words')} hint={t('person.offence.hint')} attempt={attempt} value={now?.offence_words ?? ''} rows={2} most={2000} />}
    <Submit label={t('person.release.do')} draft />
  </Form></Block>
}
