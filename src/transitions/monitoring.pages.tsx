import { mayFor, roleName } from '../access/index.ts'
import { thePerson, type Person } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Choice, Crumbs, DayField, Empty, ErrorSummary, Form, Narrow, Notice, PageHead, Select, Submit, Table, TextArea, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { monitoringPage, orderEndPage } from './addresses.ts'
import { households, runsOn, type Order } from './monitoring.ts'
import { ordersOf, supportsOf } from './monitoring.queries.ts'
import { endOrder, recordOrder } from './monitoring.verbs.ts'
import { EndOrder, RecordOrder } from './transitions.input.ts'
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

async function monitoring(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'restriction_and_monitoring')) throw refuse('not-found')
  const [orders, supports, mayWrite] = [await ordersOf(work, person.participant_id), await supportsOf(work, person.participant_id), await mayFor(work, 'write', 'restriction_and_monitoring')]
  const runsAlone = supports.length === 0 && orders.some((one) => runsOn(one, work.today))
  return show({ title: t('monitoring.title'), body: <Narrow>
    <Way person={person} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('monitoring.title')} sub={t('monitoring.sub')} />
    {runsAlone && <Notice kind="care">{t('monitoring.runs-alone')}</Notice>}
    {orders.length === 0 ? <Empty>{t('monitoring.none')}</Empty> : <Orders orders={orders} work={work} participantId={participantId} mayWrite={mayWrite} />}
    {mayWrite && <Block title={t('monitoring.do')} size="xs">{supports.length === 0 ? <Notice kind="info">{t('monitoring.refused.alone')}</Notice> : <Form action={monitoringPage(participantId)} keys={keysOf(work)}>
      <Select name="support" label={t('monitoring.field.support')} hint={t('monitoring.field.support.hint')} attempt={attempt} required options={supports.map((one) => ({ value: one.public_id, label: say.beside([one.name, roleName(one.role)]) }))} />
      <TextArea name="says" label={t('monitoring.field.says')} attempt={attempt} rows={2} most={2000} required />
      <TextField name="authority" label={t('monitoring.field.authority')} attempt={attempt} required />
      <DayField name="fromOn" label={t('monitoring.field.from-on')} attempt={attempt} required />
      <DayField name="untilOn" label={t('monitoring.field.until-on')} attempt={attempt} required />
      <Choice name="household" label={t('monitoring.field.household')} hint={t('monitoring.field.household.hint')} attempt={attempt} required options={households.map((value) => ({ value, label: t(`monitoring.household.${value}`) }))} />
      <TextArea name="householdSays" label={t('monitoring.field.household-says')} hint={t('monitoring.field.household-says.hint')} attempt={attempt} rows={2} most={1000} />
      <Submit label={t('monitoring.do')} />
    </Form>}</Block>}
  </Narrow> })
}

function Orders({ orders, work, participantId, mayWrite }: { orders: Order[], work: Work, participantId: string, mayWrite: boolean }) {
  return <Table caption={t('monitoring.title')} captionHidden columns={[t('monitoring.field.says'), t('monitoring.field.authority'), t('monitoring.days'), t('monitoring.field.support')].map((label) => ({ label }))}
    rows={orders.map((one) => [<><span dir="auto">{one.says}</span><div class="muted">{t(`monitoring.household.${one.household}`)}{one.householdSays && <>: <span dir="auto">{one.householdSays}</span></>}</div></>, <span dir="auto">{one.authority}</span>, <>{t('monitoring.from-until', { from: say.day(one.fromOn), until: say.day(one.untilOn) })}{one.endedOn && <div>{t('monitoring.ended-on', { day: say.day(one.endedOn), why: one.endedWhy })}</div>}
      {mayWrite && runsOn(one, work.today) && <div><a class="ds-link" href={orderEndPage(participantId, one.publicId)}>{t('monitoring.end.do')}</a></div>}</>, one.beside])} />
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
