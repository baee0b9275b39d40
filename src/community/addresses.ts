/** Where the directory is; no address is spelled twice. */
export const communityPage = '/community'
export const newPlacePage = `${communityPage}/new`
export function placePage(placeId: string): string { return `${communityPage}/${placeId}` }
export function changePlacePage(placeId: string): string { return `${placePage(placeId)}/changes` }
export function closePlacePage(placeId: string): string { return `${placePage(placeId)}/closing` }
