import type { Child } from 'hono/jsx'
import { sayReaders, whoMayRead, type Reader } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { limitBeforeWriting } from '../plans/index.ts'
import { DayField, DetailsFold, Form, InARow, NumberField, SavedDraft, Select, Choice, Submit, TextArea, TextField, Tick, type FormKeys } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { causeName, wayName } from './sessions.glance.tsx'
import { allCauses, ways } from './session.ts'
import { unitsOnOffer, type UnitOnOffer } from './session-content.ts'
import type { PlannedUnit } from './units/unit-differences.ts'
import { WorkedOnFields } from './units/unit-fields.tsx'
import { t } from './words.ts'

export type Values = Record<string, string>

/** What a form about a session knows before it is drawn: who writes it in which role, what can be chosen, who will read it. */
export type Known = { role: string, units: UnitOnOffer[], readers: { done: string, note: string }, limit: Awaited<ReturnType<typeof limitBeforeWriting>> }

export async function knownFor(work: Work, participantId: number, role: string): Promise<Known> {
  const isOfTheCircle = role === 'circle_coordinator'
  return {
    role, units: isOfTheCircle ? [] : await unitsOnOffer(work, participantId),
    readers: isOfTheCircle ? { done: '', note: '' } : await readersOf(work, role),
    limit: isOfTheCircle ? null : await limitBeforeWriting(work, participantId),
  }
}

/** Who will read what is written here, by name, before it is written. */
export async function readersOf(work: Work, role: string): Promise<Known['readers']> {
  const all = await whoMayRead(work)
  const notes = role === 'mentor' ? 'mentor_note' : 'facilitator_note'
  return { done: readersSaid(work, all.filter(({ record }) => record === 'session_content')), note: readersSaid(work, all.filter(({ record }) => record === notes)) }
}

/** Those who read what they wrote themselves do not read this; and whoever writes knows of themselves. */
function readersSaid(work: Work, readers: readonly Reader[]): string {
  const others = readers.filter(({ scope, name }) => scope !== 'own' && name !== work.actor.name)
  return others.length === 0 ? t('session.readers.you') : t('session.readers.others', { names: sayReaders(others) })
}

type Filled = { action: string, keys: FormKeys, values: Values, /** The units planned for this session. */ planned?: readonly PlannedUnit[], known: Known, attempt: Attempt | undefined, /** What is asked before everything else. */ first?: Child }

/** Five things are open, the rest is folded: recording takes two minutes. Of a circle only when it met is asked. */
export function RecordForm({ action, keys, values, planned = [], known, attempt, first }: Filled) {
  const hasContent = known.role !== 'circle_coordinator'
  return <Form action={action} keys={keys}>
    <SavedDraft attempt={attempt} />
    {first}
    <WhenFields attempt={attempt} values={values} hint={t('session.field.on.hint')} />
    <Choice name="state" label={t('session.field.state')} attempt={attempt} value={values['state'] ?? ''} required inline
      options={[{ value: 'held', label: t('session.state.held') }, { value: 'missed', label: t('session.state.missed') }]} />
    <div class="if-missed"><CauseFields attempt={attempt} /></div>
    {hasContent && <div class="if-held"><TextArea name="done" label={t('session.field.done')} attempt={attempt} rows={4} most={10_000} required hint={t('session.demand')} readers={known.readers.done} /></div>}
    <DetailsFold summary={hasContent ? t('session.more') : t('session.more.circle')} open={isFilled(attempt)}>
      <div class="fields">
        {hasContent && <Content known={known} planned={planned} attempt={attempt} />}
        <Select name="way" label={t('session.field.way')} attempt={attempt} options={ways.map((way) => ({ value: way, label: wayName(way) }))} />
        <TextField name="place" label={t('session.field.place')} attempt={attempt} value={values['place'] ?? ''} />
        <TimeAroundFields attempt={attempt} />
        {hasContent && <NoteFields readers={known.readers.note} attempt={attempt} />}
      </div>
    </DetailsFold>
    <Submit label={t('session.record.do')} draft />
  </Form>
}

