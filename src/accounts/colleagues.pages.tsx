import { z } from 'zod'
import { appoint, colleaguePage, colleaguesPage, roleName, roles } from '../access/index.ts'
import { openUnits, theColleague, welcomeColleague } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Fieldset, Form, Narrow, PageHead, Select, Submit, SummaryList, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { currentReader, installedLanguages, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { accountOfColleague } from './accounts.queries.ts'
import { closeColleaguesAccount } from './accounts.verbs.ts'
import { PrintedSlip } from './printed-codes.pages.tsx'
import { openWithCode, printCode, type PrintedCode } from './printed-codes.verbs.ts'
import { t } from './words.ts'

export const page = pageDoors()

const newPage = '/colleagues/new'
const pagesOf = (publicId: string) => ({ account: `/colleagues/${publicId}/account`, codes: `/colleagues/${publicId}/account/codes`, endings: `/colleagues/${publicId}/account/endings` })

/** Roles that somebody signs in for here; a participant's is no appointment, and a machine is nobody. */
const appointable = roles.filter((role) => role !== 'participant' && role !== 'machine')

const Joining = z.object({
  name: field.line('account.field.name'), title: field.line('account.field.title').optional(), role: z.enum(appointable).meta({ label: 'account.field.role' }), unit: field.id('account.field.unit'),
  username: field.line('account.field.username', 40), language: field.line('account.field.language', 35),
})
const Account = z.object({ username: field.line('account.field.username', 40), language: field.line('account.field.language', 35) })
const Print = z.object({ phone: z.boolean() })

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

page.get('/colleagues/new', { ...kept, does: 'consult' }, (work, _, attempt) => newForm(work, attempt))
page.post('/colleagues/new', { ...kept, does: 'collect', takes: Joining, again: (work, _, attempt) => newForm(work, attempt) }, async (work, wanted) => {
  const unit = (await openUnits(work)).find(({ public_id }) => public_id === wanted.unit)
  if (!unit) throw refuse('not-found')
  const colleague = await welcomeColleague(work, { name: wanted.name, title: wanted.title ?? '', unitId: unit.id })
  await appoint(work, { colleagueId: colleague.id, role: wanted.role, unitId: unit.id })
  const printed = await openWithCode(work, { username: wanted.username, language: wanted.language, colleagueId: colleague.id })
  return slipPage(colleague.publicId, printed)
})

page.get('/colleagues/{colleagueId}/account', { ...kept, does: 'consult' }, (work, { colleagueId }, attempt) => accountPageOf(work, colleagueId, attempt))
page.post('/colleagues/{colleagueId}/account', { ...kept, does: 'collect', takes: Account, again: (work, { colleagueId }, attempt) => accountPageOf(work, colleagueId, attempt) },
  async (work, { colleagueId, username, language }) => {
    const colleague = await theColleague(work, colleagueId)
    if (await accountOfColleague(work, colleague.id)) throw refuse('account-exists')
    return slipPage(colleagueId, await openWithCode(work, { username, language, colleagueId: colleague.id }))
  })
page.post('/colleagues/{colleagueId}/account/codes', { ...kept, does: 'alter', takes: Print, again: (work, { colleagueId }, attempt) => accountPageOf(work, colleagueId, attempt) },
  async (work, { colleagueId, phone }) => slipPage(colleagueId, await printCode(work, (await accountToKeep(work, colleagueId)).account, phone)))
page.post('/colleagues/{colleagueId}/account/endings', { ...kept, does: 'alter', again: (work, { colleagueId }, attempt) => accountPageOf(work, colleagueId, attempt) }, async (work, { colleagueId }) => {
  const { account, colleague } = await accountToKeep(work, colleagueId)
  await closeColleaguesAccount(work, account.id, colleague.id)
  return goTo(pagesOf(colleagueId).account, t('account.closed'))
})

/** An administrator has nobody's account but the others': for one's own a second administrator prints the code. */
async function accountToKeep(work: Work, publicId: string) {
  const colleague = await theColleague(work, publicId)
  if (colleague.id === work.actor.id) throw refuse('not-for-oneself')
  const account = await accountOfColleague(work, colleague.id)
  if (!account) throw refuse('not-found')
  return { account, colleague }
}

const languages = () => installedLanguages().map(({ code, name }) => ({ value: code, label: name }))

async function newForm(work: Work, attempt?: Attempt) {
  const units = await openUnits(work)
  return show({ title: t('account.new-colleague.title'), body: <Narrow>
    <Crumbs above={[{ href: colleaguesPage, label: t('account.colleagues') }]} here={t('account.new-colleague.title')} />
    <PageHead title={t('account.new-colleague.title')} sub={t('account.new-colleague.how')} />
    <ErrorSummary attempt={attempt} />
    <Form action={newPage} keys={keysOf(work)}>
      <Fieldset legend={t('account.new-colleague.who')}>
        <TextField name="name" label={t('account.field.name')} attempt={attempt} required />
        <TextField name="title" label={t('account.field.title')} attempt={attempt} />
      </Fieldset>
      <Fieldset legend={t('account.new-colleague.what')} hint={t('account.new-colleague.what.hint')}>
        <Select name="role" label={t('account.field.role')} attempt={attempt} required options={appointable.map((role) => ({ value: role, label: roleName(role) }))} />
        <Select name="unit" label={t('account.field.unit')} attempt={attempt} required options={units.map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      </Fieldset>
      <Fieldset legend={t('account.new-colleague.sign-in')}>
        <TextField name="username" label={t('account.field.username')} hint={t('account.username.hint')} attempt={attempt} required width="medium" />
        <Select name="language" label={t('account.field.language')} value={currentReader().language} attempt={attempt} required options={languages()} />
      </Fieldset>
      <Submit label={t('account.new-colleague.do')} cancel={{ href: colleaguesPage, label: t('account.back') }} />
    </Form>
  </Narrow> })
}

async function accountPageOf(work: Work, publicId: string, attempt?: Attempt) {
  const colleague = await theColleague(work, publicId)
  const account = await accountOfColleague(work, colleague.id)
  const pages = pagesOf(publicId)
  return show({ title: t('account.colleague.title'), body: <Narrow>
    <Crumbs above={[{ href: colleaguesPage, label: t('account.colleagues') }, { href: colleaguePage(publicId), label: colleague.name }]} here={t('account.colleague.title')} />
    <PageHead title={t('account.colleague.title')} sub={colleague.name} />
    <ErrorSummary attempt={attempt} />
    {!account ? <Form action={pages.account} keys={keysOf(work)}>
      <p class="ds-paragraph">{t('account.colleague.none')}</p>
      <TextField name="username" label={t('account.field.username')} hint={t('account.username.hint')} attempt={attempt} required width="medium" />
      <Select name="language" label={t('account.field.language')} value={currentReader().language} attempt={attempt} required options={languages()} />
      <Submit label={t('account.colleague.open')} />
    </Form> : <>
      <SummaryList answers={[
        { label: t('account.field.username'), value: account.username },
        { label: t('account.state'), value: t(account.is_open ? 'account.state.open' : 'account.state.waiting') },
        { label: t('account.codes'), value: t(account.has_codes ? 'account.codes.on' : 'account.codes.off') },
        { label: t('account.since'), value: say.moment(account.made_at) }]} />
      {colleague.id === work.actor.id ? <p class="ds-paragraph">{t('account.refused.oneself')}</p> : <>
        <Block title={t('account.colleague.forgotten')}>
          <Form action={pages.codes} keys={keysOf(work)}>
            <p class="ds-paragraph">{t('account.colleague.forgotten.how')}</p>
            {account.has_codes && <Tick name="phone" label={t('account.colleague.phone')} attempt={attempt} />}
            <Submit label={t('account.slip.print')} />
          </Form>
        </Block>
        <Block title={t('account.close')}>
          <p class="ds-paragraph">{t('account.close.how')}</p>
          <Form action={pages.endings} keys={keysOf(work)}><button class="ds-button" data-variant="secondary" type="submit">{t('account.close')}</button></Form>
        </Block>
      </>}
    </>}
  </Narrow> })
}

function slipPage(publicId: string, printed: PrintedCode) {
  return show({ title: t('account.slip.title'), body: <Narrow>
    <PageHead title={t('account.slip.title')} actions={<ButtonLink href={colleaguePage(publicId)} secondary>{t('account.slip.done')}</ButtonLink>} />
    <PrintedSlip printed={printed} />
  </Narrow> })
}
