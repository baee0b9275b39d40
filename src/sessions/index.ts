import { movingPages } from './moving/moving.pages.tsx'
import { mendingPages } from './mending.pages.tsx'
import { sessionPages as recordingPages } from './sessions.pages.tsx'

/** Planning, moving and recording; notes, what is struck, what is taken over. */
export const sessionPages = { doors: [...recordingPages.doors, ...movingPages.doors, ...mendingPages.doors] }
export { ownSessionPages, ownSessionsPage } from './own-sessions.pages.tsx'
export { whoseCause, type Cause } from './session.ts'
export { causeName, sessionGlance, sessionPage, sessionsDue } from './sessions.glance.tsx'
export { lastSessionsJson, sessionApi, SessionJson } from './sessions.api.ts'
export { sessionRefusals } from './sessions.refusals.ts'
export { planSession, recordSession, theSession } from './sessions.verbs.ts'
export { planSeries } from './plan-series.ts'
export { mayMeetAs } from './session.ts'
export { strikeSession } from './mending.verbs.ts'
export { sessionsRecords } from './sessions.records.ts'
export { erasesOfSessions } from './erasing.ts'
export { callOffAhead, callOffInPause, deliveredUnder, handOverSessions, nextMeetings, notesOf, ownHeldLately, sessionsBetween, sessionsWaiting, type NoteRow, type PlannedSession } from './sessions.queries.ts'
export { sessionFiles } from './import-sessions.ts'
