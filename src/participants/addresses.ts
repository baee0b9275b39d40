export const peoplePage = '/people'
export const registerPage = '/register'
export function personPage(participantId: string): string { return `${peoplePage}/${participantId}` }
export function particularsPage(participantId: string): string { return `${personPage(participantId)}/particulars` }
export function statusesPage(participantId: string): string { return `${personPage(participantId)}/legal-statuses` }
export function releasePage(participantId: string): string { return `${personPage(participantId)}/release` }
export function needsPage(participantId: string): string { return `${personPage(participantId)}/needs` }
export function consentsPage(participantId: string): string { return `${personPage(participantId)}/consents` }
export function withdrawalPage(participantId: string): string { return `${personPage(participantId)}/withdrawal` }
export function statePage(participantId: string): string { return `${personPage(participantId)}/state` }
export const ownNeedsPage = '/own/needs'
export const ownWithdrawalPage = '/own/withdrawal'
