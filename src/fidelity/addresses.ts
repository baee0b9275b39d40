import { sessionPage } from '../sessions/index.ts'

/** Where the pages of this room are; no address is spelled twice. */
export const integrityPage = '/integrity'
export const observersPage = '/observers'

export function integrityOfPage(colleagueId: string): string { return `${integrityPage}/of/${colleagueId}` }
export function observerPage(sessionId: string): string { return `${observersPage}/${sessionId}` }
export function personIntegrityPage(participantId: string): string { return `/people/${participantId}/integrity` }
export function dosePage(participantId: string): string { return `/people/${participantId}/dose` }
export function ratingPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/integrity` }
