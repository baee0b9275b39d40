import { languageOf } from '../platform/words/index.ts'
import type { Package } from './disclosure.ts'

/** The frozen copy as it stands, in its own language and direction, whoever reads it. */
export function Frozen({ prepared: { body, language } }: { prepared: Package }) {
  const { locale, direction } = languageOf(language)
  return <p class="ds-paragraph frozen" dir={direction}><span lang={locale}>{body}</span></p>
}
