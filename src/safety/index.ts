import { lonePages } from './lone/lone.pages.tsx'
import { safetyPages as crises } from './safety.pages.tsx'

export { dutyPage, emergencyPage, lonePage, ownToldPage } from './addresses.ts'
export { crisisBanner } from './banner.tsx'
export { crisisCard, writersOfCrises, type CardReader } from './card.tsx'
export { addToDuty, foundCard } from './card.verbs.ts'
export { tellWing, warnPerson } from './protecting.verbs.ts'
export { safetyDue, safetyGlance } from './safety.desk.tsx'
export { safetyJobs } from './safety.jobs.ts'
export { safetyRecords } from './safety.records.ts'
export { safetyRefusals } from './safety.refusals.ts'
export { acknowledge, openTheCase, recordIncidentOf } from './safety.verbs.ts'
export { renewStanding, standingOf } from './standing.ts'

/** What happens in a crisis, and being out alone. */
export const safetyPages = { doors: [...crises.doors, ...lonePages.doors] }
