import { z } from 'zod'
import { giveFile, hasUnsent, isSharedDevice, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, deviceKeyAddress, Form, Hidden, Island, Narrow, PageHead } from '../platform/page/index.ts'
import { keyOnDevice } from './secrets.ts'
import { longestHours, signInCookie } from './sign-in.ts'
import { t } from './words.ts'

export const page = pageDoors()

/** What lies unsent on this device, and the way out past it. */
export const unsentPage = '/account/unsent'
export const leavePages = { here: '/sign-out', everywhere: '/account/endings' } as const

/** Colleagues: of a participant, and of whoever has no account, nothing lies on a device. */
const colleagues = { does: 'consult', shows: 'nothing', for: ['casework', 'referrer', 'counts', 'oversight', 'administrator', 'evaluator'] } as const

/** The key of this sign-in, to the page that shows its forms: asked with the form's own token, so that no page of another sign-in gets it. */
page.post(deviceKeyAddress, colleagues, (_, __, sent) => {
  const token = sent.cookie(signInCookie)
  const given = token === undefined || isSharedDevice(sent) ? {} : { ...keyOnDevice(token), seconds: longestHours * 3600 }
  return giveFile({ bytes: JSON.stringify(given), type: 'application/json', name: 'key.json', inline: true })
})

page.get('/account/unsent', { ...colleagues, takes: z.object({ from: z.string().max(20).optional() }) }, (work, { from }, _, asked) => {
  const isThere = hasUnsent(asked)
  return show({ title: t(isThere ? 'account.unsent.title' : 'account.unsent.none'), body: <Narrow>
    <PageHead title={t(isThere ? 'account.unsent.title' : 'account.unsent.none')} sub={t('account.unsent.sub')} />
    {isThere && <Lying />}
    <div class="submit">
      {isThere && <a class="ds-button unsent-back" href="/">{t('account.unsent.back')}</a>}
      <Form action={from === 'everywhere' ? leavePages.everywhere : leavePages.here} keys={keysOf(work)}>
        <Hidden name="wipe" value="true" />
        {from === 'everywhere' && <Hidden name="here" value="true" />}
        <button class="ds-button" data-variant="secondary" type="submit">{t(from === 'everywhere' ? 'account.unsent.wipe-everywhere' : 'account.unsent.wipe')}</button>
      </Form>
      {!isThere && <ButtonLink secondary href="/account">{t('account.title')}</ButtonLink>}
    </div>
  </Narrow> })
})

/** Filled by a script of ours: which forms these are is in the sealed texts alone. */
function Lying() {
  return <>
    <ul class="unsent" data-key={deviceKeyAddress} data-here={t('account.unsent.here', { time: '{time}' })} data-both={t('account.unsent.both', { time: '{time}' })} data-none={t('account.unsent.none')}></ul>
    <Island name="unsent.js" />
  </>
}
