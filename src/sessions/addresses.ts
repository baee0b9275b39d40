export function sessionsPage(participantId: string): string { return `/people/${participantId}/sessions` }
export function newSessionPage(participantId: string): string { return `${sessionsPage(participantId)}/new` }
export function sessionPage(participantId: string, sessionId: string): string { return `${sessionsPage(participantId)}/${sessionId}` }
export function notePage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/note` }
export function additionsPage(participantId: string, sessionId: string): string { return `${notePage(participantId, sessionId)}/additions` }
/** About two people at once, so no one person stands in the address. */
export function strikePage(sessionId: string): string { return `/sessions/${sessionId}/striking` }
export function setAsidePage(noticeId: string): string { return `/set-aside/${noticeId}` }
export function takeOverPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/taking-over` }
