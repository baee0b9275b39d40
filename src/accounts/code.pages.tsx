import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ErrorSummary, Form, Narrow, PageHead, Submit, TextField } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { passwordLength } from './password-rules.ts'
import { useCode } from './printed-codes.verbs.ts'
import { t } from './words.ts'

export const page = pageDoors()

/** Where a printed code is used: the first time, and when a password is forgotten. */
export const codePage = '/code'

const Use = z.object({
  username: field.line('account.field.username'), code: field.line('account.field.printed-code', 40), password: field.line('account.field.new-password', passwordLength.most),
})

page.get('/code', { does: 'consult', shows: 'nothing', as: 'doorkeeper' }, (work, _, attempt) => useForm(work, attempt))

page.post('/code', { does: 'alter', shows: 'nothing', as: 'doorkeeper', takes: Use, again: (work, _, attempt) => useForm(work, attempt) }, async (work, given, sent) => {
  if (await useCode(work, given, sent.address)) return goTo('/sign-in', t('account.printed.used'))
  const values = { username: given.username, code: given.code }
  return { ...useForm(work, { values, problems: [{ field: 'code', sentence: t('account.refused.printed-code') }] }), status: 422 }
})

function useForm(work: Work, attempt?: Attempt) {
  return show({ title: t('account.printed.title'), body: <Narrow>
    <PageHead title={t('account.printed.title')} sub={t('account.printed.why')} />
    <ErrorSummary attempt={attempt} />
    <Form action={codePage} keys={keysOf(work)}>
      <TextField name="username" label={t('account.field.username')} attempt={attempt} required autocomplete="username" />
      <TextField name="code" label={t('account.field.printed-code')} hint={t('account.printed.hint')} attempt={attempt} required width="medium" autocomplete="off" />
      <TextField name="password" label={t('account.field.new-password')} hint={t('account.password.hint')} type="password" attempt={attempt} required autocomplete="new-password" />
      <Submit label={t('account.printed.do')} cancel={{ href: '/sign-in', label: t('account.sign-in.title') }} />
    </Form>
  </Narrow> })
}
