import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Empty, ErrorSummary, Form, Narrow, NumberField, PageHead, Select, Submit, SummaryList, Table, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mayReferTo, myUnits, unitsToReferTo } from '../referrals/index.ts'
import { deskPage } from './at-the-desk.pages.tsx'
import { longestHours } from './desk.ts'
import { openDesks } from './desks.queries.ts'
import { closeDesk, openDesk } from './desks.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const deskPages = page

export const desksPage = '/desks'

const Open = z.object({ unit: field.id('desk.field.unit'), place: field.line('desk.field.place', 120), hours: field.count('desk.field.hours', 1, longestHours) })

/** A colleague opens a device for whoever comes to a desk, and closes it. */
page.get('/desks', { does: 'consult', shows: 'nothing' }, desks)
page.post('/desks', { does: 'collect', shows: 'nothing', takes: Open, again: desks }, async (work, input) => {
  const { code, endsAt } = await openDesk(work, input)
  return show({ title: t('desk.opened'), body: <Narrow>
    <PageHead title={t('desk.opened')} sub={t('desk.opened.how')} />
    <SummaryList answers={[{ label: t('desk.address'), value: <code>{deskPage}</code> }, { label: t('desk.field.code'), value: <code class="receipt">{code}</code> }, { label: t('desk.open-until'), value: say.moment(endsAt) }]} />
    <p class="ds-paragraph beside"><a class="ds-link" href={desksPage}>{t('desk.title')}</a></p>
  </Narrow> })
})
page.post('/desks/{deskId}/endings', { does: 'alter', shows: 'nothing', again: desks }, async (work, { deskId }) => {
  await closeDesk(work, deskId)
  return goTo(desksPage, t('desk.closed'))
})

async function desks(work: Work, _: object, attempt?: Attempt) {
  const units = await mayReferTo(work, 0) ? await unitsToReferTo(work) : await myUnits(work)
  if (units.length === 0) throw refuse('not-found')
  const open = await openDesks(work)
  return show({ title: t('desk.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('desk.title')} sub={t('desk.sub')} />
    {open.length === 0 ? <Empty>{t('desk.none')}</Empty> : <Table caption={t('desk.title')} captionHidden columns={[t('desk.field.place'), t('desk.field.unit'), t('desk.opener'), t('desk.open-until'), t('desk.change')].map((label) => ({ label }))}
      rows={open.map((one) => [one.place, one.unit, one.opener, say.time(one.ends_at),
        <Form action={`${desksPage}/${one.public_id}/endings`} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('desk.close')}<span class="ds-sr-only"> {one.place}</span></button></Form>])} />}
    <Block title={t('desk.open')} size="xs"><Form action={desksPage} keys={keysOf(work)}>
      <Select name="unit" label={t('desk.field.unit')} attempt={attempt} value={units.length === 1 ? units[0]!.public_id : ''} required options={units.map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      <TextField name="place" label={t('desk.field.place')} hint={t('desk.place.hint')} attempt={attempt} required />
      <NumberField name="hours" label={t('desk.field.hours')} hint={t('desk.hours.hint')} attempt={attempt} value={8} required />
      <Submit label={t('desk.open.do')} />
    </Form></Block>
  </Narrow> })
}
