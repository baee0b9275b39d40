import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Crumbs, DetailsFold, Empty, ErrorSummary, Form, InARow, Link, Narrow, Notice, PageHead, PrintHint, Select, Submit, SummaryList, Table, TextArea, TextField, Timeline } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { changePlacePage, closePlacePage, communityPage, newPlacePage, placePage } from './addresses.ts'
import { AddPlace, ChangePlace, ClosePlace, FindPlaces, type Finding } from './community.input.ts'
import { findPlace, openPlaces, toldOf } from './community.queries.ts'
import { addToDirectory, changeInDirectory, closeInDirectory, keepsDirectory } from './community.verbs.ts'
import { areasOf, changedIn, kinds, type Facts, type Place } from './place.ts'
import { t } from './words.ts'

const page = pageDoors()
export const communityPages = page

const reading = { does: 'consult', shows: 'nothing', for: ['casework'] } as const
type Here = { placeId: string }

page.get('/community', { ...reading, takes: FindPlaces }, async (work, wish) => {
  const [all, found] = [await openPlaces(work), await openPlaces(work, wish)]
  return show({ title: t('community.title'), body: <>
    <PageHead title={t('community.title')} sub={t('community.sub')} actions={keepsDirectory(work) && <ButtonLink href={newPlacePage}>{t('community.add.title')}</ButtonLink>} />
    {all.length === 0 ? <Empty>{t(keepsDirectory(work) ? 'community.empty.add' : 'community.empty')}</Empty> : <>
      <FindForm wish={wish} areas={areasOf(all)} />
      <p class="ds-paragraph muted" role="status">{t('community.found', { count: found.length })}</p>
      {found.length === 0 ? <Empty>{t('community.none')}</Empty> : <Found places={found} />}
      {found.length > 0 && <PrintHint />}</>}
    <p class="ds-paragraph beside"><Link href="/interpreters">{t('community.interpreters')}</Link></p>
  </> })
})

page.get('/community/new', reading, addForm)
page.post('/community/new', { ...reading, does: 'collect', takes: AddPlace, again: addForm }, async (work, told) => goTo(placePage(await addToDirectory(work, told)), t('community.add.done')))

page.get('/community/{placeId}', reading, async (work, { placeId }) => {
  const place = await findPlace(work, placeId)
  return show({ title: place.name, body: <Narrow>
    <Crumbs above={[{ href: communityPage, label: t('community.title') }]} here={place.name} />
    <PageHead title={place.name} sub={say.beside([t(`community.kind.${place.kind}`), place.area])} actions={keepsDirectory(work) && !place.closed && <ButtonLink href={changePlacePage(placeId)}>{t('community.change.title')}</ButtonLink>} />
    {place.closed && <Notice kind="info" title={t('community.closed', { day: say.day(place.closed.on) })}>{place.closed.why}</Notice>}
    <SummaryList answers={factsSaid(place)} />
    <p class="ds-paragraph muted" data-size="sm">{t('community.told', { name: place.toldBy, when: say.moment(place.toldAt) })}</p>
    <Before told={await toldOf(work, place.id)} />
    {keepsDirectory(work) && !place.closed && <p class="ds-paragraph beside"><Link does href={closePlacePage(placeId)}>{t('community.close.title')}</Link></p>}
  </Narrow> })
})

page.get('/community/{placeId}/changes', reading, changeForm)
page.post('/community/{placeId}/changes', { ...reading, does: 'alter', takes: ChangePlace, again: changeForm }, async (work, { placeId, ...told }, sent) => {
  await changeInDirectory(work, placeId, told, sent.revision)
  return goTo(placePage(placeId), t('community.change.done'))
})

page.get('/community/{placeId}/closing', reading, closeForm)
page.post('/community/{placeId}/closing', { ...reading, does: 'alter', takes: ClosePlace, again: closeForm }, async (work, { placeId, why }) => {
  await closeInDirectory(work, placeId, why)
  return goTo(placePage(placeId), t('community.close.done'))
})

function FindForm({ wish, areas }: { wish: Finding, areas: string[] }) {
  return <form class="form" method="get" action={communityPage} role="search" autocomplete="off">
    <InARow>
      <Select name="kind" label={t('community.field.kind')} value={wish.kind ?? ''} options={kinds.map((kind) => ({ value: kind, label: t(`community.kind.${kind}`) }))} />
      <Select name="area" label={t('community.field.area')} value={wish.area ?? ''} options={areas.map((area) => ({ value: area, label: area }))} />
    </InARow>
    <div class="submit"><button class="ds-button" data-variant="secondary" type="submit">{t('community.find')}</button></div>
  </form>
}

