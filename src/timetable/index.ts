import { feedPages } from './feed/feed.pages.tsx'
import { seriesPages } from './proposal/series.pages.tsx'
import { placePages } from './settings/place.pages.tsx'
import { settingsPages } from './settings/settings.pages.tsx'

export { timetablePage } from './addresses.ts'
export { endFeedsOf } from './feed/feed.verbs.ts'
export { timetableApi } from './timetable.api.ts'
export { isRoom } from './timetable.queries.ts'
export { timetableRefusals } from './timetable.refusals.ts'

/** One's own hours and feeds, units, proposed series, and what a calendar reads. */
export const timetablePages = { doors: [...settingsPages.doors, ...placePages.doors, ...seriesPages.doors, ...feedPages.doors] }
