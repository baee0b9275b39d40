import { sayReaders, whoMayRead, type Reader } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { limitBeforeWriting } from '../plans/index.ts'
import { DayField, DetailsFold, Form, InARow, NumberField, SavedDraft, Select, Several, Choice, Submit, TextArea, TextField, Tick, type FormKeys } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { causeName, wayName } from './sessions.glance.tsx'
import { allCauses, ways } from './session.ts'
import { unitsOnOffer, type UnitOnOffer } from './session-content.ts'
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

type Filled = { action: string, keys: FormKeys, values: Values, /** The units planned for this session. */ planned?: string[], known: Known, attempt: Attempt | undefined }

/** Five things are open, the rest is folded: recording takes two minutes. Of a circle only when it met is asked. */
export function RecordForm({ action, keys, values, planned = [], known, attempt }: Filled) {
  const hasContent = known.role !== 'circle_coordinator'
  return <Form action={action} keys={keys}>
    <SavedDraft attempt={attempt} />
    <WhenFields attempt={attempt} values={values} hint={t('session.field.on.hint')} />
    <Choice name="state" label={t('session.field.state')} attempt={attempt} value={values['state'] ?? ''} required inline
      options={[{ value: 'held', label: t('session.state.held') }, { value: 'missed', label: t('session.state.missed') }]} />
    <div class="if-missed"><CauseFields attempt={attempt} /></div>
    {hasContent && <div class="if-held"><TextArea name="done" label={t('session.field.done')} attempt={attempt} rows={4} most={10_000} required hint={t('session.demand')} readers={known.readers.done} /></div>}
    <DetailsFold summary={hasContent ? t('session.more') : t('session.field.place')} open={isFilled(attempt)}>
      <div class="fields">
        {hasContent && <Content known={known} planned={planned} attempt={attempt} />}
        <Select name="way" label={t('session.field.way')} attempt={attempt} options={ways.map((way) => ({ value: way, label: wayName(way) }))} />
        <TextField name="place" label={t('session.field.place')} attempt={attempt} value={values['place'] ?? ''} />
        {hasContent && <NoteFields readers={known.readers.note} attempt={attempt} />}
      </div>
    </DetailsFold>
    <Submit label={t('session.record.do')} draft />
  </Form>
}

function Content({ known, planned, attempt }: Pick<Filled, 'known' | 'attempt'> & { planned: string[] }) {
  return <div class="if-held fields">
    <UnitFields known={known} chosen={planned} label={t('session.field.units')} attempt={attempt} />
    {planned.length > 0 && <>
      <Select name="differsCause" label={t('session.field.differs')} hint={t('session.field.differs.hint')} attempt={attempt} options={causeOptions()} />
      <TextField name="differsWhy" label={t('session.field.differs-why')} attempt={attempt} />
    </>}
    <TextArea name="ownWords" label={t('session.field.own-words')} attempt={attempt} rows={3} most={10_000} />
    <TextArea name="homePractice" label={t('session.field.home-practice')} attempt={attempt} rows={2} most={2000} />
    <TextArea name="nextStep" label={t('session.field.next-step')} attempt={attempt} rows={2} most={2000} />
    {known.limit !== null && <Tick name="limitReminded" label={t('session.field.limit-reminded')} hint={t('session.field.limit-reminded.hint')} attempt={attempt} />}
  </div>
}

/** The note, and whether it is signed with this or kept as a draft. */
function NoteFields({ readers, attempt }: { readers: string, attempt: Attempt | undefined }) {
  return <>
    <TextArea name="note" label={t('session.field.note')} attempt={attempt} rows={6} most={10_000} readers={readers} />
    <Tick name="isDraft" label={t('session.field.is-draft')} hint={t('session.field.is-draft.hint')} attempt={attempt} />
  </>
}

/** The units of the plan, in its order. Those about the offence are not offered while they are locked; who may know why is told. */
export function UnitFields({ known, chosen, label, attempt }: { known: Known, chosen: string[], label: string, attempt: Attempt | undefined }) {
  const [open, locked] = [known.units.filter(({ isLocked }) => !isLocked), known.units.filter(({ isLocked }) => isLocked)]
  return <>
    {open.length > 0 && <Several name="units" label={label} attempt={attempt} chosen={chosen} options={open.map(({ unitId, name }) => ({ value: unitId, label: name }))} />}
    {locked.length > 0 && known.role === 'facilitator' && <p class="ds-paragraph" data-size="sm">{t('session.units.locked', { units: say.list(locked.map(({ name }) => name)) })}</p>}
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
    <Select name="cause" label={label} hint={t('session.field.cause.hint')} attempt={attempt} required options={causeOptions()} />
    <TextField name="causeNote" label={t('session.field.cause-note')} attempt={attempt} />
  </div>
}

function causeOptions() {
  return allCauses.map((value) => ({ value, label: causeName(value) }))
}

/** What came back with something in the fold opens it: nobody loses sight of what they wrote. */
function isFilled(attempt: Attempt | undefined): boolean {
  const folded = ['units', 'differsCause', 'differsWhy', 'ownWords', 'homePractice', 'nextStep', 'limitReminded', 'way', 'place', 'note', 'isDraft']
  return attempt !== undefined && (folded.some((name) => Boolean(attempt.values[name])) || attempt.problems.some(({ field }) => folded.includes(field)))
}
