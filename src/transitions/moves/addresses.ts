/** Where somebody goes and comes back to: the pages of their moves, under their own address. */
export const ownMovesPage = '/own/changes'
export function movesPage(participantId: string): string { return `/people/${participantId}/moves` }
export function announcePage(participantId: string): string { return `${movesPage(participantId)}/transfer` }
function transferPage(participantId: string, transferId: string): string { return `${movesPage(participantId)}/transfers/${transferId}` }
export function knownPage(participantId: string, transferId: string): string { return `${transferPage(participantId, transferId)}/known` }
export function callingOffPage(participantId: string, transferId: string): string { return `${transferPage(participantId, transferId)}/calling-off` }
export function takingPage(participantId: string, transferId: string): string { return `${transferPage(participantId, transferId)}/taking` }
export function recallPage(participantId: string): string { return `${movesPage(participantId)}/recall` }
export function recallKnownPage(participantId: string, recallId: string): string { return `${movesPage(participantId)}/recalls/${recallId}/known` }
export function recallWordsPage(participantId: string, recallId: string): string { return `${movesPage(participantId)}/recalls/${recallId}/words` }
export function reEntryPage(participantId: string): string { return `${movesPage(participantId)}/re-entry` }
