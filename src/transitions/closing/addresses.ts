/** Where the closing report is; no address is spelled twice. */
export const ownClosingPage = '/own/closing'
export function closingPage(participantId: string): string { return `/people/${participantId}/closing` }
export function writeClosingPage(participantId: string, planId: string): string { return `${closingPage(participantId)}/plans/${planId}/write` }
export function closingReportPage(participantId: string, reportId: string): string { return `${closingPage(participantId)}/${reportId}` }
export function closingAnswerPage(participantId: string, reportId: string): string { return `${closingReportPage(participantId, reportId)}/answers` }
export function closingPrintPage(participantId: string, reportId: string): string { return `${closingReportPage(participantId, reportId)}/print` }
export function ownClosingAnswerPage(reportId: string): string { return `${ownClosingPage}/${reportId}/answers` }
