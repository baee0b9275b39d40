import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { addDays } from '../platform/day.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, ErrorSummary, Form, Narrow, PageHead, Submit, Table, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { referralsCounted, referralsHappened } from './referrals.queries.ts'
import { addSource, offerSource, sourcesOfTheService } from './referrals.verbs.ts'
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

/** From where the service takes referrals: a list of the administrator's. */
export const sourcesPage = '/referral-sources'
const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

const Name = z.object({ name: field.line('referral.sources.field', 120) })
const Change = z.object({ offered: z.enum(['yes', 'no']) })

page.get('/referral-sources', { ...kept, does: 'consult' }, (work, _, attempt) => sourcesPageOf(work, attempt))
page.post('/referral-sources', { ...kept, does: 'alter', takes: Name, again: (work, _, attempt) => sourcesPageOf(work, attempt) }, async (work, { name }) => {
  await addSource(work, name)
  return goTo(sourcesPage, t('referral.sources.changed'))
})
page.post('/referral-sources/{sourceId}/offers', { ...kept, does: 'alter', takes: Change, again: (work, _, attempt) => sourcesPageOf(work, attempt) }, async (work, { sourceId, offered }) => {
  await offerSource(work, sourceId, offered === 'yes')
  return goTo(sourcesPage, t('referral.sources.changed'))
})

async function sourcesPageOf(work: Work, attempt?: Attempt) {
  const all = await sourcesOfTheService(work)
  return show({ title: t('referral.sources.title'), body: <Narrow>
    <Crumbs above={[{ href: '/service', label: t('referral.sources.service') }]} here={t('referral.sources.title')} />
    <PageHead title={t('referral.sources.title')} sub={t('referral.sources.sub')} />
    <ErrorSummary attempt={attempt} />
    <Table caption={t('referral.sources.title')} captionHidden columns={[t('referral.sources.field'), t('referral.sources.offered'), t('referral.sources.change')].map((label) => ({ label }))} rows={all.map((one) => [
      one.label, one.isOffered ? t('referral.sources.yes') : t('referral.sources.no'),
      one.value === 'case-manager' ? '' : <Form action={`${sourcesPage}/${one.value}/offers`} keys={keysOf(work)}>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit" name="offered" value={one.isOffered ? 'no' : 'yes'}>{one.isOffered ? t('referral.sources.stop') : t('referral.sources.start')}<span class="ds-sr-only"> {one.label}</span></button>
      </Form>])} />
    <Block title={t('referral.sources.add')} size="xs"><Form action={sourcesPage} keys={keysOf(work)}>
      <TextField name="name" label={t('referral.sources.field')} hint={t('referral.sources.hint')} attempt={attempt} required />
      <Submit label={t('referral.sources.add')} />
    </Form></Block>
  </Narrow> })
}
