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
/** The answer itself belongs to plans; the way there stands beside the legal status and the consents. */
export function offenceAnswerPage(participantId: string): string { return `${personPage(participantId)}/offence` }
export function advicePage(participantId: string): string { return `${personPage(participantId)}/legal-advice` }
export function erasurePage(participantId: string): string { return `${personPage(participantId)}/erasure` }
export function timesPage(participantId: string): string { return `${personPage(participantId)}/times` }
export const ownTimesPage = '/own/times'
export const noticesPage = '/notices'
export function restrictionReviewsPage(participantId: string): string { return `${releasePage(participantId)}/restriction-reviews` }
export const ownReleasePage = '/own/release'
