import { say } from '../platform/words/index.ts'
import type { Opening } from './transition.ts'
import { t } from './words.ts'

/** When it opens or opened, and, where there is less time than the rule gives, whose doing that is. */
export function openingSaid(opening: Opening): string {
  if (opening.state === 'no-day') return t('transition.opening.no-day')
  const { opensOn, releaseOn, days, late } = opening
  const said = t(`transition.opening.${opening.state}`, { opens: say.day(opensOn), release: say.day(releaseOn), days: say.number(days) })
  return late ? `${said} ${t('transition.opening.late', { cause: [late.cause, late.authority].filter(Boolean).join(', ') || t('transition.opening.cause-unknown') })}` : said
}
