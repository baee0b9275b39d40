/** Where the pages of safety are; no address is spelled twice. */
export const newIncidentPage = '/safety/new'
export const dutyPage = '/safety/duty'
export const printedCardPage = '/safety/card'
export const cardEditPage = '/service/crisis-card'
export const emergencyPage = '/emergency-openings'
export const ownToldPage = '/own/passed-on'

/** Before, during and after being out alone. */
export const lonePage = '/lone'
export function outingPage(outingId: string): string { return `${lonePage}/${outingId}` }
export function answerPage(outingId: string): string { return `${outingPage(outingId)}/answer` }

export function callPage(callId: string): string { return `/safety/calls/${callId}` }
/** What is open for minutes, on one page. */
export function openedPage(callId: string): string { return `${callPage(callId)}/opened` }
export function openCasePage(callId: string): string { return `${callPage(callId)}/openings` }

export function incidentsPage(participantId: string): string { return `/people/${participantId}/safety` }
export function newIncidentOfPage(participantId: string): string { return `${incidentsPage(participantId)}/new` }
export function wingPage(callId: string): string { return `${callPage(callId)}/wing` }
export function slipPage(callId: string, noticeId: string): string { return `${callPage(callId)}/wing/${noticeId}/slip` }
export function warningPage(callId: string): string { return `${callPage(callId)}/warning` }
export function signaturePage(callId: string, warningId: string): string { return `${callPage(callId)}/warnings/${warningId}/signature` }
export function aftercarePage(callId: string): string { return `${callPage(callId)}/afterwards` }
export function debriefPage(callId: string): string { return `${callPage(callId)}/debrief` }
