import { t } from './words.ts'

export type Place = { href: string, label: string }

/** Where somebody can go, by the shape they work in and their roles. Nobody is shown a door that would not open. */
export function navigation(shape: string, roles: readonly string[]): Place[] {
  if (shape === 'person') return [{ href: '/', label: t('app.nav.own') }]
  if (shape !== 'casework') return [{ href: '/', label: t('app.nav.day') }]
  const places = [{ href: '/', label: t('app.nav.day') }, { href: '/people', label: t('app.nav.people') }]
  if (roles.includes('coordinator') || roles.includes('case_manager')) places.push({ href: '/referrals', label: t('app.nav.referrals') })
  return places
}
