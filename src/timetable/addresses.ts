export const timetablePage = '/timetable'
export const feedsPage = `${timetablePage}/feeds`
export function placePage(unitId: string): string { return `${timetablePage}/units/${unitId}` }
export function seriesPage(participantId: string): string { return `/people/${participantId}/series` }
/** What a calendar asks for: the secret is the address. */
export function feedAddress(token: string): string { return `/appointments/${token}` }
