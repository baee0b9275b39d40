/** Where the pages of complaints are; no address is spelled twice. */
export const complaintsPage = '/complaints'
export const writeDownPage = `${complaintsPage}/new`
export const termsPage = '/service/answer-days'
export const ownComplaintsPage = '/own/complaints'
export const raisePage = `${ownComplaintsPage}/new`

export function complaintPage(complaintId: string): string { return `${complaintsPage}/${complaintId}` }
export function answerPage(complaintId: string): string { return `${complaintPage(complaintId)}/answer` }
export function forwardPage(complaintId: string): string { return `${complaintPage(complaintId)}/forward` }
export function takenBackPage(complaintId: string): string { return `${complaintPage(complaintId)}/taken-back` }
export function ownComplaintPage(complaintId: string): string { return `${ownComplaintsPage}/${complaintId}` }
export function ownTakenBackPage(complaintId: string): string { return `${ownComplaintPage(complaintId)}/taken-back` }
