import { sayReaders, whoMayRead } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { DayField, ErrorSummary, Form, Narrow, Notice, PageHead, SavedDraft, Select, Submit, TextArea } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { limitBeforeWriting } from '../../plans/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { exercisePage, exercisesPage, goOnPage, newExercisePage, strikePage, type Here } from '../addresses.ts'
import { isMap, type Tool } from '../exercise.ts'
import { entriesOn, type ShownEntry } from '../exercises.queries.ts'
import { isShut, mySheet, toolsOnOffer } from '../exercises.verbs.ts'
import { t } from '../words.ts'
import { PartFields } from './part-fields.tsx'
import { Way } from './sheet.tsx'

/** An empty sheet: who reads it and what the law's state keeps out stand before the first word. */
export async function beginForm(work: Work, { participantId, tool }: { participantId: string, tool: Tool }, attempt?: Attempt) {
  const person = await thePerson(work)
  const offered = (await toolsOnOffer(work)).find((one) => one.tool === tool)
  if (!offered) throw refuse('not-found')
  return show({ title: t('exercise.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t(`exercise.tool.${tool}`)} />
    <PageHead title={t(`exercise.tool.${tool}`)} sub={t(`exercise.about.${tool}`)} />
    {offered.isLocked ? <Notice kind="care">{t('exercise.refused.locked')}</Notice> : <Form action={newExercisePage(participantId, tool)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {await Before({ work, tool })}
      {offered.units.length > 0 && <Select name="unitId" label={t('exercise.field.unit')} options={offered.units.map(({ unitId, name }) => ({ value: unitId, label: name }))} value={offered.units[0]?.unitId} attempt={attempt} />}
      <Fields tool={tool} attempt={attempt} entries={[]} madeOn={work.today} />
      <Submit label={t('exercise.save')} draft cancel={{ href: exercisesPage(participantId), label: t('exercise.title') }} />
    </Form>}
  </Narrow> })
}

export async function goOnForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const sheet = await mySheet(work, here.exerciseId)
  return show({ title: t('exercise.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('exercise.go-on')} sheet={{ href: exercisePage(here), label: t(`exercise.tool.${sheet.kind}`) }} />
    <PageHead title={t(`exercise.tool.${sheet.kind}`)} sub={t('exercise.go-on.sub')} />
    {attempt === undefined && await isShut(work, sheet) ? <Notice kind="care">{t('exercise.refused.locked')}</Notice> : <Form action={goOnPage(here)} keys={keysOf(work, sheet.revision)}>
      <SavedDraft attempt={attempt} />
      {await Before({ work, tool: sheet.kind })}
      <Fields tool={sheet.kind} attempt={attempt} entries={await entriesOn(work, sheet)} madeOn={sheet.made_on} />
      <Submit label={t('exercise.save')} draft cancel={{ href: exercisePage(here), label: t('exercise.back') }} />
    </Form>}
  </Narrow> })
}

export async function strikeForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const sheet = await mySheet(work, here.exerciseId)
  return show({ title: t('exercise.strike'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('exercise.strike')} sheet={{ href: exercisePage(here), label: t(`exercise.tool.${sheet.kind}`) }} />
    <PageHead title={t('exercise.strike')} sub={t('exercise.strike.sub')} />
    <Form action={strikePage(here)} keys={keysOf(work)}>
      <TextArea name="reason" label={t('exercise.field.strike-reason')} rows={3} most={500} attempt={attempt} required />
      <Submit label={t('exercise.strike.do')} cancel={{ href: exercisePage(here), label: t('exercise.back') }} />
    </Form>
  </Narrow> })
}

/** Who will read it and who could demand it, and the limit of the legal status. Those who read only what they wrote themselves do not read this. */
async function Before({ work, tool }: { work: Work, tool: Tool }) {
  const others = (await whoMayRead(work, isMap(tool) ? 'family_and_network' : 'session_content')).filter(({ scope, name }) => scope !== 'own' && name !== work.actor.name)
  return <>
    <Notice kind="info">{others.length === 0 ? t('exercise.readers.you') : t('exercise.readers', { readers: sayReaders(others) })}</Notice>
    {await limitBeforeWriting(work, work.about)}
  </>
}

function Fields({ tool, attempt, entries, madeOn }: { tool: Tool, attempt: Attempt | undefined, entries: ShownEntry[], madeOn: string }) {
  return <>
    <PartFields tool={tool} attempt={attempt} entries={entries} />
    <DayField name="madeOn" label={t('exercise.field.made-on')} value={madeOn} attempt={attempt} required />
  </>
}
