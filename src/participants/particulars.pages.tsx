import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Crumbs, DayField, ErrorSummary, Form, Hidden, Link, Narrow, PageHead, SavedDraft, Submit, SummaryList, TextArea, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { needsPage, particularsPage, peoplePage, personPage, releasePage, statusesPage } from './addresses.ts'
import { changeParticulars, sayNeeds } from './change-person.ts'
import { ChangeParticulars, SayNeeds } from './participants.input.ts'
import { needsOf, particularsOf, thePerson, type Person } from './participants.queries.ts'
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
    {await fromHere(work, participantId)}
  </Narrow> })
}

/** The way on, to what this reader may read: health, for one, reads how to reach somebody and nothing of the law. */
async function fromHere(work: Work, participantId: string) {
  const [status, release, needs] = await together([mayFor(work, 'read', 'legal_status'), mayFor(work, 'read', 'release'), mayFor(work, 'read', 'access_needs')])
  const links = [...(status ? [{ href: statusesPage(participantId), says: t('person.statuses') }] : []), ...(release ? [{ href: releasePage(participantId), says: t('person.release') }] : []),
    ...(needs ? [{ href: needsPage(participantId), says: t('person.needs') }] : [])]
  return links.length > 0 && <p class="ds-paragraph" data-size="sm">{links.map(({ href, says }, place) => <>{place > 0 && ' · '}<Link href={href}>{says}</Link></>)}</p>
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
    <TextField name="languages" label={t('person.field.languages')} hint={t('person.languages.hint')} attempt={attempt} value={known?.languages.map(say.language).join(', ') ?? ''} />
    <Tick name="needsInterpreter" label={t('person.field.interpreter')} attempt={attempt} checked={known?.needs_interpreter ?? false} />
    <TextField name="literacy" label={t('person.field.literacy')} attempt={attempt} value={known?.literacy ?? ''} />
    <TextField name="mobility" label={t('person.field.mobility')} attempt={attempt} value={known?.mobility ?? ''} />
  </>
}

export function Head({ person, title }: { person: Person, title: string }) {
  return <><Crumbs above={[{ href: peoplePage, label: t('person.list.title') }, { href: personPage(person.public_id), label: person.name }]} here={title} /><PageHead title={title} sub={person.name} /></>
}
