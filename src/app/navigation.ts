import { accountPage } from '../accounts/index.ts'
import { desksPage } from '../desks/index.ts'
import { noticesPage } from '../participants/index.ts'
import { certificatesPage } from '../certificates/index.ts'
import { communityPage } from '../community/index.ts'
import { complaintsPage, termsPage } from '../complaints/index.ts'
import { figuresPage, happenedPage, sourcesPage } from '../referrals/index.ts'
import { leadTimePage } from '../transitions/index.ts'
import { deliveryPage, integrityPage, observersPage } from '../fidelity/index.ts'
import { studiesPage } from '../evaluation/index.ts'
import { dutyPage, emergencyPage, lonePage } from '../safety/index.ts'
import { disclosuresPage, rulesPage } from '../sharing/index.ts'
import { timetablePage } from '../timetable/index.ts'
import { programmesPage } from '../programmes/index.ts'
import { promisedPage } from './desk/addresses.ts'
import { sessionFiguresPage } from './figures/figures.pages.tsx'
import { t } from './words.ts'

/** `seldom`: behind "More", where a bar would otherwise need a second line. */
export type Place = { href: string, label: string, seldom?: boolean }

/** As many as stand in one line of a desk's screen. */
const mostInTheBar = 6

/** Where somebody can go, by the shape they work in and their roles. Nobody is shown a door that would not open. */
export function navigation(shape: string, roles: readonly string[]): Place[] {
  const places = ownPlaces(shape, roles)
  // On a screen that others may see, nothing names a programme.
  if (shape === 'person') return places
  const all = [...places, { href: programmesPage, label: t('app.nav.programmes') }]
  return all.length > mostInTheBar ? all : all.map((place) => ({ ...place, seldom: false }))
}

function ownPlaces(shape: string, roles: readonly string[]): Place[] {
  if (shape === 'person') return [{ href: '/own', label: t('app.nav.own') }, { href: '/own/log', label: t('app.nav.own-log') }, { href: accountPage, label: t('app.own.account') }]
  if (shape === 'administrator') return [{ href: '/', label: t('app.nav.day') }, { href: '/colleagues', label: t('app.nav.colleagues') }, { href: '/service', label: t('app.nav.service') }, { href: noticesPage, label: t('app.nav.notices') }, { href: sourcesPage, label: t('app.nav.sources'), seldom: true }, { href: termsPage, label: t('app.nav.answer-days'), seldom: true }, { href: leadTimePage, label: t('app.nav.lead-time'), seldom: true }, { href: rulesPage, label: t('app.nav.report-rules'), seldom: true }]
  if (shape === 'evaluator') return [{ href: '/', label: t('app.nav.day') }, { href: studiesPage, label: t('app.nav.studies') }]
  if (shape === 'counts') return [{ href: '/', label: t('app.nav.day') }, { href: figuresPage, label: t('app.nav.figures') }, { href: sessionFiguresPage, label: t('app.nav.meetings') }, { href: deliveryPage, label: t('app.nav.delivery') }, { href: certificatesPage, label: t('app.nav.certificates'), seldom: true }]
  if (roles.includes('data_protection_officer')) return [{ href: promisedPage, label: t('app.nav.day') }, { href: complaintsPage, label: t('app.nav.complaints') }, { href: '/log', label: t('app.nav.log') }, { href: disclosuresPage, label: t('app.nav.disclosures'), seldom: true }, { href: emergencyPage, label: t('app.nav.emergency') }, { href: happenedPage, label: t('app.nav.referrals'), seldom: true }]
  if (roles.includes('rights_officer')) return [{ href: promisedPage, label: t('app.nav.day') }, { href: complaintsPage, label: t('app.nav.complaints') }, { href: disclosuresPage, label: t('app.nav.disclosures') }]
  if (roles.includes('inspector')) return [{ href: promisedPage, label: t('app.nav.day') }, { href: disclosuresPage, label: t('app.nav.disclosures') }, { href: '/log', label: t('app.nav.log') }]
  if (shape === 'referrer') return [{ href: '/', label: t('app.nav.day') }, { href: '/security-referrals', label: t('app.nav.referrals') }]
  if (shape !== 'casework') return [{ href: '/', label: t('app.nav.day') }]
  return placesOfCasework(roles)
}

function placesOfCasework(roles: readonly string[]): Place[] {
  const places: Place[] = [{ href: '/', label: t('app.nav.day') }, { href: '/people', label: t('app.nav.people') }, { href: timetablePage, label: t('app.nav.timetable') }]
  if (roles.includes('coordinator') || roles.includes('case_manager')) places.push({ href: '/referrals', label: t('app.nav.referrals') }, { href: desksPage, label: t('app.nav.desks'), seldom: true })
  if (roles.includes('coordinator')) places.push({ href: '/cover', label: t('app.nav.cover') }, { href: dutyPage, label: t('app.nav.duty'), seldom: true }, { href: '/import', label: t('app.nav.import'), seldom: true })
  if (['facilitator', 'mentor', 'case_manager', 'circle_coordinator'].some((role) => roles.includes(role))) places.push({ href: lonePage, label: t('app.nav.lone') })
  if (['facilitator', 'clinical_supervisor', 'observer'].some((role) => roles.includes(role))) places.push({ href: integrityPage, label: t('app.nav.integrity'), seldom: true })
  if (roles.includes('clinical_supervisor')) places.push({ href: observersPage, label: t('app.nav.observers'), seldom: true })
  if (roles.includes('coordinator') || roles.includes('coach')) places.push({ href: certificatesPage, label: t('app.nav.certificates'), seldom: true })
  places.push({ href: communityPage, label: t('app.nav.community'), seldom: true })
  return places
}
