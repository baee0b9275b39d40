import { addDays } from '../platform/day.ts'
import { pageDoors, show } from '../platform/doors/index.ts'
import { Empty, Narrow, PageHead, Table } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import { referralsCounted, referralsHappened } from './referrals.queries.ts'
import { sourceSaid, stateSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const referralFiguresPages = page

export const figuresPage = '/figures/referrals'
export const happenedPage = '/happened/referrals'
const daysBack = 90

/** For the head: how many referrals stand where, in steps of five, so that no figure points at a person. */
page.get('/figures/referrals', { does: 'consult', shows: 'referral', for: ['counts'] }, async (work) => {
  const counts = await referralsCounted(work)
  return show({ title: t('referral.figures.title'), body: <Narrow>
    <PageHead title={t('referral.figures.title')} sub={t('referral.figures.sub')} />
    {counts.length === 0 ? <Empty>{t('referral.figures.empty')}</Empty>
      : <Table caption={t('referral.figures.title')} captionHidden columns={[{ label: t('referral.list.how-far') }, { label: t('referral.figures.many') }]}
        rows={counts.map(({ state, at_least }) => [stateSaid(state), at_least === 0 ? t('referral.figures.few') : t('referral.figures.at-least', { count: at_least })])} />}
  </Narrow> })
})

/** For the data-protection officer: that referrals were made, when and from where; neither of whom nor why. */
page.get('/happened/referrals', { does: 'consult', shows: 'referral', for: ['oversight'] }, async (work) => {
  if (!work.actor.roles.includes('data_protection_officer')) throw refuse('not-found')
  const happened = await referralsHappened(work, addDays(work.today, -daysBack), work.today)
  return show({ title: t('referral.happened.title'), body: <Narrow>
    <PageHead title={t('referral.happened.title')} sub={t('referral.happened.sub', { count: daysBack })} />
    {happened.length === 0 ? <Empty>{t('referral.happened.empty')}</Empty>
      : <Table caption={t('referral.happened.title')} captionHidden columns={[{ label: t('referral.field.referred-on') }, { label: t('referral.field.source') }, { label: t('referral.list.how-far') }]}
        rows={happened.map((one) => [say.day(one.received_on), sourceSaid(one), stateSaid(one.state)])} />}
  </Narrow> })
})
