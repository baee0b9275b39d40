import type { Child } from 'hono/jsx'
import { Link } from '../platform/page/index.ts'
import type { Actor } from '../platform/work.ts'
import { answerPage, callPage, emergencyPage } from './addresses.ts'
import type { Standing } from './standing.ts'
import { t } from './words.ts'

/**
 * What stays in sight on every page: to whoever is asked, that a call awaits them, or that a colleague has not come back; to the head, that one is open, and nothing else of it;
 * to the data-protection officer, that an opening in an emergency waits to be looked at.
 */
export function crisisBanner(standing: Standing, { kind, id, shape, roles }: Pick<Actor, 'kind' | 'id' | 'shape' | 'roles'>): Child | undefined {
  if (kind !== 'colleague') return undefined
  if (roles.includes('data_protection_officer')) return standing.unreviewed ? <p class="crisis-banner" role="status">{t('safety.banner.review')} <Link href={emergencyPage}>{t('safety.review.look')}</Link></p> : undefined
  if (shape === 'counts') return forTheHead(standing)
  const mine = shape === 'casework' ? standing.asked.filter(({ colleagueId }) => colleagueId === id) : []
  const overdue = shape === 'casework' ? standing.overdue.filter(({ colleagueId }) => colleagueId === id) : []
  if (mine.length + overdue.length === 0) return undefined
  return <div class="crisis-banner" role="alert">{mine.map(({ callId, asCoordinator }) =>
    <p><b>{t(asCoordinator ? 'safety.banner.coordinator' : 'safety.banner.asked')}</b> <Link href={callPage(callId)}>{t('safety.banner.answer')}</Link></p>)}
    {overdue.map(({ outingId }) => <p><b>{t('safety.banner.overdue')}</b> <Link href={answerPage(outingId)}>{t('safety.banner.answer')}</Link></p>)}
  </div>
}

/** That something is open, and nothing else of it. */
function forTheHead({ unanswered, missing }: Standing): Child | undefined {
  if (!unanswered && !missing) return undefined
  return <div class="crisis-banner" role="status">{unanswered && <p>{t('safety.banner.head')}</p>}{missing && <p>{t('safety.banner.missing')}</p>}</div>
}
