import { dosePages } from './dose.pages.tsx'
import { ratingPages } from './fidelity.pages.tsx'
import { deliveryJobs } from './delivery/count-deliveries.ts'
import { deliveryPages } from './delivery/delivery.pages.tsx'
import { givenPages } from './given/given.pages.tsx'
import { observerPages } from './observers.pages.tsx'
import { followSessions } from './observing/follow-sessions.ts'
import { ownObserverPages } from './observing/own-observers.pages.tsx'
import { withdrawalPages } from './observing/withdrawal.pages.tsx'

/** How sessions are held, and who sits in at them. */
export const fidelityPages = { doors: [...ratingPages.doors, ...dosePages.doors, ...observerPages.doors, ...withdrawalPages.doors, ...ownObserverPages.doors, ...givenPages.doors, ...deliveryPages.doors] }
/** What programmes gave is counted, and an observation follows its session, every hour. */
export const fidelityJobs = [...deliveryJobs, followSessions]
export { deliveryPage, integrityPage, observersPage, ownObserversPage } from './addresses.ts'
export { countDeliveries } from './delivery/count-deliveries.ts'
export { hasOwnObservers } from './observing/own-observers.pages.tsx'
export { doseGlance, fidelityDue, fidelityGlance } from './fidelity.desk.tsx'
export { fidelityRecords } from './fidelity.records.ts'
export { fidelityRefusals } from './fidelity.refusals.ts'
export { sessionsToObserve, type ToObserve } from './fidelity.queries.ts'
export { erasesOfFidelity, nameObserver } from './fidelity.verbs.ts'
