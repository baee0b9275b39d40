import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Choice, DetailsFold, Empty, ErrorSummary, Form, Hidden, Narrow, PageHead, SavedDraft, Select, Submit, SummaryList, TextArea } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { erasurePage, ownWithdrawalPage, personPage } from './addresses.ts'
import { askErasure, decideErasure, decisionsOf, erasuresOf, mayDecideErasure } from './erasure.verbs.ts'
import { erasable, erasureDecisions, keptApart, undecided, waitsForErasing } from './participant.ts'
import { AskErasure, DecideErasure } from './participants.input.ts'
import { thePerson } from './participants.queries.ts'
import { Head } from './particulars.pages.tsx'
import { erasureSaid, itemSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const erasurePages = page

type About = { participantId: string }
type Request = Awaited<ReturnType<typeof erasuresOf>>[number]

page.get('/people/{participantId}/erasure', { does: 'consult', shows: 'withdrawal', about: 'participantId', draft: true }, erasure)
page.post('/people/{participantId}/erasure', { does: 'collect', shows: 'withdrawal', about: 'participantId', draft: true, takes: AskErasure, again: erasure }, async (work, { participantId, ownWords }) => {
  await askErasure(work, work.about, { cause: 'asked', ownWords })
  return goTo(erasurePage(participantId), t('erasure.asked'))
})
page.post('/people/{participantId}/erasure/{requestId}/decisions', { does: 'alter', shows: 'withdrawal', about: 'participantId', takes: DecideErasure, again: erasure }, async (work, { participantId, requestId, ...decision }) => {
  await decideErasure(work, requestId, decision)
  return goTo(erasurePage(participantId), t('erasure.decided'))
})

async function erasure(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'withdrawal')) throw refuse('not-found')
  const [requests, mayDecide] = [await erasuresOf(work, work.about), await mayDecideErasure(work)]
  const isOpen = requests.some(({ answered_at }) => answered_at === null)
  const shown = await withDecisions(work, requests)
  return show({ title: t('erasure.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('erasure.title')} />
    <p class="ds-paragraph">{t('erasure.what')} {t('erasure.stays')}</p>
    {requests.length === 0 && <Empty>{t('erasure.none')}</Empty>}
    {shown.map((one) => <OneRequest {...one} work={work} participantId={participantId} mayDecide={mayDecide} attempt={attempt} />)}
    {!isOpen && await mayFor(work, 'write', 'withdrawal') && <Block title={t('erasure.ask')} size="xs"><Form action={erasurePage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="ownWords" label={t('person.field.own-words')} readers={t('person.withdrawal.readers')} attempt={attempt} rows={3} most={4000} />
      <Submit label={t('erasure.ask.do')} draft cancel={{ href: personPage(participantId), label: t('person.back') }} />
    </Form></Block>}
  </Narrow> })
}

type Decided = Awaited<ReturnType<typeof decisionsOf>>
type Shown = { work: Work, request: Request, decided: Decided, participantId: string, mayDecide: boolean, attempt: Attempt | undefined }

function OneRequest({ work, request, decided, participantId, mayDecide, attempt }: Shown) {
  const left = undecided(decided)
  return <Block title={t(`erasure.cause.${request.cause as 'asked'}`, { when: say.day(request.asked_on) })} size="xs">
    {request.own_words && <p class="ds-paragraph prose" dir="auto">“{request.own_words}”</p>}
    <SummaryList answers={[{ label: t('erasure.answer-by'), value: request.answered_at === null ? say.day(request.answer_by) : t('erasure.answered', { when: say.moment(request.answered_at) }) }, ...itemsOf(request, decided)]} />
    {request.answered_at !== null && mayDecide && <>
      <HoldBack work={work} request={request} decided={decided} participantId={participantId} attempt={attempt} />
      <OpenAgain work={work} request={request} decided={decided} participantId={participantId} attempt={attempt} />
    </>}
    {request.answered_at === null && (mayDecide ? <DetailsFold summary={t('erasure.decide')} open={attempt !== undefined || left.length < erasable.length}><Form action={`${erasurePage(participantId)}/${request.public_id}/decisions`} keys={keysOf(work)}>
      <Select name="item" label={t('erasure.field.item')} attempt={attempt} value={left[0] ?? ''} required options={left.map((value) => ({ value, label: itemSaid(value) }))} />
      <Choice name="decision" label={t('erasure.field.decision')} attempt={attempt} required options={erasureDecisions.map((value) => ({ value, label: erasureSaid(value), hint: t(`erasure.decision.${value}.hint`) }))} />
      <TextArea name="grounds" label={t('erasure.field.grounds')} hint={t('erasure.grounds.hint')} attempt={attempt} rows={3} most={2000} required />
      <Submit label={t('erasure.decide.do')} />
    </Form></DetailsFold> : <p class="ds-paragraph muted" data-size="sm">{t('erasure.by-coordinator')}</p>)}
  </Block>
}

async function withDecisions(work: Work, requests: Request[]): Promise<{ request: Request, decided: Decided }[]> {
  const found = []
  for (const request of requests) found.push({ request, decided: await decisionsOf(work, request.id) })
  return found
}

/** Until its day comes, what was to be erased can be held back: an order to preserve it, or the person's own wish. */
function HoldBack({ work, request, decided, participantId, attempt }: Omit<Shown, 'mayDecide'>) {
  const waiting = waitsForErasing(decided)
  if (waiting.length === 0) return null
  return <DetailsFold summary={t('erasure.hold')} open={attempt !== undefined}><Form action={`${erasurePage(participantId)}/${request.public_id}/decisions`} keys={keysOf(work)}>
    <Select name="item" label={t('erasure.field.item')} attempt={attempt} required options={waiting.map((value) => ({ value, label: itemSaid(value) }))} />
    <Choice name="decision" label={t('erasure.field.decision')} attempt={attempt} required options={(['restrict', 'keep'] as const).map((value) => ({ value, label: erasureSaid(value), hint: t(`erasure.decision.${value}.hint`) }))} />
    <TextArea name="grounds" label={t('erasure.field.grounds')} hint={t('erasure.hold.hint')} attempt={attempt} rows={3} most={2000} required />
    <Submit label={t('erasure.hold.do')} />
  </Form></DetailsFold>
}

/** What is kept apart is opened again with grounds, which the person reads: nothing is shut for ever. */
function OpenAgain({ work, request, decided, participantId, attempt }: Omit<Shown, 'mayDecide'>) {
  const apart = keptApart(decided)
  if (apart.length === 0) return null
  const place = waitsForErasing(decided).length > 0 ? 'again' : undefined
  return <DetailsFold summary={t('erasure.open-again')} open={attempt !== undefined}><Form action={`${erasurePage(participantId)}/${request.public_id}/decisions`} keys={keysOf(work)}>
    <Hidden name="decision" value="keep" />
    <Select name="item" place={place} label={t('erasure.field.item')} attempt={attempt} required options={apart.map((value) => ({ value, label: itemSaid(value) }))} />
    <TextArea name="grounds" place={place} label={t('erasure.field.grounds')} hint={t('erasure.open-again.hint')} attempt={attempt} rows={3} most={2000} required />
    <Submit label={t('erasure.open-again.do')} />
  </Form></DetailsFold>
}

/** The latest decision about each item, with its grounds, and whether it was carried out or when it will be. */
function itemsOf(request: Request, decided: Decided) {
  return erasable.flatMap((item) => {
    const last = decided.find((one) => one.item === item)
    return last ? [{ label: itemSaid(item), value: [`${erasureSaid(last.decision)}: ${last.grounds}`, last.name, whenErased(request, last)].filter(Boolean).join(' — ') }] : []
  })
}

function whenErased({ erase_on: on }: Request, { decision, carried_out_at: at }: Decided[number]): string {
  if (decision !== 'erase' || on === null) return ''
  return at === null ? t('erasure.on', { day: say.day(on) }) : t('erasure.was', { when: say.moment(at) })
}

page.get('/own/erasure', { does: 'consult', shows: 'withdrawal', for: ['person'], draft: true }, ownErasure)
page.post('/own/erasure', { does: 'collect', shows: 'withdrawal', for: ['person'], draft: true, takes: AskErasure, again: ownErasure }, async (work, { ownWords }) => {
  await askErasure(work, work.actor.id, { cause: 'asked', ownWords })
  return goTo('/own/erasure', t('erasure.own.asked'))
})

async function ownErasure(work: Work, _: object, attempt?: Attempt) {
  const requests = await erasuresOf(work, work.actor.id)
  const isOpen = requests.some(({ answered_at }) => answered_at === null)
  const shown = await withDecisions(work, requests)
  return show({ title: t('erasure.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('erasure.own.title')} sub={t('erasure.own.sub')} />
    {shown.map(({ request: one, decided }) => <Block title={t(`erasure.cause.${one.cause as 'asked'}`, { when: say.day(one.asked_on) })} size="xs">
      <SummaryList answers={[{ label: t('erasure.answer-by'), value: one.answered_at === null ? say.day(one.answer_by) : t('erasure.answered', { when: say.moment(one.answered_at) }) }, ...itemsOf(one, decided)]} />
      <p class="ds-paragraph muted" data-size="sm">{t('erasure.stays')}</p>
    </Block>)}
    {!isOpen && <Form action="/own/erasure" keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="ownWords" label={t('person.own.field.words')} readers={t('person.own.withdrawal.readers')} attempt={attempt} rows={4} most={4000} />
      <Submit label={t('erasure.own.do')} draft cancel={{ href: ownWithdrawalPage, label: t('person.back') }} />
    </Form>}
  </Narrow> })
}
