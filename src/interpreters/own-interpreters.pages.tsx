import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Empty, ErrorSummary, Form, Narrow, PageHead } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownInterpretersPage, ownRefusalsPage } from './addresses.ts'
import { Refuse } from './interpreters.input.ts'
import { bookingsOf, refusalsOf } from './interpreters.queries.ts'
import { refuseInterpreter, takeRefusalBack } from './interpreters.verbs.ts'
import { RefusalForm } from './pages/of-a-person.tsx'
import { t } from './words.ts'

export const page = pageDoors()
const own = { shows: 'access_needs', for: ['person'] } as const

/** Who interprets and who did, and the way to say that somebody else shall. No reason is asked. */
page.get('/own/interpreters', { ...own, does: 'consult' }, ownPage)
page.post('/own/interpreters/refusals', { ...own, does: 'collect', takes: Refuse, again: ownPage }, async (work, { interpreter }) => {
  await refuseInterpreter(work, work.actor.id, interpreter)
  return goTo(ownInterpretersPage, t('interpreters.own.refused'))
})
page.post('/own/interpreters/refusals/{refusalId}/endings', { ...own, does: 'alter' }, async (work, { refusalId }) => {
  await takeRefusalBack(work, work.actor.id, refusalId)
  return goTo(ownInterpretersPage, t('interpreters.own.taken-back'))
})

async function ownPage(work: Work, _: object, attempt?: Attempt) {
  const [bookings, refusals] = [(await bookingsOf(work, work.actor.id)).filter(({ serves, cancelled_at: cancelled }) => serves === 'session' && cancelled === null), await refusalsOf(work, work.actor.id)]
  const known = [...new Map(bookings.map(({ interpreter, name, interpreter_id: id }) => [id, { public_id: interpreter, name }]))].filter(([id]) => !refusals.some((one) => one.interpreter_id === id)).map(([, one]) => one)
  return show({ title: t('interpreters.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('interpreters.own.title')} sub={t('interpreters.own.sub')} />
    {bookings.length === 0 ? <Empty>{t('interpreters.own.none')}</Empty> : <ul class="plain">{bookings.map((one) =>
      <li><time datetime={one.from_at}>{say.moment(one.from_at)}</time>: <span dir="auto">{t(one.how === 'telephone' ? 'interpreters.by-telephone' : 'interpreters.in-the-room', { name: one.name })}</span></li>)}</ul>}
    <Block title={t('interpreters.own.other')}>
      <p class="ds-paragraph">{t('interpreters.own.other.what')}</p>
      <RefusalForm work={work} action={ownRefusalsPage} label={t('interpreters.own.do')} wanted={known} attempt={attempt} />
      <ul class="plain">{refusals.map((one) => <li class="beside"><span dir="auto">{one.name}</span> <Form action={`${ownRefusalsPage}/${one.public_id}/endings`} keys={keysOf(work)}>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('interpreters.own.again')}<span class="ds-sr-only"> {one.name}</span></button></Form></li>)}</ul>
    </Block>
  </Narrow> })
}
