import { complaintPages as officers } from './complaints.pages.tsx'
import { ownComplaintPages as own } from './own-complaints.pages.tsx'
import { termPages as terms } from './terms.pages.tsx'

export { complaintsPage, ownComplaintsPage, termsPage } from './addresses.ts'
export { complaintsDue, ownComplaintsOpen } from './complaints.desk.tsx'
export { complaintRefusals } from './complaints.refusals.ts'
export { complaintsRecords } from './complaints.records.ts'
export { coordinatorsFor } from './complaints.queries.ts'
export { answerComplaint, forwardComplaint, raise, writeDown } from './complaints.verbs.ts'

/** Every page about objections and complaints. */
export const complaintPages = { doors: [...officers.doors, ...own.doors, ...terms.doors] }
