import { mayFor, teamOf } from '../../access/index.ts'
import { openPlaces } from '../../community/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, Empty, ErrorSummary, Form, Hidden, Narrow, NumberField, PageHead, SavedDraft, Select, Several, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { acknowledgementPage, handOverPage, linksPage, maintenancePage, ownerPage, transitionPage } from '../addresses.ts'
import { handedItems, linkAnswers } from '../transition.ts'
import { knownReleases, ownersOf, teamOutside } from '../transitions.queries.ts'
import { mustArrange } from '../transitions.verbs.ts'
import { t } from '../words.ts'
import { showTransition } from './overview.tsx'
import { Way } from './parts.tsx'

type Here = { participantId: string }

export async function ownerForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustArrange(work)
  const [colleagues, places] = [await teamOutside(work), await openPlaces(work)]
  const options = [...colleagues.map((one) => ({ value: `colleague:${one.public_id}`, label: say.beside([one.name, one.unit]) })), ...places.map((one) => ({ value: `place:${one.publicId}`, label: say.beside([one.name, one.area]) }))]
  return show({ title: t('transition.owner.name'), body: <Narrow>
    <Way person={person} here={t('transition.owner.name')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.owner.name')} sub={t('transition.owner.sub')} />
    {options.length === 0 ? <Empty>{t('transition.owner.nobody')}</Empty> : <Form action={ownerPage(participantId)} keys={keysOf(work)}>
      <Select name="owner" label={t('transition.field.owner')} hint={t('transition.field.owner.hint')} attempt={attempt} required options={options} />
      <Submit label={t('transition.owner.do')} cancel={{ href: transitionPage(participantId), label: t('transition.back') }} />
    </Form>}
  </Narrow> })
}

/** For a place: with whom one spoke there. A colleague says it with one press, on the page itself. */
export async function acknowledgementForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustArrange(work)
  const [owner] = await ownersOf(work, [person.participant_id])
  return show({ title: t('transition.acknowledge.place'), body: <Narrow>
    <Way person={person} here={t('transition.acknowledge.place')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.acknowledge.place')} sub={owner?.name ?? person.name} />
    {!owner || owner.colleagueId !== null ? <Empty>{owner ? t('transition.acknowledge.themselves', { name: owner.name }) : t('transition.owner.none')}</Empty> : <Form action={acknowledgementPage(participantId)} keys={keysOf(work)}>
      <Hidden name="owner" value={owner.publicId} />
      <TextArea name="words" label={t('transition.field.acknowledged')} hint={t('transition.field.acknowledged.hint')} attempt={attempt} rows={2} most={1000} />
      <Submit label={t('transition.acknowledge.do')} cancel={{ href: transitionPage(participantId), label: t('transition.back') }} />
    </Form>}
  </Narrow> })
}

/** What could not be kept comes back where it was typed: in the form of a place, or on the page where a colleague presses. */
export async function acknowledgementAgain(work: Work, here: Here, attempt?: Attempt) {
  return await mayFor(work, 'write', 'plan_dates') && attempt?.values['words'] !== undefined ? acknowledgementForm(work, here, attempt) : showTransition(work, here, attempt)
}

export async function linksForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustArrange(work)
  const places = await openPlaces(work)
  return show({ title: t('transition.links.do'), body: <Narrow>
    <Way person={person} here={t('transition.links.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.links.do')} sub={t('transition.links.sub')} />
    {places.length === 0 ? <Empty>{t('transition.links.no-places')}</Empty> : <Form action={linksPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="place" label={t('transition.field.place')} attempt={attempt} required options={places.map((one) => ({ value: one.publicId, label: say.beside([one.name, one.area]) }))} />
      <Choice name="answer" label={t('transition.field.answer')} attempt={attempt} required options={linkAnswers.map((value) => ({ value, label: t(`transition.answer.${value}`) }))} />
      <TextArea name="words" label={t('transition.field.words')} attempt={attempt} rows={2} most={1000} />
      <Submit label={t('transition.save')} draft cancel={{ href: transitionPage(participantId), label: t('transition.back') }} />
    </Form>}
  </Narrow> })
}

export async function maintenanceForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustArrange(work)
  const [team, releases] = [await teamOf(work, person.participant_id), await knownReleases(work, [person.participant_id])]
  const release = releases.get(person.participant_id)?.releaseOn
  return show({ title: t('transition.maintenance.do'), body: <Narrow>
    <Way person={person} here={t('transition.maintenance.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.maintenance.do')} sub={t('transition.maintenance.sub')} />
    <Form action={maintenancePage(participantId)} keys={keysOf(work)}>
      <Select name="who" label={t('transition.field.who')} attempt={attempt} required options={colleaguesIn(team)} />
      <DayField name="fromOn" label={t('transition.field.from-on')} value={release !== undefined && release >= work.today ? release : ''} attempt={attempt} required />
      <NumberField name="everyWeeks" label={t('transition.field.every-weeks')} unit={t('transition.unit.weeks')} attempt={attempt} required />
      <NumberField name="meetings" label={t('transition.field.meetings')} attempt={attempt} required />
      <Submit label={t('transition.save')} cancel={{ href: transitionPage(participantId), label: t('transition.back') }} />
    </Form>
  </Narrow> })
}

export async function handOverForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustArrange(work)
  const others = (await teamOf(work, person.participant_id)).filter((one) => one.colleague_id !== work.actor.id)
  return show({ title: t('transition.hand-over.do'), body: <Narrow>
    <Way person={person} here={t('transition.hand-over.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.hand-over.do')} sub={t('transition.hand-over.sub')} />
    {others.length === 0 ? <Empty>{t('transition.hand-over.nobody')}</Empty> : <Form action={handOverPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="to" label={t('transition.field.to')} attempt={attempt} required options={colleaguesIn(others)} />
      <Several name="items" label={t('transition.field.items')} attempt={attempt} required options={handedItems.map((value) => ({ value, label: t(`transition.item.${value}`), ...(value === 'states' && { hint: t('transition.field.states.hint') }) }))} />
      <TextField name="statesNeededFor" label={t('transition.field.states-needed')} hint={t('transition.field.states-needed.hint')} attempt={attempt} />
      <TextArea name="words" label={t('transition.field.handed-words')} hint={t('transition.field.handed-words.hint')} attempt={attempt} rows={4} most={2000} />
      <Submit label={t('transition.hand-over.send')} draft cancel={{ href: transitionPage(participantId), label: t('transition.back') }} />
    </Form>}
  </Narrow> })
}

type Team = Awaited<ReturnType<typeof teamOf>>

/** Each colleague once, whatever they do for the person. */
function colleaguesIn(team: Team) {
  return [...new Map(team.map((one) => [one.colleague_public_id, { value: one.colleague_public_id, label: say.beside([one.name, one.title]) }])).values()]
}
