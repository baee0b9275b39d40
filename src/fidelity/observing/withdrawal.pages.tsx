import type { Attempt } from '../../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, ErrorSummary, Form, Link, Narrow, PageHead, Submit, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { integrityPage, observersPage, withdrawalPage } from '../addresses.ts'
import { WithdrawObservation } from '../fidelity.input.ts'
import { t } from '../words.ts'
import { mayWithdraw, type MyObservation } from './observing.queries.ts'
import { theObservation, withdrawObservation } from './withdraw.ts'

const page = pageDoors()
export const withdrawalPages = page

page.get('/observations/{observationId}/withdrawal', { does: 'consult', shows: 'integrity_rating' }, withdrawalForm)
page.post('/observations/{observationId}/withdrawal', { does: 'alter', shows: 'integrity_rating', takes: WithdrawObservation, again: withdrawalForm }, async (work, { observationId, why }) => {
  const { is_mine: isMine } = await theObservation(work, observationId)
  await withdrawObservation(work, observationId, { why })
  return goTo(isMine ? integrityPage : observersPage, t('integrity.withdrawn.done'))
})

async function withdrawalForm(work: Work, { observationId }: { observationId: string }, attempt?: Attempt) {
  const { starts_at: at, facilitator, observer, reason, is_rated: isRated, is_mine: isMine } = await theObservation(work, observationId)
  const above = isMine ? { href: integrityPage, label: t('integrity.title') } : { href: observersPage, label: t('integrity.observers.title') }
  return show({ title: t('integrity.withdraw'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[above]} here={t('integrity.withdraw')} />
    <PageHead title={t('integrity.withdraw')} sub={[say.moment(at), facilitator, t('integrity.observed-by', { name: observer })].join(' · ')} />
    <p class="ds-paragraph"><span dir="auto">{reason}</span></p>
    <p class="ds-paragraph">{t(isRated ? 'integrity.withdraw.rated' : 'integrity.withdraw.unrated')}</p>
    <Form action={withdrawalPage(observationId)} keys={keysOf(work)}>
      <TextField name="why" label={t('integrity.field.withdrawn-why')} hint={t('integrity.field.withdrawn-why.hint')} attempt={attempt} required />
      <Submit label={t('integrity.withdraw')} cancel={above} />
    </Form>
  </Narrow> })
}

/** What the actor sits in at, or named somebody for: why, until when, and the way to take it back. */
export function MyObservations({ observations, mine }: { observations: MyObservation[], mine: boolean }) {
  const shown = observations.filter(({ is_mine: isMine }) => isMine === mine)
  if (shown.length === 0) return null
  return <Block title={t(mine ? 'integrity.mine' : 'integrity.named-by-me')}>
    <ul class="plain">{shown.map((one) => <li>
      <p class="ds-paragraph">{[say.moment(one.starts_at), one.facilitator, ...(mine ? [] : [t('integrity.observed-by', { name: one.observer })])].join(' · ')}</p>
      <p class="ds-paragraph muted" data-size="sm"><span dir="auto">{one.reason}</span></p>
      <p class="ds-paragraph" data-size="sm"><HowItStands one={one} /></p>
    </li>)}</ul>
  </Block>
}

function HowItStands({ one }: { one: MyObservation }) {
  if (one.withdrawn_at) return <span class="muted">{t('integrity.withdrawn', { day: say.moment(one.withdrawn_at) })} <span dir="auto">{one.withdrawn_why}</span></span>
  return <>{t(one.is_rated ? 'integrity.stands.rated-by-them' : 'integrity.until', { until: say.moment(one.until_at) })}{mayWithdraw(one) && <> · <Link href={withdrawalPage(one.observation)}>{t('integrity.withdraw')}<span class="ds-sr-only"> {say.moment(one.starts_at)}</span></Link></>}</>
}
