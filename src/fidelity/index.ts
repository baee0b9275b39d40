import { dosePages } from './dose.pages.tsx'
import { ratingPages } from './fidelity.pages.tsx'
import { observerPages } from './observers.pages.tsx'

/** How sessions are held, and who sits in at them. */
export const fidelityPages = { doors: [...ratingPages.doors, ...dosePages.doors, ...observerPages.doors] }
export { integrityPage, observersPage } from './addresses.ts'
export { doseGlance, fidelityDue, fidelityGlance } from './fidelity.desk.tsx'
export { fidelityRecords } from './fidelity.records.ts'
export { fidelityRefusals } from './fidelity.refusals.ts'
export { erasesOfFidelity } from './fidelity.verbs.ts'
