import { leadTimePages } from './lead-time.pages.tsx'
import { monitoringPages } from './monitoring.pages.tsx'
import { ownTransitionPages } from './own-transition.pages.tsx'
import { transitionPages as casework } from './transitions.pages.tsx'

export { leadTimePage, ownTransitionPage } from './addresses.ts'
export { transitionGlance, transitionsDue } from './transitions.desk.tsx'
export { transitionRefusals } from './transitions.refusals.ts'
export { transitionsRecords } from './transitions.records.ts'

/** What comes after: the team's pages, the person's own, and the lead time of the service. */
export const transitionPages = { doors: [...casework.doors, ...monitoringPages.doors, ...ownTransitionPages.doors, ...leadTimePages.doors] }
