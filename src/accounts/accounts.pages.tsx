import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ErrorSummary, Form, Hidden, Narrow, Notice, PageHead, Submit, TextField } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { signIn, signOut } from './accounts.verbs.ts'
import { longestHours, signInCookie } from './sign-in.ts'
import { t } from './words.ts'

export const page = pageDoors()

export const signInPage = '/sign-in'

const SignIn = z.object({ username: field.line('account.field.username'), password: field.line('account.field.password'), next: z.string().max(500).optional() })
const Arriving = z.object({ next: z.string().max(500).optional(), kept: z.string().max(10).optional() })

page.get('/sign-in', { does: 'consult', shows: 'nothing', as: 'doorkeeper', takes: Arriving }, (work, { next, kept }) => signInForm(work, { next, kept }))

page.post('/sign-in', { does: 'collect', shows: 'nothing', as: 'doorkeeper', takes: SignIn, again: (work, _, attempt) => signInForm(work, {}, attempt) },
  async (work, { username, password, next }, sent) => {
    const signedIn = await signIn(work, { username, password }, sent.address)
    if (!signedIn) return { ...signInForm(work, { next }, { values: { username, next: next ?? '' }, problems: [{ field: 'username', sentence: t('account.refused.sign-in') }] }), status: 422 }
    return { kind: 'go', to: ownAddress(next), cookies: [{ name: signInCookie, value: signedIn.token, seconds: longestHours * 3600 }] }
  })

page.post('/sign-out', { does: 'alter', shows: 'nothing', as: 'doorkeeper' }, async (work, _, sent) => {
  await signOut(work, sent.cookie(signInCookie) ?? '')
  return { kind: 'go', to: signInPage, says: t('account.signed-out'), cookies: [{ name: signInCookie, value: '', seconds: 0 }] }
})

function signInForm(work: Work, { next, kept }: { next?: string | undefined, kept?: string | undefined }, attempt?: Attempt) {
  return show({ title: t('account.sign-in.title'), body: <Narrow>
    <PageHead title={t('account.sign-in.title')} />
    {kept && <Notice>{t('account.sign-in.kept')}</Notice>}
    <ErrorSummary attempt={attempt} />
    <Form action={signInPage} keys={keysOf(work)}>
      <Hidden name="next" value={attempt?.values['next'] ?? next ?? ''} />
      <TextField name="username" label={t('account.field.username')} attempt={attempt} required autocomplete="username" />
      <TextField name="password" label={t('account.field.password')} type="password" attempt={attempt} required autocomplete="current-password" />
      <Submit label={t('account.sign-in.do')} />
    </Form>
  </Narrow> })
}

/** Only an address of our own: a sign-in page must not send anybody elsewhere. */
function ownAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}

