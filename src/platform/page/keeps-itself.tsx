import { currentReader } from '../words/index.ts'
import { Island } from './island.tsx'
import { t } from './words.ts'

/** Where a script of ours asks for the key under which a sign-in seals texts on its device. */
export const deviceKeyAddress = '/account/device-key'

/**
 * In a form with a draft, for browsers that run script: what is typed saves itself, and is kept sealed on this device meanwhile, and what is sent into no network waits.
 * Here stand the sentences for it; without script nothing of it is seen.
 */
export function KeepsItself() {
  const { keepsHere } = currentReader()
  return <>
    <p class="draft-note" role="status" data-saved={t('page.draft.quiet', { time: '{time}' })} data-later={t('page.draft.later')}
      data-ended={t('page.draft.ended')} data-lost={t('page.draft.lost')} data-sign-in={t('page.draft.sign-in')} data-unsent={t('page.kept.note')}
      {...(keepsHere ? { 'data-key': deviceKeyAddress, 'data-here': t('page.device.kept', { time: '{time}' }), 'data-unsent-here': t('page.device.unsent') } : {})}></p>
    {keepsHere && <LiesHere />}
    <p class="kept-note" role="alert"></p>
    <Island name="drafts.js" />
  </>
}

/** In every form without a draft (`Submit` brings it): what is sent into no network stays in the page as it was typed, and says so. */
export function StaysUnsent() {
  return <>
    <p class="kept-note" role="alert" data-not-sent={t('page.kept.short')} data-lost={t('page.draft.lost')}></p>
    <Island name="short-forms.js" />
  </>
}

/** A text on this device that the server does not have, beside the one that stands in the form. */
function LiesHere() {
  return <>
    <p class="device-note" role="status" data-says={t('page.device.cannot')}></p>
    <div class="device-offer" hidden data-newer={t('page.device.newer', { time: '{time}' })} data-other={t('page.device.other', { time: '{time}' })} data-used={t('page.device.used', { time: '{time}' })}>
      <p class="ds-paragraph says" role="status" data-part="says" tabindex={-1}></p>
      <p class="ds-paragraph if-offered">{t('page.device.how')}</p>
      <details class="if-offered"><summary>{t('page.device.read')}</summary><dl data-part="text"></dl></details>
      <div class="submit">
        <button class="ds-button if-offered" data-variant="secondary" type="button" data-part="use">{t('page.device.use')}</button>
        <button class="ds-button if-offered" data-variant="secondary" type="button" data-part="drop">{t('page.device.drop')}</button>
        <button class="ds-button if-used" data-variant="secondary" type="button" data-part="back">{t('page.device.back')}</button>
      </div>
    </div>
  </>
}