function Found({ places }: { places: Place[] }) {
  return <Table caption={t('community.title')} captionHidden columns={[t('community.field.name'), t('community.field.kind'), t('community.field.area'), t('community.field.offers'), t('community.field.reach')].map((label) => ({ label }))}
    rows={places.map((one) => [<Link href={placePage(one.publicId)}>{one.name}</Link>, t(`community.kind.${one.kind}`), <span dir="auto">{one.area}</span>, <span dir="auto">{one.offers}</span>, <span dir="auto">{one.reach}</span>])} />
}

function factsSaid(facts: Facts) {
  return [
    { label: t('community.field.offers'), value: <span class="prose" dir="auto">{facts.offers}</span> }, { label: t('community.field.reach'), value: <span dir="auto">{facts.reach}</span> },
    { label: t('community.field.address'), value: facts.address === '' ? '' : <span dir="auto">{facts.address}</span> },
  ]
}

type Told = Awaited<ReturnType<typeof toldOf>>

/** Each change, and what stood there before it. */
function Before({ told }: { told: Told }) {
  if (told.length < 2) return null
  return <DetailsFold summary={t('community.before')}><Timeline items={told.slice(0, -1).map((after, place) => {
    const before = told[place + 1]!
    return { when: say.moment(after.told_at), title: t('community.changed-by', { name: after.teller }), body: <ul class="plain">{changedIn(before, after).map((fact) =>
      <li>{t('community.stood', { fact: t(`community.field.${fact}`), before: before[fact] || t('community.nothing') })}</li>)}</ul> }
  })} /></DetailsFold>
}

async function addForm(work: Work, _: object, attempt?: Attempt) {
  if (!keepsDirectory(work)) throw refuse('not-found')
  return show({ title: t('community.add.title'), body: <Narrow>
    <Crumbs above={[{ href: communityPage, label: t('community.title') }]} here={t('community.add.title')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('community.add.title')} sub={t('community.about-nobody')} />
    <Form action={newPlacePage} keys={keysOf(work)}>
      <Select name="kind" label={t('community.field.kind')} attempt={attempt} required options={kinds.map((kind) => ({ value: kind, label: t(`community.kind.${kind}`) }))} />
      <FactFields attempt={attempt} />
      <Submit label={t('community.add.do')} cancel={{ href: communityPage, label: t('community.back') }} />
    </Form>
  </Narrow> })
}

async function changeForm(work: Work, { placeId }: Here, attempt?: Attempt) {
  const place = await keptPlace(work, placeId)
  return show({ title: t('community.change.title'), body: <Narrow>
    <Crumbs above={[{ href: communityPage, label: t('community.title') }, { href: placePage(placeId), label: place.name }]} here={t('community.change.title')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('community.change.title')} sub={t('community.change.sub')} />
    <Form action={changePlacePage(placeId)} keys={keysOf(work, place.revision)}>
      <FactFields attempt={attempt} now={place} />
      <Submit label={t('community.change.do')} cancel={{ href: placePage(placeId), label: t('community.back') }} />
    </Form>
  </Narrow> })
}

async function closeForm(work: Work, { placeId }: Here, attempt?: Attempt) {
  const place = await keptPlace(work, placeId)
  return show({ title: t('community.close.title'), body: <Narrow>
    <Crumbs above={[{ href: communityPage, label: t('community.title') }, { href: placePage(placeId), label: place.name }]} here={t('community.close.title')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('community.close.title')} sub={t('community.close.sub')} />
    <Form action={closePlacePage(placeId)} keys={keysOf(work)}>
      <TextArea name="why" label={t('community.field.why')} attempt={attempt} rows={3} most={1000} required />
      <Submit label={t('community.close.do')} cancel={{ href: placePage(placeId), label: t('community.back') }} />
    </Form>
  </Narrow> })
}

function FactFields({ attempt, now }: { attempt: Attempt | undefined, now?: Facts }) {
  return <>
    <TextField name="name" label={t('community.field.name')} value={now?.name ?? ''} attempt={attempt} required />
    <TextField name="area" label={t('community.field.area')} hint={t('community.field.area.hint')} value={now?.area ?? ''} attempt={attempt} required width="medium" />
    <TextArea name="offers" label={t('community.field.offers')} hint={t('community.field.offers.hint')} value={now?.offers ?? ''} attempt={attempt} rows={3} most={2000} required />
    <TextField name="reach" label={t('community.field.reach')} hint={t('community.field.reach.hint')} value={now?.reach ?? ''} attempt={attempt} required />
    <TextField name="address" label={t('community.field.address')} value={now?.address ?? ''} attempt={attempt} />
  </>
}

async function keptPlace(work: Work, placeId: string): Promise<Place> {
  if (!keepsDirectory(work)) throw refuse('not-found')
  return findPlace(work, placeId)
}
