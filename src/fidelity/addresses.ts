import { sessionPage } from '../sessions/index.ts'

/** Where the pages of this room are; no address is spelled twice. */
export const integrityPage = '/integrity'
export const givenPage = '/integrity/given'
export const observersPage = '/observers'
export const ownObserversPage = '/own/observers'
export const deliveryPage = '/figures/delivery'

export function integrityOfPage(colleagueId: string): string { return `${integrityPage}/of/${colleagueId}` }
export function givenOfPage(colleagueId: string): string { return `${givenPage}/of/${colleagueId}` }
export function observerPage(sessionId: string): string { return `${observersPage}/${sessionId}` }
export function withdrawalPage(observationId: string): string { return `/observations/${observationId}/withdrawal` }
export function personIntegrityPage(participantId: string): string { return `/people/${participantId}/integrity` }
export function dosePage(participantId: string): string { return `/people/${participantId}/dose` }
export function ratingPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/integrity` }
export function deliveryOfPage(programme: string): string { return `${deliveryPage}/${programme}` }
