import { z } from 'zod'
import { recordName } from '../access/index.ts'
import { addMonths } from '../platform/day.ts'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DayField, Empty, ErrorSummary, Form, Link, Narrow, Notice, PageHead, Submit, SummaryList, Table, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { accountPage, shapesOfTokens, tokensPage } from './own-account.pages.tsx'
import { endToken, makeToken, rightsOfMine, tokensOfMine } from './tokens.verbs.ts'
import { t } from './words.ts'

export const page = pageDoors()

const newPage = '/account/tokens/new'

const Making = z.object({
  name: field.line('account.field.token-name', 80), until: field.day('account.field.until'),
  allows: z.array(z.string().max(80)).min(1).max(200).meta({ label: 'account.field.allows' }),
})

const mine = { shows: 'nothing', for: shapesOfTokens } as const

page.get('/account/tokens', { ...mine, does: 'consult' }, async (work) => {
  const tokens = await tokensOfMine(work)
  return show({ title: t('account.tokens.title'), body: <Narrow>
    <Crumbs above={[{ href: accountPage, label: t('account.title') }]} here={t('account.tokens.title')} />
    <PageHead title={t('account.tokens.title')} sub={t('account.tokens.why')} actions={<ButtonLink href={newPage}>{t('account.tokens.new')}</ButtonLink>} />
    {tokens.length === 0 ? <Empty>{t('account.tokens.none')}</Empty> : tokens.map((token) => <Block title={token.name} size="xs">
      <SummaryList answers={[{ label: t('account.field.allows'), value: inWords(token.allows) }, { label: t('account.field.until'), value: say.moment(token.expires_at) }]} />
      <Form action={`${tokensPage}/${token.public_id}/endings`} keys={keysOf(work)}><button class="ds-button" data-variant="secondary" type="submit">{t('account.tokens.end')}<span class="ds-sr-only"> {token.name}</span></button></Form>
    </Block>)}
  </Narrow> })
})

page.get('/account/tokens/new', { ...mine, does: 'consult' }, (work, _, attempt) => newForm(work, attempt))
page.post('/account/tokens/new', { ...mine, does: 'collect', takes: Making, again: (work, _, attempt) => newForm(work, attempt) }, async (work, wish) => {
  const token = await makeToken(work, wish)
  return show({ title: t('account.tokens.made'), body: <Narrow>
    <PageHead title={t('account.tokens.made')} sub={wish.name} actions={<ButtonLink href={tokensPage} secondary>{t('account.slip.done')}</ButtonLink>} />
    <Notice kind="care">{t('account.tokens.once')}</Notice>
    <p><code class="key long">{token}</code></p>
    <p class="ds-paragraph">{t('account.tokens.use')} <Link href="/api/docs">{t('account.tokens.docs')}</Link></p>
  </Narrow> })
})

page.post('/account/tokens/{tokenId}/endings', { ...mine, does: 'alter' }, async (work, { tokenId }) => {
  await endToken(work, tokenId)
  return goTo(tokensPage, t('account.tokens.ended'))
})

async function newForm(work: Work, attempt?: Attempt) {
  const rights = await rightsOfMine(work)
  const chosen = new Set(attempt?.values['allows']?.split('\n'))
  const box = (record: string, verbs: string[], verb: 'read' | 'write') => verbs.includes(verb)
    ? <input class="ds-input" type="checkbox" name="allows" value={`${record}:${verb}`} checked={chosen.has(`${record}:${verb}`)} aria-label={`${recordName(record)}: ${t(`account.tokens.${verb}`)}`} />
    : <span class="muted" aria-hidden="true">–</span>
  return show({ title: t('account.tokens.new'), body: <Narrow>
    <Crumbs above={[{ href: accountPage, label: t('account.title') }, { href: tokensPage, label: t('account.tokens.title') }]} here={t('account.tokens.new')} />
    <PageHead title={t('account.tokens.new')} sub={t('account.tokens.less')} />
    <ErrorSummary attempt={attempt} />
    <Form action={newPage} keys={keysOf(work)}>
      <TextField name="name" label={t('account.field.token-name')} hint={t('account.tokens.name.hint')} attempt={attempt} required />
      <DayField name="until" label={t('account.field.until')} hint={t('account.tokens.until.hint')} value={addMonths(work.today, 3)} min={work.today} max={addMonths(work.today, 12)} attempt={attempt} required />
      <div id="field-allows" tabindex={-1}>
        <Table caption={t('account.field.allows')} columns={[{ label: t('account.tokens.record') }, { label: t('account.tokens.read') }, { label: t('account.tokens.write') }]}
          rows={rights.map(({ record, verbs }) => [<span class="capital">{recordName(record)}</span>, box(record, verbs, 'read'), box(record, verbs, 'write')])} />
      </div>
      <Submit label={t('account.tokens.do')} cancel={{ href: tokensPage, label: t('account.back') }} />
    </Form>
  </Narrow> })
}

/** "Agreements (read, write); Plan: dates (read)" */
function inWords(allows: string[]): string {
  const records = [...new Set(allows.map((one) => one.split(':')[0] ?? ''))]
  return say.list(records.map((record) => `${recordName(record)} (${say.list((['read', 'write'] as const).filter((verb) => allows.includes(`${record}:${verb}`)).map((verb) => t(`account.tokens.${verb}`)))})`))
}
