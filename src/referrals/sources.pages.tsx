import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, ErrorSummary, Form, Narrow, PageHead, Submit, Table, TextField } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { addSource, offerSource, sourcesOfTheService } from './sources.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const sourcePages = page

export const sourcesPage = '/service/referral-sources'
const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

const Name = z.object({ name: field.line('referral.sources.field', 120) })
const Change = z.object({ offered: z.enum(['yes', 'no']) })

page.get('/service/referral-sources', { ...kept, does: 'consult' }, (work, _, attempt) => sourcesPageOf(work, attempt))
page.post('/service/referral-sources', { ...kept, does: 'alter', takes: Name, again: (work, _, attempt) => sourcesPageOf(work, attempt) }, async (work, { name }) => {
  await addSource(work, name)
  return goTo(sourcesPage, t('referral.sources.changed'))
})
page.post('/service/referral-sources/{sourceId}/offers', { ...kept, does: 'alter', takes: Change, again: (work, _, attempt) => sourcesPageOf(work, attempt) }, async (work, { sourceId, offered }) => {
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
