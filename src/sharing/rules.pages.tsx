import type { Attempt } from '../platform/attempt.ts'
import { dayAt } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Choice, Empty, ErrorSummary, Form, Narrow, NumberField, PageHead, Submit, Table, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { rulesPage } from './addresses.ts'
import { recipientKinds, type Rule } from './disclosure.ts'
import { SetRule } from './sharing.input.ts'
import { rulesWritten } from './sharing.queries.ts'
import { setRule } from './sharing.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const rulePages = page

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

/** What the law of this country asks, in its own words: until it is written down, nothing can leave. */
page.get('/service/report-rules', { ...kept, does: 'consult' }, rulesForm)
page.post('/service/report-rules', { ...kept, does: 'alter', takes: SetRule, again: rulesForm }, async (work, set) => {
  await setRule(work, set)
  return goTo(rulesPage, t('sharing.rules.done'))
})

async function rulesForm(work: Work, _: object, attempt?: Attempt) {
  const rules = await rulesWritten(work)
  return show({ title: t('sharing.rules.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('sharing.rules.title')} sub={t('sharing.rules.sub')} />
    {rules.length === 0 ? <Empty>{t('sharing.rules.none')}</Empty> : <Table caption={t('sharing.rules.title')} captionHidden columns={[t('sharing.rules.since'), t('sharing.field.kind'), t('sharing.field.asks'), t('sharing.field.basis')].map((label) => ({ label }))}
      rows={rules.map((rule) => [say.day(dayAt(rule.setAt, work.timeZone)), t(`sharing.kind.${rule.kind}`), <>{asksSaid(rule)} <span class="muted" dir="auto">{rule.decision}</span></>, <><span dir="auto">{rule.basis}</span> <span class="muted">{t('sharing.rules.usable', { count: rule.usableDays })}</span></>])} />}
    <Block title={t('sharing.rules.do')} size="xs"><Form action={rulesPage} keys={keysOf(work)}>
      <Choice name="kind" label={t('sharing.field.kind')} attempt={attempt} required options={recipientKinds.map((value) => ({ value, label: t(`sharing.kind.${value}`) }))} />
      <Choice name="asks" label={t('sharing.field.asks')} hint={t('sharing.field.asks.hint')} attempt={attempt} required options={(['nothing', 'report', 'report-and-ending'] as const).map((value) => ({ value, label: t(`sharing.asks.${value}`) }))} />
      <TextField name="decision" label={t('sharing.field.rule-decision')} hint={t('sharing.field.rule-decision.hint')} attempt={attempt} required />
      <TextField name="basis" label={t('sharing.field.basis')} hint={t('sharing.field.basis.hint')} attempt={attempt} required />
      <NumberField name="usableDays" label={t('sharing.field.usable-days')} hint={t('sharing.field.usable-days.hint')} attempt={attempt} required />
      <Submit label={t('sharing.rules.do')} />
    </Form></Block>
  </Narrow> })
}

export function asksSaid({ reportAsked, endingAsked }: Pick<Rule, 'reportAsked' | 'endingAsked'>): string {
  return t(`sharing.asks.${endingAsked ? 'report-and-ending' : reportAsked ? 'report' : 'nothing'}`)
}
