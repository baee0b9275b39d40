/** Where interpreters are; no address is spelled twice. */
export const directoryPage = '/interpreters'
export const newInterpreterPage = `${directoryPage}/new`
export const spokenPage = `${directoryPage}/languages`
export function closeInterpreterPage(interpreterId: string): string { return `${directoryPage}/${interpreterId}/closing` }

export function interpretersOfPage(participantId: string): string { return `/people/${participantId}/interpreters` }
export function bookPage(participantId: string): string { return `${interpretersOfPage(participantId)}/new` }
export function bookForWingPage(participantId: string): string { return `${interpretersOfPage(participantId)}/wing` }
export function refusalsPage(participantId: string): string { return `${interpretersOfPage(participantId)}/refusals` }
export function cancellationsPage(participantId: string, bookingId: string): string { return `${interpretersOfPage(participantId)}/${bookingId}/cancellations` }
export function debriefPage(participantId: string, bookingId: string): string { return `${interpretersOfPage(participantId)}/${bookingId}/debrief` }

export const ownInterpretersPage = '/own/interpreters'
export const ownRefusalsPage = `${ownInterpretersPage}/refusals`
