import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, isSharedDevice, keysOf, pageDoors, show, type Asked } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Form, Hidden, InLanguage, LanguageForm, Narrow, Notice, PageHead, PrintHint, Select, Submit, SummaryList, TextField } from '../platform/page/index.ts'
import { currentReader, installedAmong, installedLanguages, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { languagesSpokenBy } from '../access/index.ts'
import { passwordLength, suggestUserName } from './account.ts'
import { inOwnLanguage, signInPage } from './sign-in.ts'
import { closeAtTheDesk, openAtTheDesk, personAtTheDesk, printAtTheDesk, useCode, type PrintedCode } from './printed-codes.verbs.ts'
import { t } from './words.ts'

export const page = pageDoors()

/** Where a printed code is used: the first time, and when a password is forgotten. */
export const codePage = '/code'

const Use = z.object({
  username: field.line('account.field.username'), code: field.line('account.field.printed-code', 40), password: field.line('account.field.new-password', passwordLength.most), chosen: z.string().max(10).optional(),
})
const Arriving = z.object({ chosen: z.string().max(10).optional() })

page.get('/code', { does: 'consult', shows: 'nothing', as: 'doorkeeper', takes: Arriving }, (work, { chosen }, attempt, asked) => useForm(work, asked, { values: { chosen: chosen ?? '' }, problems: [], ...attempt }))

page.post('/code', { does: 'alter', shows: 'nothing', as: 'doorkeeper', takes: Use, again: (work, _, attempt, asked) => useForm(work, asked, attempt) }, async (work, given, sent) => {
  if (await useCode(work, given, sent.address)) return goTo(given.chosen ? inOwnLanguage : signInPage, t('account.printed.used'))
  const values = { username: given.username, code: given.code, chosen: given.chosen ?? '' }
  return { ...useForm(work, sent, { values, problems: [{ field: 'code', sentence: t('account.refused.printed-code') }] }), status: 422 }
})

function useForm(work: Work, asked: Asked, attempt?: Attempt) {
  return show({ title: t('account.printed.title'), body: <Narrow>
    <PageHead title={t('account.printed.title')} sub={t('account.printed.why')} />
    <ErrorSummary attempt={attempt} />
    <Form action={codePage} keys={keysOf(work)}>
      <Hidden name="chosen" value={attempt?.values['chosen'] ?? ''} />
      <TextField name="username" label={t('account.field.username')} attempt={attempt} required autocomplete={isSharedDevice(asked) ? 'off' : 'username'} />
      <TextField name="code" label={t('account.field.printed-code')} hint={t('account.printed.hint')} attempt={attempt} required width="medium" autocomplete="off" />
      <TextField name="password" label={t('account.field.new-password')} hint={t('account.password.hint')} type="password" attempt={attempt} required autocomplete={isSharedDevice(asked) ? 'off' : 'new-password'} />
      <Submit label={t('account.printed.do')} cancel={{ href: signInPage, label: t('account.sign-in.title') }} />
    </Form>
    <LanguageForm action="/language" keys={keysOf(work)} here={`${codePage}?chosen=yes`} />
  </Narrow> })
}

const pagesOf = (publicId: string) => ({
  person: `/people/${publicId}`, account: `/people/${publicId}/account`, codes: `/people/${publicId}/account/codes`, endings: `/people/${publicId}/account/endings` })

const Opening = z.object({ username: field.line('account.field.username', 40), language: field.line('account.field.language', 35) })

const about = { shows: 'identity_name', about: 'participantId' } as const

page.get('/people/{participantId}/account', { ...about, does: 'consult' }, (work, _, attempt) => deskPage(work, attempt))
page.post('/people/{participantId}/account', { ...about, does: 'collect', takes: Opening, again: (work, _, attempt) => deskPage(work, attempt) },
  async (work, { participantId, ...wanted }) => slipPage(participantId, await openAtTheDesk(work, wanted)))
page.post('/people/{participantId}/account/codes', { ...about, does: 'alter', again: (work, _, attempt) => deskPage(work, attempt) },
  async (work, { participantId }) => slipPage(participantId, await printAtTheDesk(work)))
page.post('/people/{participantId}/account/endings', { ...about, does: 'alter', again: (work, _, attempt) => deskPage(work, attempt) }, async (work, { participantId }) => {
  await closeAtTheDesk(work)
  return goTo(pagesOf(participantId).account, t('account.closed'))
})

/** One page: open the account, or what there is of it. */
async function deskPage(work: Work, attempt?: Attempt) {
  const { name, public_id: publicId, account } = await personAtTheDesk(work)
  const language = installedAmong(await languagesSpokenBy(work, work.about)) ?? currentReader().language
  const pages = pagesOf(publicId)
  return show({ title: t('account.desk.title'), body: <Narrow>
    <Crumbs above={[{ href: pages.person, label: name }]} here={t('account.desk.title')} />
    <PageHead title={t('account.desk.title')} sub={name} />
    <ErrorSummary attempt={attempt} />
    {!account ? <Form action={pages.account} keys={keysOf(work)}>
      <p class="ds-paragraph">{t('account.desk.open.how')}</p>
      <TextField name="username" label={t('account.field.username')} hint={t('account.desk.username.hint')} value={suggestUserName()} attempt={attempt} required width="medium" />
      <Select name="language" label={t('account.field.language')} value={language} attempt={attempt} required options={installedLanguages().map(({ code, name: label }) => ({ value: code, label }))} />
      <Submit label={t('account.desk.open')} cancel={{ href: pages.person, label: t('account.back') }} />
    </Form> : <>
      <SummaryList answers={[
        { label: t('account.field.username'), value: account.username },
        { label: t('account.state'), value: t(account.is_open ? 'account.state.open' : 'account.state.waiting') },
        { label: t('account.since'), value: say.moment(account.made_at) }]} />
      <Block title={t('account.desk.forgotten')}>
        <p class="ds-paragraph">{t('account.desk.forgotten.how')}</p>
        <Form action={pages.codes} keys={keysOf(work)}><Submit label={t('account.slip.print')} /></Form>
      </Block>
      <Block title={t('account.close')}>
        <p class="ds-paragraph">{t('account.close.how')}</p>
        <Form action={pages.endings} keys={keysOf(work)}><button class="ds-button" data-variant="secondary" type="submit">{t('account.close')}</button></Form>
      </Block>
    </>}
  </Narrow> })
}

function slipPage(publicId: string, printed: PrintedCode) {
  return show({ title: t('account.slip.title'), body: <Narrow>
    <PageHead title={t('account.slip.title')} actions={<ButtonLink href={pagesOf(publicId).account} secondary>{t('account.slip.done')}</ButtonLink>} />
    <Notice kind="care">{t('account.slip.desk')}</Notice>
    <InLanguage language={printed.language}>{() => <PrintedSlip printed={printed} />}</InLanguage>
  </Narrow> })
}

/** The slip: a name to type, a code, an end. It says neither whose it is nor what it opens. */
export function PrintedSlip({ printed: { username, code, expiresAt } }: { printed: PrintedCode }) {
  return <>
    <p class="ds-paragraph on-screen">{t('account.slip.once')}</p>
    <div class="slip">
      <SummaryList answers={[
        { label: t('account.field.username'), value: username },
        { label: t('account.field.printed-code'), value: <code class="key">{code}</code> },
        { label: t('account.slip.where'), value: t('account.slip.page') },
        { label: t('account.slip.until'), value: say.moment(expiresAt) },
      ]} />
    </div>
    <PrintHint />
  </>
}
