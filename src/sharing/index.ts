import { ownReportPages } from './own-reports.pages.tsx'
import { rulePages } from './rules.pages.tsx'
import { sharingCasePages } from './sharing.pages.tsx'

export { disclosuresPage, ownReportsPage, rulesPage } from './addresses.ts'
export { decidePackage, handOver, preparePackage } from './packages.verbs.ts'
export { useShareable } from './shareable-pieces.ts'
export { sharingApi } from './sharing.api.ts'
export { sharingDue, sharingGlance } from './sharing.desk.tsx'
export { erasesOfSharing } from './erasing.ts'
export { sharingRecords } from './sharing.records.ts'
export { sharingRefusals } from './sharing.refusals.ts'
export { recordComment, recordStatement, refuseStatement, setRule } from './sharing.verbs.ts'

/** What others ask and are told: by the team and those who oversee, by the person, and what the law asks. */
export const sharingPages = { doors: [...sharingCasePages.doors, ...ownReportPages.doors, ...rulePages.doors] }
