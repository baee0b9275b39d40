import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, DayField, DetailsFold, Empty, ErrorSummary, Form, Hidden, Link, Narrow, PageHead, SavedDraft, Select, Submit, SummaryList, Table, TextArea, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { needsPage, particularsPage, peoplePage, personPage, releasePage, statusesPage } from './addresses.ts'
import { changeParticulars, endLegalStatus, recordLegalStatus, recordRelease, sayNeeds } from './change-person.ts'
import { legalStatuses, offenceIsLocked } from './participant.ts'
import { ChangeParticulars, EndStatus, RecordRelease, RecordStatus, SayNeeds } from './participants.input.ts'
import { needsOf, particularsOf, releasesOf, statusesOf, thePerson, type Person } from './participants.queries.ts'
import { statusSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const particularsPages = page

type About = { participantId: string }

page.get('/people/{participantId}/particulars', { does: 'consult', shows: 'identity_particulars', about: 'participantId', draft: true }, particulars)
page.post('/people/{participantId}/particulars', { does: 'alter', shows: 'identity_particulars', about: 'participantId', draft: true, takes: ChangeParticulars, again: particulars }, async (work, { participantId, ...input }, sent) => {
  await changeParticulars(work, input, sent.revision)
  return goTo(particularsPage(participantId), t('person.changed'))
})

async function particulars(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  const known = await particularsOf(work, work.about)
  if (!known) throw refuse('not-found')
  const [mayWrite, keepsRegister] = [await mayFor(work, 'write', 'identity_particulars'), await mayFor(work, 'write', 'register')]
  return show({ title: t('person.particulars'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.particulars')} />
    {!mayWrite ? <SummaryList answers={[
      { label: t('person.field.name'), value: person.name }, { label: t('person.field.meets-at'), value: person.meets_at }, { label: t('person.field.number'), value: known.number },
      { label: t('person.field.born-on'), value: known.born_on && say.day(known.born_on) }, { label: t('person.field.address'), value: known.address }, { label: t('person.field.contacts'), value: known.contacts }]} />
      : <Form action={particularsPage(participantId)} keys={keysOf(work, person.revision)}>
        <SavedDraft attempt={attempt} />
        <TextField name="name" label={t('person.field.name')} hint={t('person.name.hint')} attempt={attempt} value={person.name} required />
        <TextField name="meetsAt" label={t('person.field.meets-at')} attempt={attempt} value={person.meets_at} />
        {keepsRegister ? <TextField name="number" label={t('person.field.number')} attempt={attempt} value={known.number ?? ''} width="medium" /> : <Hidden name="number" value={known.number ?? ''} />}
        <DayField name="bornOn" label={t('person.field.born-on')} attempt={attempt} value={known.born_on ?? ''} max={work.today} />
        <TextArea name="address" label={t('person.field.address')} attempt={attempt} value={known.address} rows={3} most={1000} />
        <TextArea name="contacts" label={t('person.field.contacts')} attempt={attempt} value={known.contacts} rows={3} most={2000} />
        <Submit label={t('person.save')} draft cancel={{ href: personPage(participantId), label: t('person.back') }} />
      </Form>}
    <p class="ds-paragraph" data-size="sm"><Link href={statusesPage(participantId)}>{t('person.statuses')}</Link> · <Link href={releasePage(participantId)}>{t('person.release')}</Link> · <Link href={needsPage(participantId)}>{t('person.needs')}</Link></p>
  </Narrow> })
}

page.get('/people/{participantId}/legal-statuses', { does: 'consult', shows: 'legal_status', about: 'participantId' }, statuses)
page.post('/people/{participantId}/legal-statuses', { does: 'collect', shows: 'legal_status', about: 'participantId', takes: RecordStatus, again: statuses }, async (work, { participantId, ...input }) => {
  await recordLegalStatus(work, input)
  return goTo(statusesPage(participantId), t('person.status.recorded'))
})
page.post('/people/{participantId}/legal-statuses/{statusId}/endings', { does: 'alter', shows: 'legal_status', about: 'participantId', takes: EndStatus, again: statuses }, async (work, { participantId, statusId, untilOn }) => {
  await endLegalStatus(work, statusId, untilOn)
  return goTo(statusesPage(participantId), t('person.status.ended'))
})

async function statuses(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'legal_status')) throw refuse('not-found')
  const all = await statusesOf(work, work.about)
  const mayWrite = await mayFor(work, 'write', 'legal_status')
  const rows = all.map((one) => [statusSaid(one.status), one.until_on === null ? t('person.status.since', { from: say.day(one.from_on) }) : t('person.status.from-until', { from: say.day(one.from_on), until: say.day(one.until_on) }), one.authority, one.source])
  const open = all.filter(({ until_on }) => until_on === null)
  return show({ title: t('person.statuses'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.statuses')} />
    {offenceIsLocked(all, work.today) && <Empty>{t('person.status.locked')}</Empty>}
    {rows.length === 0 ? <Empty>{mayWrite ? t('person.statuses.empty-write') : t('person.statuses.empty')}</Empty>
      : <Table caption={t('person.statuses')} captionHidden columns={[t('person.field.status'), t('person.status.when'), t('person.field.authority'), t('person.field.source')].map((label) => ({ label }))} rows={rows} />}
    {mayWrite && open.map((one) => <DetailsFold summary={t('person.status.end', { status: statusSaid(one.status) })}><Form action={`${statusesPage(participantId)}/${one.public_id}/endings`} keys={keysOf(work)}>
      <DayField name="untilOn" place={one.public_id} label={t('person.field.until-on')} value={work.today} min={one.from_on} required /><Submit label={t('person.status.end.do')} />
    </Form></DetailsFold>)}
    {mayWrite && <Block title={t('person.status.new')} size="xs"><Form action={statusesPage(participantId)} keys={keysOf(work)}>
      <Select name="status" label={t('person.field.status')} attempt={attempt} required options={legalStatuses.map((value) => ({ value, label: statusSaid(value) }))} />
      <DayField name="fromOn" label={t('person.field.from-on')} attempt={attempt} required />
      <DayField name="untilOn" label={t('person.field.until-on')} attempt={attempt} />
      <TextField name="source" label={t('person.field.source')} hint={t('person.source.hint')} attempt={attempt} required />
      <TextField name="authority" label={t('person.field.authority')} attempt={attempt} required />
      <Submit label={t('person.status.do')} />
    </Form></Block>}
  </Narrow> })
}

page.get('/people/{participantId}/release', { does: 'consult', shows: 'release', about: 'participantId' }, release)
page.post('/people/{participantId}/release', { does: 'collect', shows: 'release', about: 'participantId', takes: RecordRelease, again: release }, async (work, { participantId, ...input }) => {
  await recordRelease(work, input)
  return goTo(releasePage(participantId), t('person.release.recorded'))
})

async function release(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'release')) throw refuse('not-found')
  const [now, ...before] = await releasesOf(work, work.about)
  const dayOf = (on: typeof person.state_since | null) => (on === null ? t('person.release.none') : say.day(on))
  return show({ title: t('person.release'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.release')} />
    {now === undefined ? <Empty>{t('person.release.empty')}</Empty> : <SummaryList answers={[
      { label: t('person.field.release-on'), value: dayOf(now.release_on) }, { label: t('person.field.release-reason'), value: now.reason }, { label: t('person.field.authority'), value: now.authority },
      { label: t('person.field.restrictions'), value: now.restrictions }, { label: t('person.field.offence-words'), value: now.offence_words }, { label: t('person.recorded'), value: [now.recorder, say.moment(now.recorded_at)].filter(Boolean).join(', ') }]} />}
    {before.length > 0 && <Table caption={t('person.release.before')} columns={[t('person.field.release-on'), t('person.field.release-reason'), t('person.field.authority'), t('person.recorded')].map((label) => ({ label }))}
      rows={before.map((one) => [dayOf(one.release_on), one.reason, one.authority, say.moment(one.recorded_at)])} />}
    {await mayFor(work, 'write', 'release') && <Block title={t('person.release.new')} size="xs"><Form action={releasePage(participantId)} keys={keysOf(work)}>
      <DayField name="releaseOn" label={t('person.field.release-on')} hint={t('person.release.hint')} attempt={attempt} value={now?.release_on ?? ''} />
      <TextField name="reason" label={t('person.field.release-reason')} attempt={attempt} required />
      <TextField name="authority" label={t('person.field.authority')} attempt={attempt} required />
      <TextArea name="restrictions" label={t('person.field.restrictions')} attempt={attempt} value={now?.restrictions ?? ''} rows={3} most={2000} />
      {offenceIsLocked(await statusesOf(work, work.about), work.today) ? <p class="ds-paragraph muted" data-size="sm">{t('person.offence.locked')}</p>
        : <TextArea name="offenceWords" label={t('person.field.offence-words')} hint={t('person.offence.hint')} attempt={attempt} value={now?.offence_words ?? ''} rows={2} most={2000} />}
      <Submit label={t('person.release.do')} />
    </Form></Block>}
  </Narrow> })
}

