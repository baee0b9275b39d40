import { keysOf } from '../platform/doors/index.ts'
import { LanguageForm } from '../platform/page/index.ts'
import { isInstalled, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { t } from './words.ts'

/** In which language the pages are read: those that are installed, each by its own name. */
export function LanguageOfPages({ work }: { work: Work }) {
  return <LanguageForm action="/language" keys={keysOf(work)} here="/desk" />
}

/** In which further languages the service has written what happens with one's words: those that the pages have are chosen above, once; here only the way back to the one they are read in. */
export function DeskLanguages({ there, shown, pages }: { there: string[], shown: string, pages: string }) {
  const others = there.filter((language) => language !== shown && (language === pages || !isInstalled(language)))
  if (others.length === 0) return null
  return <p class="ds-paragraph" data-size="sm">{t('desk.text-in')} {others.map((language) => <><a class="ds-link" href={`/desk?text=${language}`} lang={language} hreflang={language}>{say.languageItself(language)}</a> </>)}</p>
}
