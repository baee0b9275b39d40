import type { Attempt } from '../../platform/attempt.ts'
import { timeAt } from '../../platform/day.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, DetailsFold, ErrorSummary, Form, InARow, Narrow, Notice, PageHead, SavedDraft, Select, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { incidentsPage, newIncidentOfPage, newIncidentPage } from '../addresses.ts'
import { kinds } from '../incident.ts'
import { Way } from '../said.tsx'
import { other } from '../safety.input.ts'
import { peopleToWriteOf, writesOfCrises } from '../safety.queries.ts'
import { t } from '../words.ts'

type Here = { participantId?: string }

/** Two lines after a crisis: from the card, with a choice of the person, or from the person's own page. What is typed is never lost. */
export async function recordForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  if (!await writesOfCrises(work)) throw refuse('not-found')
  const people = await peopleToWriteOf(work)
  if (participantId === undefined && !attempt) work.saw(...people.map(({ id }) => id))
  const person = participantId === undefined ? undefined : people.find(({ public_id: id }) => id === participantId)
  if (participantId !== undefined && !person) throw refuse('not-found')
  const action = participantId === undefined ? newIncidentPage : newIncidentOfPage(participantId)
  return show({ title: t('safety.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    {person && <Way incident={{ name: person.name, person_public_id: person.public_id }} here={t('safety.new.title')} />}
    <PageHead title={t('safety.new.title')} sub={t('safety.new.sub')} />
    <Notice kind="info">{t('safety.new.numbers')}</Notice>
    <Form action={action} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {participantId === undefined && <WhoFields people={people} attempt={attempt} />}
      <Choice name="kind" label={t('safety.field.kind')} required attempt={attempt} options={kinds.map((value) => ({ value, label: t(`safety.kind.${value}`) }))} />
      <TextArea name="wordsSaid" label={t('safety.field.words-said')} hint={t('safety.words-said.hint')} rows={2} most={1000} required attempt={attempt} readers={t('safety.new.readers')} />
      <TextArea name="done" label={t('safety.field.done')} rows={2} most={1000} required attempt={attempt} />
      <InARow>
        <TextField name="handedTo" label={t('safety.field.handed-to')} attempt={attempt} width="medium" />
        <Time name="handedAt" label={t('safety.field.handed-at')} attempt={attempt} />
      </InARow>
      <DetailsFold summary={t('safety.new.when')} open={attempt?.problems.some(({ field }) => field === 'on' || field === 'time') ?? false}>
        <InARow>
          <DayField name="on" label={t('safety.field.on')} required value={work.today} max={work.today} attempt={attempt} />
          <Time name="time" label={t('safety.field.time')} required value={timeAt(work.now, work.timeZone)} attempt={attempt} />
        </InARow>
      </DetailsFold>
      <Submit label={t('safety.new.do')} draft cancel={{ href: participantId === undefined ? '/' : incidentsPage(participantId), label: t('safety.cancel') }} />
    </Form>
  </Narrow> })
}

type People = Awaited<ReturnType<typeof peopleToWriteOf>>

function WhoFields({ people, attempt }: { people: People, attempt: Attempt | undefined }) {
  const known = people.flatMap(({ public_id: value, name }) => (name === null ? [] : [{ value, label: name }]))
  return <>
    <Select name="who" label={t('safety.field.who')} required attempt={attempt} value={known.length === 0 ? other : undefined} options={[...known, { value: other, label: t('safety.new.other') }]} />
    <TextField name="personWords" label={t('safety.field.person-words')} attempt={attempt} />
  </>
}

export function Time({ name, label, value, required, attempt }: { name: string, label: string, value?: string, required?: boolean, attempt: Attempt | undefined }) {
  return <TextField name={name} label={label} hint={t('safety.time.hint')} width="short" required={required} attempt={attempt} {...(value === undefined ? {} : { value })} />
}
