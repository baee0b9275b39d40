export { eligibilityPages } from './eligibility.pages.tsx'
export { eligibilityDue, eligibilityGlance } from './eligibility.desk.tsx'
export { eligibilityRecords } from './eligibility.records.ts'
export { eligibilityRefusals } from './eligibility.refusals.ts'
