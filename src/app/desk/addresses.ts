import type { Day } from '../../platform/day.ts'

/** Where the pages of the desk are; no address is spelled twice. */
export const promisedPage = '/promised'
export const tomorrowPage = '/tomorrow'
export const slipsPage = `${tomorrowPage}/slips`

export function sheetOf(on: Day): string { return `${tomorrowPage}?on=${on}` }
export function slipsOf(on: Day): string { return `${slipsPage}?on=${on}` }
export function slipOf(personId: string, sessionId: string): string { return `/people/${personId}/sessions/${sessionId}/slip` }

/** A page for the printer, or the same as a file; who is called what is part of the address. */
export function onPaper(page: string, way: 'print' | 'file', { on, as }: { on?: Day, as: string }): string {
  return `${page}/${way}?${new URLSearchParams({ ...(on && { on }), as }).toString()}`
}