page.get('/people/{participantId}/needs', { does: 'consult', shows: 'access_needs', about: 'participantId' }, needs)
page.post('/people/{participantId}/needs', { does: 'alter', shows: 'access_needs', about: 'participantId', takes: SayNeeds, again: needs }, async (work, { participantId, ...input }) => {
  if (!await mayFor(work, 'write', 'access_needs')) throw refuse('not-found')
  await sayNeeds(work, work.about, input)
  return goTo(needsPage(participantId), t('person.changed'))
})

async function needs(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'access_needs')) throw refuse('not-found')
  const known = await needsOf(work, work.about)
  return show({ title: t('person.needs'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.needs')} />
    {known?.as_sent && <p class="ds-paragraph muted" data-size="sm">{t('person.needs.as-sent', { words: known.as_sent })}</p>}
    {await mayFor(work, 'write', 'access_needs') ? <Form action={needsPage(participantId)} keys={keysOf(work)}><NeedsFields known={known} attempt={attempt} /><Submit label={t('person.save')} /></Form>
      : <SummaryList answers={[{ label: t('person.field.languages'), value: say.list((known?.languages ?? []).map(say.language)) }, { label: t('person.field.interpreter'), value: known?.needs_interpreter ? t('person.yes') : t('person.no') },
        { label: t('person.field.literacy'), value: known?.literacy }, { label: t('person.field.mobility'), value: known?.mobility }]} />}
  </Narrow> })
}

export function NeedsFields({ known, attempt }: { known: Awaited<ReturnType<typeof needsOf>>, attempt: Attempt | undefined }) {
  return <>
    <TextField name="languages" label={t('person.field.languages')} hint={t('person.languages.hint')} attempt={attempt} value={known?.languages.join(', ') ?? ''} />
    <Tick name="needsInterpreter" label={t('person.field.interpreter')} attempt={attempt} checked={known?.needs_interpreter ?? false} />
    <TextField name="literacy" label={t('person.field.literacy')} attempt={attempt} value={known?.literacy ?? ''} />
    <TextField name="mobility" label={t('person.field.mobility')} attempt={attempt} value={known?.mobility ?? ''} />
  </>
}

export function Head({ person, title }: { person: Person, title: string }) {
  return <><Crumbs above={[{ href: peoplePage, label: t('person.list.title') }, { href: personPage(person.public_id), label: person.name }]} here={title} /><PageHead title={title} sub={person.name} /></>
}