function Content({ known, planned, attempt }: Pick<Filled, 'known' | 'attempt'> & { planned: readonly PlannedUnit[] }) {
  return <div class="if-held fields">
    <WorkedOnFields known={known} planned={planned} label={t('session.field.units')} attempt={attempt} />
    <TextArea name="ownWords" label={t('session.field.own-words')} attempt={attempt} rows={3} most={10_000} />
    <TextArea name="homePractice" label={t('session.field.home-practice')} attempt={attempt} rows={2} most={2000} />
    <TextArea name="nextStep" label={t('session.field.next-step')} attempt={attempt} rows={2} most={2000} />
    {known.limit !== null && <Tick name="limitReminded" label={t('session.field.limit-reminded')} hint={t('session.field.limit-reminded.hint')} attempt={attempt} />}
  </div>
}

/** The colleague's own time beside the meeting, also where it was missed: whoever stood before a closed gate was on the way too. */
function TimeAroundFields({ attempt }: Pick<Filled, 'attempt'>) {
  return <div class="plain">
    <InARow>
      <NumberField name="preparationMinutes" label={t('session.field.preparation')} unit={t('session.field.minutes.unit')} attempt={attempt} />
      <NumberField name="travelMinutes" label={t('session.field.travel')} unit={t('session.field.minutes.unit')} attempt={attempt} />
    </InARow>
    <p class="ds-paragraph muted" data-size="sm">{t('session.around.hint')}</p>
  </div>
}

/** The note, and whether it is signed with this or kept as a draft. */
function NoteFields({ readers, attempt }: { readers: string, attempt: Attempt | undefined }) {
  return <>
    <TextArea name="note" label={t('session.field.note')} attempt={attempt} rows={6} most={10_000} readers={readers} />
    <Tick name="isDraft" label={t('session.field.is-draft')} hint={t('session.field.is-draft.hint')} attempt={attempt} />
  </>
}

export function WhenFields({ attempt, values, hint }: { attempt: Attempt | undefined, values: Values, hint?: string }) {
  return <div class="plain">
    <InARow>
      <DayField name="on" label={t('session.field.on')} attempt={attempt} value={values['on'] ?? ''} required />
      <TextField name="time" label={t('session.field.time')} attempt={attempt} value={values['time'] ?? ''} width="short" required />
      <NumberField name="minutes" label={t('session.field.minutes')} unit={t('session.field.minutes.unit')} attempt={attempt} value={values['minutes'] ?? ''} required />
    </InARow>
    {hint && <p class="ds-paragraph muted" data-size="sm">{hint}</p>}
  </div>
}

/** A cause is chosen from a short list; a word about it may follow. */
export function CauseFields({ attempt, label = t('session.field.cause') }: { attempt: Attempt | undefined, label?: string }) {
  return <div class="fields">
    <Select name="cause" label={label} hint={t('session.field.cause.hint')} attempt={attempt} required options={allCauses.map((value) => ({ value, label: causeName(value) }))} />
    <TextField name="causeNote" label={t('session.field.cause-note')} attempt={attempt} />
  </div>
}

/** What came back with something in the fold opens it: nobody loses sight of what they wrote. */
function isFilled(attempt: Attempt | undefined): boolean {
  const folded = ['units', 'ownWords', 'homePractice', 'nextStep', 'limitReminded', 'way', 'place', 'preparationMinutes', 'travelMinutes', 'note', 'isDraft']
  const isInIt = (field: string) => folded.includes(field) || /^why\.\d+\.(?!unit)/.test(field)
  return attempt !== undefined && (Object.entries(attempt.values).some(([name, value]) => value !== '' && isInIt(name)) || attempt.problems.some(({ field }) => isInIt(field)))
}
