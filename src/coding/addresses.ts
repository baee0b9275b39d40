import { sessionPage } from '../sessions/index.ts'

/** Where the pages of coding are; no address is spelled twice. */
export const codingPage = '/coding'

export function personCodingPage(participantId: string): string { return `/people/${participantId}/coding` }
export function sessionCodingPage(participantId: string, sessionId: string): string { return `${sessionPage(participantId, sessionId)}/coding` }
export function consensusPage(participantId: string, sessionId: string): string { return `${sessionCodingPage(participantId, sessionId)}/consensus` }
