import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Form, Narrow, Notice, PageHead, Select, Submit, SummaryList, TextField } from '../platform/page/index.ts'
import { currentReader, installedLanguages, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { closeAtTheDesk, openAtTheDesk, personAtTheDesk, printAtTheDesk } from './desk.verbs.ts'
import type { PrintedCode } from './printed-codes.verbs.ts'
import { PrintedSlip } from './printed-slip.tsx'
import { suggestUserName } from './user-name.ts'
import { t } from './words.ts'

export const page = pageDoors()

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
  const pages = pagesOf(publicId)
  return show({ title: t('account.desk.title'), body: <Narrow>
    <Crumbs above={[{ href: pages.person, label: name }]} here={t('account.desk.title')} />
    <PageHead title={t('account.desk.title')} sub={name} />
    <ErrorSummary attempt={attempt} />
    {!account ? <Form action={pages.account} keys={keysOf(work)}>
      <p class="ds-paragraph">{t('account.desk.open.how')}</p>
      <TextField name="username" label={t('account.field.username')} hint={t('account.desk.username.hint')} value={suggestUserName()} attempt={attempt} required width="medium" />
      <Select name="language" label={t('account.field.language')} value={currentReader().language} attempt={attempt} required options={installedLanguages().map(({ code, name: label }) => ({ value: code, label }))} />
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
    <PrintedSlip printed={printed} />
  </Narrow> })
}
