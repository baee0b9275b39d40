/** Where the pages of transitions are; no address is spelled twice. */
export const leadTimePage = '/service/lead-time'
export const ownTransitionPage = '/own/outside'
export function transitionPage(participantId: string): string { return `/people/${participantId}/outside` }
export function ownerPage(participantId: string): string { return `${transitionPage(participantId)}/owner` }
export function acknowledgementPage(participantId: string): string { return `${ownerPage(participantId)}/acknowledgement` }
export function linksPage(participantId: string): string { return `${transitionPage(participantId)}/places` }
export function maintenancePage(participantId: string): string { return `${transitionPage(participantId)}/meetings` }
export function handOverPage(participantId: string): string { return `${transitionPage(participantId)}/hand-over` }
export function takenPage(participantId: string, handOverId: string): string { return `${transitionPage(participantId)}/hand-overs/${handOverId}/taken` }
export function monitoringPage(participantId: string): string { return `/people/${participantId}/monitoring` }
export function lookAgainPage(participantId: string, orderId: string): string { return `${monitoringPage(participantId)}/${orderId}/reviews` }
export function orderEndPage(participantId: string, orderId: string): string { return `${monitoringPage(participantId)}/${orderId}/end` }
