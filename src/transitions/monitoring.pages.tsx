import { mayFor, roleName } from '../access/index.ts'
import { thePerson, type Person } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { addDays, dayAt, type Day } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DayField, Empty, ErrorSummary, Form, Narrow, Notice, PageHead, Select, Submit, SummaryList, TextArea, TextField, Timeline } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { lookAgainPage, monitoringPage, orderEndPage } from './addresses.ts'
import { findings, firstLook, latestLook } from './looking-again/looking-again.ts'
import { lookAgain, looksAt, type Look } from './looking-again/looking-again.verbs.ts'
import { households, runsOn, type Order } from './monitoring.ts'
import { ordersOf, supportsOf } from './monitoring.queries.ts'
import { endOrder, mustSupervise, recordOrder } from './monitoring.verbs.ts'
import { EndOrder, LookAgain, RecordOrder } from './transitions.input.ts'
import { t } from './words.ts'

const page = pageDoors()
export const monitoringPages = page

const reading = { does: 'consult', shows: 'restriction_and_monitoring', about: 'participantId' } as const
type Here = { participantId: string }

page.get('/people/{participantId}/monitoring', reading, monitoring)
page.post('/people/{participantId}/monitoring', { ...reading, does: 'collect', takes: RecordOrder, again: monitoring }, async (work, { participantId, ...order }) => {
  await recordOrder(work, order)
  return goTo(monitoringPage(participantId), t('monitoring.done'))
})
page.get('/people/{participantId}/monitoring/{orderId}/end', reading, endForm)
page.post('/people/{participantId}/monitoring/{orderId}/end', { ...reading, does: 'alter', takes: EndOrder, again: endForm }, async (work, { participantId, orderId, why }) => {
  await endOrder(work, orderId, why)
  return goTo(monitoringPage(participantId), t('monitoring.ended'))
})

page.get('/people/{participantId}/monitoring/{orderId}/reviews', reading, lookForm)
page.post('/people/{participantId}/monitoring/{orderId}/reviews', { ...reading, does: 'collect', takes: LookAgain, again: lookForm }, async (work, { participantId, orderId, ...found }) => {
  await lookAgain(work, orderId, found)
  return goTo(monitoringPage(participantId), t('monitoring.look.done'))
})

async function monitoring(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'restriction_and_monitoring')) throw refuse('not-found')
  const [orders, looks, supports, mayWrite] = [await ordersOf(work, person.participant_id), await looksAt(work, person.participant_id), await supportsOf(work, person.participant_id), await mayFor(work, 'write', 'restriction_and_monitoring')]
  const runsAlone = supports.length === 0 && orders.some((one) => runsOn(one, work.today))
  return show({ title: t('monitoring.title'), body: <Narrow>
    <Way person={person} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('monitoring.title')} sub={t('monitoring.sub')} />
    {runsAlone && <Notice kind="care">{t('monitoring.runs-alone')}</Notice>}
    {orders.length === 0 ? <Empty>{t('monitoring.none')}</Empty> : orders.map((order) => <OneOrder order={order} looks={looks} work={work} participantId={participantId} mayWrite={mayWrite} />)}
    {mayWrite && <Block title={t('monitoring.do')} size="xs">{supports.length === 0 ? <Notice kind="info">{t('monitoring.refused.alone')}</Notice> : <Form action={monitoringPage(participantId)} keys={keysOf(work)}>
      <Select name="support" label={t('monitoring.field.support')} hint={t('monitoring.field.support.hint')} attempt={attempt} required options={supports.map((one) => ({ value: one.public_id, label: say.beside([one.name, roleName(one.role)]) }))} />
      <TextArea name="says" label={t('monitoring.field.says')} attempt={attempt} rows={2} most={2000} required />
      <TextField name="authority" label={t('monitoring.field.authority')} attempt={attempt} required />
      <DayField name="fromOn" label={t('monitoring.field.from-on')} attempt={attempt} required />
      <DayField name="untilOn" label={t('monitoring.field.until-on')} attempt={attempt} required />
      <DayField name="reviewOn" label={t('monitoring.field.review-on')} hint={t('monitoring.field.review-on.hint')} attempt={attempt} />
      <Choice name="household" label={t('monitoring.field.household')} hint={t('monitoring.field.household.hint')} attempt={attempt} required options={households.map((value) => ({ value, label: t(`monitoring.household.${value}`) }))} />
      <TextArea name="householdSays" label={t('monitoring.field.household-says')} hint={t('monitoring.field.household-says.hint')} attempt={attempt} rows={2} most={1000} />
      <Submit label={t('monitoring.do')} />
    </Form>}</Block>}
  </Narrow> })
}

type Shown = { looks: Look[], work: Work, participantId: string, mayWrite: boolean }

