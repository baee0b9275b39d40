import { currentReader, installedLanguages } from '../words/index.ts'
import { Form, Hidden, type FormKeys } from './form.tsx'
import { Icon } from './icon.tsx'
import { t } from './words.ts'

export type Me = {
  name: string
  role: string
  /** Other pages of one's own: account, own log. */
  links?: { href: string, label: string }[]
  keys: FormKeys
  languageAction: string
  /** The page to come back to in the other language. */
  here?: string | undefined
  signOutAction: string
}

/** Who is signed in, in which role, and the way out. Opens without script. */
export function PersonMenu({ name, role, links = [], keys, languageAction, here, signOutAction }: Me) {
  return <details class="me" name="top">
    <summary>
      <span class="ds-avatar" data-size="sm" data-initials={initialsOf(name)} aria-hidden="true"></span>
      <span class="me-name">{firstNameOf(name)}</span><span class="ds-sr-only"> {t('page.me.menu')}</span><Icon name="open" />
    </summary>
    <div class="me-menu">
      <p><b>{name}</b><br />{t('page.me.role', { role })}</p>
      {links.length > 0 && <ul>{links.map(link => <li><a class="ds-link" href={link.href}>{link.label}</a></li>)}</ul>}
      <LanguageForm action={languageAction} keys={keys} here={here} id="my-language" />
      <Form action={signOutAction} keys={keys}>
        <button class="ds-button" data-variant="secondary" type="submit"><Icon name="leave" />{t('page.me.sign-out')}</button>
      </Form>
    </div>
  </details>
}

/** `id`: a page before the sign-in may hold one of its own while the menu of somebody signed in holds another. */
export function LanguageForm({ action, keys, here, id = 'choose-language' }: { action: string, keys: FormKeys, here?: string | undefined, id?: string }) {
  const { language } = currentReader()
  return <Form action={action} keys={keys}>
    {here && <Hidden name="back" value={here} />}
    <div class="ds-field">
      <label class="ds-label" for={id}>{t('page.me.language')}</label>
      <select class="ds-input" id={id} name="language">
        {installedLanguages().map(({ code, name, locale }) => <option value={code} lang={locale} selected={code === language}>{name}</option>)}
      </select>
    </div>
    <button class="ds-button" data-variant="secondary" type="submit">{t('page.me.language.do')}</button>
  </Form>
}

function initialsOf(name: string): string {
  return name.split(/\s+/).filter(Boolean).map(word => Array.from(word)[0] ?? '').slice(0, 2).join('')
}

function firstNameOf(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
