import type { Child } from 'hono/jsx'
import type { Attempt } from '../attempt.ts'
import { say } from '../words/index.ts'
import { KeepsItself, StaysUnsent } from './keeps-itself.tsx'
import { t } from './words.ts'

/** What the platform puts into every form: proof of origin, a key against sending twice, the revision that was shown. */
export type FormKeys = { token: string, once: string, revision?: string | number | undefined }

/** The names of the hidden fields and of the button that saves a draft. No schema has them. */
export const hiddenNames = { token: '_token', once: '_once', revision: '_revision', draft: '_draft' } as const

export type FormProps = {
  action: string
  keys: FormKeys
  multipart?: boolean
  children: Child
}

/** Problems are told by us, in the reader's language, with everything kept: hence `novalidate`. Browsers remember nothing. */
export function Form({ action, keys, multipart, children }: FormProps) {
  return <form class="form" method="post" action={action} enctype={multipart ? 'multipart/form-data' : undefined} novalidate autocomplete="off" accept-charset="utf-8">
    <Hidden name={hiddenNames.token} value={keys.token} />
    <Hidden name={hiddenNames.once} value={keys.once} />
    {keys.revision !== undefined && <Hidden name={hiddenNames.revision} value={keys.revision} />}
    {children}
  </form>
}

export function Hidden({ name, value }: { name: string, value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />
}

export type SubmitProps = { label: string, draft?: boolean, cancel?: { href: string, label: string } }

/** The one thing this form does; beside it, quieter, keeping a draft and going back. */
export function Submit({ label, draft, cancel }: SubmitProps) {
  return <>
    <div class="submit">
      <button class="ds-button" type="submit">{label}</button>
      {draft && <button class="ds-button" data-variant="secondary" type="submit" name={hiddenNames.draft} value="true">{t('page.draft.save')}</button>}
      {cancel && <a class="ds-link" href={cancel.href}>{cancel.label}</a>}
    </div>
    {draft ? <KeepsItself /> : <StaysUnsent />}
  </>
}

/** Says that what was written is safe, and since when. */
export function SavedDraft({ attempt }: { attempt?: Attempt | undefined }) {
  if (attempt?.savedAt === undefined) return null
  return <p class="ds-paragraph saved" role="status" data-size="sm" data-saved-at={attempt.savedAt}>{t('page.draft.saved', { when: say.moment(attempt.savedAt) })}</p>
}
