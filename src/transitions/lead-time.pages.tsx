import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ErrorSummary, Form, Narrow, NumberField, PageHead, Submit, Table, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { leadTimePage } from './addresses.ts'
import { ownLeadTime } from './transition.ts'
import { SetLeadTime } from './transitions.input.ts'
import { leadTimes } from './transitions.queries.ts'
import { setLeadTime } from './transitions.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const leadTimePages = page

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

page.get('/service/lead-time', { ...kept, does: 'consult' }, leadTimeForm)
page.post('/service/lead-time', { ...kept, does: 'alter', takes: SetLeadTime, again: leadTimeForm }, async (work, set) => {
  await setLeadTime(work, set)
  return goTo(leadTimePage, t('transition.lead.done'))
})

async function leadTimeForm(work: Work, _: object, attempt?: Attempt) {
  const written = await leadTimes(work)
  const rows = written.length === 0 ? [[t('transition.lead.own'), t('transition.days', { count: ownLeadTime.days }), t('transition.lead.none')]]
    : written.map(({ days, rule, set_at: at }) => [say.moment(at), t('transition.days', { count: days }), <span dir="auto">{rule}</span>])
  return show({ title: t('transition.lead.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('transition.lead.title')} sub={t('transition.lead.sub')} />
    <Table caption={t('transition.lead.title')} captionHidden columns={[t('transition.lead.since'), t('transition.field.days'), t('transition.field.rule')].map((label) => ({ label }))} rows={rows} />
    <Block title={t('transition.lead.do')} size="xs"><Form action={leadTimePage} keys={keysOf(work)}>
      <NumberField name="days" label={t('transition.field.days')} attempt={attempt} required />
      <TextField name="rule" label={t('transition.field.rule')} hint={t('transition.field.rule.hint')} attempt={attempt} required />
      <Submit label={t('transition.lead.do')} />
    </Form></Block>
  </Narrow> })
}