/** One order: its days above, what it says, what was found when somebody looked, and what can be done while it runs. */
function OneOrder({ order, looks, work, participantId, mayWrite }: Shown & { order: Order }) {
  const [runs, found] = [runsOn(order, work.today), looks.filter(({ orderId }) => orderId === order.id)]
  const title = t('monitoring.from-until', { from: say.day(order.fromOn), until: say.day(order.untilOn) })
  // Of two orders the same is done: whoever hears the page has to hear of which.
  const which = <span class="ds-sr-only"> {say.beside([title, order.authority])}</span>
  return <Block title={title} size="xs">
    <SummaryList answers={[
      { label: t('monitoring.field.says'), value: <span dir="auto">{order.says}</span> }, { label: t('monitoring.field.authority'), value: <span dir="auto">{order.authority}</span> },
      { label: t('monitoring.field.support'), value: order.beside }, { label: t('monitoring.field.household'), value: householdSaid(order) },
      ...(runs ? [{ label: t('monitoring.field.review-on'), value: say.day(nextLook(order, looks)) }] : []),
      ...(order.endedOn ? [{ label: t('monitoring.ended-on'), value: <>{say.day(order.endedOn)}: <span dir="auto">{order.endedWhy}</span></> }] : []),
    ]} />
    {found.length > 0 && <Timeline items={found.map((look) => looked(look, dayAt(look.at, work.timeZone)))} />}
    {mayWrite && runs && <p class="in-a-row"><ButtonLink secondary href={lookAgainPage(participantId, order.publicId)}>{t('monitoring.look.title')}{which}</ButtonLink><ButtonLink secondary href={orderEndPage(participantId, order.publicId)}>{t('monitoring.end.do')}{which}</ButtonLink></p>}
  </Block>
}

function householdSaid({ household, householdSays }: Order) {
  return <>{t(`monitoring.household.${household}`)}{householdSays && <>: <span dir="auto">{householdSays}</span></>}</>
}

function looked({ finding, words, ownWords, by }: Look, day: Day) {
  return {
    when: say.day(day), dateTime: day, title: t('monitoring.look.was', { name: by, finding: t(`monitoring.finding.${finding}`) }),
    body: <><p class="prose" dir="auto">{words}</p>{ownWords !== '' && <p class="prose" dir="auto">{t('monitoring.look.own-words', { words: ownWords })}</p>}</>,
  }
}

/** By when it is looked at again: as was said last, or at the beginning, and not after its end; of orders from before that was asked, three months after it began. */
function nextLook(order: Order, looks: readonly Look[]): Day {
  const next = looks.find(({ orderId }) => orderId === order.id)?.nextOn ?? order.reviewOn ?? latestLook(order.fromOn)
  return next < order.untilOn ? next : order.untilOn
}

async function lookForm(work: Work, { participantId, orderId }: Here & { orderId: string }, attempt?: Attempt) {
  const person = await mustSupervise(work)
  const order = (await ordersOf(work, person.participant_id)).find(({ publicId }) => publicId === orderId)
  if (!order || !runsOn(order, work.today)) throw refuse('not-found')
  // On its last day a look lies after it in any case: then the order has ended.
  const latest = order.untilOn > work.today ? firstLook(order, work.today) : latestLook(work.today)
  return show({ title: t('monitoring.look.title'), body: <Narrow>
    <Way person={person} here={t('monitoring.look.title')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('monitoring.look.title')} sub={order.says} />
    <Form action={lookAgainPage(participantId, orderId)} keys={keysOf(work)}>
      <Choice name="finding" label={t('monitoring.field.finding')} hint={t('monitoring.field.finding.hint')} attempt={attempt} required options={findings.map((value) => ({ value, label: t(`monitoring.finding.${value}`) }))} />
      <TextArea name="words" label={t('monitoring.field.finding-why')} attempt={attempt} rows={3} most={2000} required />
      <TextArea name="ownWords" label={t('monitoring.field.own-words')} hint={t('monitoring.field.own-words.hint')} attempt={attempt} rows={2} most={2000} />
      <DayField name="nextOn" label={t('monitoring.field.next-on')} attempt={attempt} value={latest} min={addDays(work.today, 1)} max={latest} required />
      <Submit label={t('monitoring.look.do')} cancel={{ href: monitoringPage(participantId), label: t('transition.back') }} />
    </Form>
  </Narrow> })
}

async function endForm(work: Work, { participantId, orderId }: Here & { orderId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const order = (await ordersOf(work, person.participant_id)).find(({ publicId }) => publicId === orderId)
  if (!order || !await mayFor(work, 'write', 'restriction_and_monitoring')) throw refuse('not-found')
  return show({ title: t('monitoring.end.do'), body: <Narrow>
    <Way person={person} here={t('monitoring.end.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('monitoring.end.do')} sub={order.says} />
    <Form action={orderEndPage(participantId, orderId)} keys={keysOf(work)}>
      <TextArea name="why" label={t('monitoring.field.why')} attempt={attempt} rows={2} most={500} required />
      <Submit label={t('monitoring.end.do')} cancel={{ href: monitoringPage(participantId), label: t('transition.back') }} />
    </Form>
  </Narrow> })
}

function Way({ person, here }: { person: Person, here?: string }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }]
  return <Crumbs above={here ? [...above, { href: monitoringPage(person.public_id), label: t('monitoring.title') }] : above} here={here ?? t('monitoring.title')} />
}
