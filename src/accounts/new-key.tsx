import { encode } from 'uqr'
import type { Attempt } from '../platform/attempt.ts'
import { DetailsFold, Hidden, TextField } from '../platform/page/index.ts'
import { inFours, keyAddress, newCodeKey } from './one-time-code.ts'
import { seal, unseal } from './secrets.ts'
import { t } from './words.ts'

export type KeyToKeep = { key: string, sealed: string }

/** A new key, or the one that the form already showed: it travels sealed in the form and is kept only once its first code is right. */
export function keyToKeep(accountId: number, attempt: Attempt | undefined): KeyToKeep {
  const before = attempt?.values['sealed'] ?? ''
  const key = unseal(before, accountId)
  if (key !== undefined) return { key, sealed: before }
  const made = newCodeKey()
  return { key: made, sealed: seal(made, accountId) }
}

/** `isOwn`: a participant's telephone, too, may be seen by others. The three steps of giving an authenticator its key: read the square or type the letters, then show that it worked. */
export function NewKey({ keyToKeep: { key, sealed }, username, isOwn = false, attempt }: { keyToKeep: KeyToKeep, username: string, isOwn?: boolean, attempt?: Attempt | undefined }) {
  return <>
    <Hidden name="sealed" value={sealed} />
    <ol class="ds-list">
      <li>{t('account.codes.step-app')}</li>
      <li>{t('account.codes.step-read')}</li>
      <li>{t('account.codes.step-code')}</li>
    </ol>
    <SquareCode text={keyAddress(key, username, isOwn)} />
    <DetailsFold summary={t('account.codes.by-hand')}><p class="ds-paragraph">{t('account.codes.by-hand.how')}<br /><code class="key">{inFours(key)}</code></p></DetailsFold>
    <TextField name="code" label={t('account.field.code')} hint={t('account.code.hint')} attempt={attempt} required width="short" autocomplete="one-time-code" />
  </>
}

/** A text as a square code, drawn here: nothing goes to another machine. Always dark on light, whatever the theme, or cameras fail. */
function SquareCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : '')).join('')
  return <svg class="square-code" role="img" aria-label={t('account.codes.square')} viewBox={`0 0 ${size} ${size}`} width="220" height="220" shape-rendering="crispEdges">
    <rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" />
  </svg>
}
