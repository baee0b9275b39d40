import { sayReaders, whoMayRead } from '../../access/index.ts'
import type { Person } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { addMonths } from '../../platform/day.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, ErrorSummary, Form, Hidden, Narrow, Notice, PageHead, SavedDraft, Several, Submit, TextArea } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { helpPage, newAdvicePage, newPlanPage, replaceAdvicePage, type Here } from '../addresses.ts'
import { planParts, readerRoles, toldHows, type Advice } from '../advice.ts'
import { safetyPlansOf } from '../health.queries.ts'
import { inForceToChange, mustWrite, planInForce } from '../health.verbs.ts'
import { t } from '../words.ts'
import { Way } from './parts.tsx'

/** How far ahead the form puts the day of looking again: most of what helps changes within the season. */
const usualMonths = 3

export async function newAdviceForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  return adviceForm({ work, person: await mustWrite(work), action: newAdvicePage(participantId), title: t('health.advice.new'), attempt })
}

/** What stands there is filled in; what is sent takes its place, and it stays in the history. */
export async function replaceForm(work: Work, here: Here, attempt?: Attempt) {
  const before = await inForceToChange(work, 'functional_advice', here.adviceId)
  return adviceForm({ work, person: await mustWrite(work), action: replaceAdvicePage(here), title: t('health.replace'), before, attempt })
}

type AdviceForm = { work: Work, person: Person, action: string, title: string, before?: Advice, attempt: Attempt | undefined }

async function adviceForm({ work, person, action, title, before, attempt }: AdviceForm) {
  return show({ title, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={title} />
    <PageHead title={title} sub={person.name} />
    <Notice kind="care" title={t('health.no-diagnosis.title')}>{t('health.no-diagnosis')}</Notice>
    <Form action={action} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="words" label={t('health.field.words')} hint={t('health.words.hint')} rows={4} most={1000} attempt={attempt} value={before?.words ?? ''} required readers={await readersNow(work)} />
      <Several name="readers" label={t('health.field.readers')} hint={t('health.readers.hint')} attempt={attempt} chosen={before?.readers ?? []} required options={readerRoles.map((role) => ({ value: role, label: t(`health.agree.${role}`) }))} />
      <Choice name="told" label={t('health.field.told')} hint={t('health.told.hint')} attempt={attempt} required options={toldHows.map((value) => ({ value, label: t(`health.told.${value}`) }))} />
      <ReviewField work={work} attempt={attempt} />
      <Submit label={t('health.save')} draft cancel={{ href: helpPage(person.public_id), label: t('health.cancel') }} />
    </Form>
  </Narrow> })
}

/** In the person's words, the two side by side. Where a plan holds, its words are there to go on from. */
export async function planForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await mustWrite(work)
  const before = planInForce(await safetyPlansOf(work, person.participant_id))
  const title = before ? t('health.plan.renew') : t('health.plan.new')
  return show({ title, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={title} />
    <PageHead title={title} sub={person.name} />
    <Notice kind="info">{t('health.plan.together')}</Notice>
    <Form action={newPlanPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {before && <Hidden name="replaces" value={before.publicId} />}
      <p class="ds-paragraph" data-size="sm">{t('health.readers.now', { readers: await readersNow(work) })}</p>
      {planParts.map((part) => <TextArea name={part} label={t(`health.part.${part}`)} hint={t(`health.hint.${part}`)} rows={3} most={1000} attempt={attempt} value={before?.[part] ?? ''} />)}
      <ReviewField work={work} attempt={attempt} />
      <Submit label={t('health.plan.save')} draft cancel={{ href: helpPage(participantId), label: t('health.cancel') }} />
    </Form>
  </Narrow> })
}

function ReviewField({ work, attempt }: { work: Work, attempt: Attempt | undefined }) {
  return <DayField name="reviewOn" label={t('health.field.review-on')} hint={t('health.review-on.hint')} attempt={attempt} value={addMonths(work.today, usualMonths)} required />
}

/** Who reads it from the moment it is saved, said before the first word. */
async function readersNow(work: Work): Promise<string> {
  const others = (await whoMayRead(work, 'functional_advice')).filter(({ name }) => name !== work.actor.name)
  return others.length === 0 ? t('health.readers.you') : t('health.readers.you-and', { readers: sayReaders(others) })
}
