import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, ErrorSummary, Fieldset, Form, InARow, Narrow, Notice, NumberField, PageHead, PrintHint, Select, Submit, Table, TextArea, TextField, Tick } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { allColleagues } from '../../people/index.ts'
import type { Work } from '../../platform/work.ts'
import { cardEditPage, dutyPage } from '../addresses.ts'
import { ForColleagues, ForEverybody } from '../card.tsx'
import { cardNumbers, theCard } from '../card.verbs.ts'
import { kinds, type Kind } from '../incident.ts'
import { dutyList, whoCanBeAsked } from '../safety.queries.ts'
import type { CardText, Standing } from '../standing.ts'
import { t } from '../words.ts'

/** The administrator's page of the card: numbers first, then words. */
export async function cardForm(work: Work, _: object, attempt?: Attempt) {
  const [card, numbers] = [await theCard(work), await cardNumbers(work)]
  return show({ title: t('safety.edit.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: '/service', label: t('safety.edit.service') }]} here={t('safety.edit.title')} />
    <PageHead title={t('safety.edit.title')} sub={t('safety.edit.sub')} />
    {numbers.length === 0 && <Notice kind="care">{t('safety.edit.none')}</Notice>}
    <Form action={cardEditPage} keys={keysOf(work, card.revision)}>
      <p class="ds-paragraph">{t('safety.edit.numbers.hint')}</p>
      {Array.from({ length: Math.min(20, numbers.length + 2) }, (_one, place) => <NumberRow place={place} row={numbers[place]} attempt={attempt} />)}
      <Fieldset legend={t('safety.edit.words')}>
        {kinds.map((kind) => <TextArea name={fieldOf[kind]} label={t(`safety.kind.${kind}`)} hint={t('safety.edit.words.hint', { sentence: t(`safety.card.do.${kind}`) })} rows={2} most={600} value={card[textOf[kind]]} attempt={attempt} />)}
        <TextArea name="forEverybody" label={t('safety.field.for-everybody')} hint={t('safety.edit.words.hint', { sentence: t('safety.card.do.everybody') })} rows={2} most={600} value={card.for_everybody} attempt={attempt} />
        <TextArea name="onDutyHere" label={t('safety.field.on-duty-here')} hint={t('safety.edit.here.hint')} rows={2} most={600} value={card.on_duty_here} attempt={attempt} />
      </Fieldset>
      <NumberField name="outingDays" label={t('safety.field.outing-days')} hint={t('safety.edit.outing-days.hint')} value={String(card.outing_days)} unit={t('safety.edit.outing-days.unit')} attempt={attempt} required />
      <Submit label={t('safety.edit.do')} />
    </Form>
  </Narrow> })
}

type Row = { label: string, number: string, note: string, for_everybody: boolean }

function NumberRow({ place, row, attempt }: { place: number, row: Row | undefined, attempt: Attempt | undefined }) {
  const name = `numbers.${place}`
  return <Fieldset legend={t('safety.edit.number', { place: place + 1 })}>
    <InARow>
      <TextField name={`${name}.label`} label={t('safety.field.number-label')} value={row?.label} attempt={attempt} width="medium" />
      <TextField name={`${name}.number`} label={t('safety.field.number')} type="tel" value={row?.number} attempt={attempt} width="medium" />
    </InARow>
    <TextField name={`${name}.note`} label={t('safety.field.number-note')} value={row?.note} attempt={attempt} />
    <Tick name={`${name}.forEverybody`} label={t('safety.field.number-everybody')} checked={row?.for_everybody ?? false} attempt={attempt} />
  </Fieldset>
}

const fieldOf: Record<Kind, string> = { 'self-harm': 'onSelfHarm', threat: 'onThreat', child: 'onChild', against: 'onAgainst' }
const textOf: Record<Kind, 'on_self_harm' | 'on_threat' | 'on_child' | 'on_against'> = { 'self-harm': 'on_self_harm', threat: 'on_threat', child: 'on_child', against: 'on_against' }

/** The card on paper: one for the office, one for the wall. */
export async function showCardToPrint(work: Work) {
  const standing = await standingNow(work)
  return show({ title: t('safety.card.page'), body: <Narrow>
    <PageHead title={t('safety.card.page')} sub={t('safety.card.page.sub')} />
    <PrintHint />
    <section class="crisis-sheet"><h2 class="ds-heading" data-size="sm">{t('safety.card.page.office')}</h2><ForColleagues standing={standing} /></section>
    <section class="crisis-sheet"><h2 class="ds-heading" data-size="sm">{t('safety.card.page.wall')}</h2><ForEverybody standing={standing} /></section>
  </Narrow> })
}

/** Paper may hang for months: it carries numbers and words, and no names of whoever is on duty today. */
async function standingNow(work: Work): Promise<Standing> {
  const [card, numbers] = [await theCard(work), await cardNumbers(work)]
  const words: CardText = card
  return { words, duty: [], asked: [], overdue: [], missing: false, unanswered: false, unreviewed: false, drawn: new Map(), numbers: numbers.map(({ label, number, note, for_everybody: forEverybody }) => ({ label, number, note, forEverybody })) }
}

/** Who is asked, in which order. Changed by coordinators, in a minute and without an administrator: whoever is ill today is not asked tonight. */
export async function dutyForm(work: Work, _: object, attempt?: Attempt) {
  if (!work.actor.roles.includes('coordinator')) throw refuse('not-found')
  const list = await dutyList(work)
  const everybody = await allColleagues(work)
  const canBeAsked = await whoCanBeAsked(work, everybody.map(({ id }) => id))
  const free = everybody.filter(({ id }) => canBeAsked.includes(id) && !list.some(({ colleague_id: listed }) => listed === id))
  return show({ title: t('safety.duty.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('safety.duty.title')} sub={t('safety.duty.sub')} />
    {list.length === 0 ? <Empty>{t('safety.duty.empty')}</Empty> : <Table caption={t('safety.duty.title')} captionHidden
      columns={[{ label: t('safety.duty.who') }, { label: t('safety.duty.minutes') }, { label: t('safety.duty.shown') }, { label: t('safety.duty.change') }]}
      rows={list.map(({ public_id: id, name, title, minutes, shown_to_everybody: shown, can_be_asked: canBeAsked }, at) => [<><b>{name}</b><br /><span class="muted">{canBeAsked ? title : t('safety.duty.not-asked')}</span></>, minutes, t(shown ? 'safety.duty.yes' : 'safety.duty.no'), <>
        {at > 0 && <Change work={work} action={`${dutyPage}/${id}/earlier`} says={t('safety.duty.earlier')} name={name} />}
        <Change work={work} action={`${dutyPage}/${id}/endings`} says={t('safety.duty.remove')} name={name} /></>])} />}
    <Block title={t('safety.duty.add')}>
      <Form action={dutyPage} keys={keysOf(work)}>
        <Select name="colleague" label={t('safety.field.colleague')} required attempt={attempt} options={free.map(({ public_id: value, name, title }) => ({ value, label: title ? `${name}, ${title}` : name }))} />
        <NumberField name="minutes" label={t('safety.field.minutes')} required value={10} attempt={attempt} />
        <Tick name="shown" label={t('safety.field.shown')} attempt={attempt} />
        <Submit label={t('safety.duty.add.do')} />
      </Form>
    </Block>
  </Narrow> })
}

function Change({ work, action, says, name }: { work: Work, action: string, says: string, name: string }) {
  return <Form action={action} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{says}<span class="ds-sr-only"> {name}</span></button></Form>
}
