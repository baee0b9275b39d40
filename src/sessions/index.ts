import { movingPages } from './moving/moving.pages.tsx'
import { mendingPages } from './mending.pages.tsx'
import { paperApi } from './paper/paper.api.ts'
import { paperPages } from './paper/paper.pages.tsx'
import { sessionApi as recordingApi } from './sessions.api.ts'
import { sessionPages as recordingPages } from './sessions.pages.tsx'
import { reasonPages } from './units/reasons.pages.tsx'

/** Recording for other systems, from a paper form too. */
export const sessionApi = { doors: [...recordingApi.doors, ...paperApi.doors] }

/** Planning, moving and recording, on paper too; notes, what is struck, what is taken over. */
export const sessionPages = { doors: [...recordingPages.doors, ...movingPages.doors, ...paperPages.doors, ...reasonPages.doors, ...mendingPages.doors] }
export { ownSessionPages, ownSessionsPage } from './own-sessions.pages.tsx'
export { whoseCause, type Cause } from './session.ts'
export { causeName, sessionGlance, sessionPage, sessionsDue } from './sessions.glance.tsx'
export { lastSessionsJson, SessionJson } from './sessions.api.ts'
export { sessionRefusals } from './sessions.refusals.ts'
export { callOff, planSession, recordPlanned, recordSession, theSession } from './sessions.verbs.ts'
export { callOffWithThePlan } from './with-the-plan/called-off-with-the-plan.ts'
export { moveSession } from './moving/move-session.ts'
export { givenUnder } from './given-under.ts'
export { planSeries } from './plan-series.ts'
export { mayMeetAs } from './session.ts'
export { strikeSession } from './mending.verbs.ts'
export { shareable as shareableOfSessions } from './shareable/meetings-counted.ts'
export { sessionsRecords } from './sessions.records.ts'
export { erasesOfSessions } from './erasing.ts'
export { callOffAhead, callOffInPause, deliveredUnder, handOverSessions, nextMeetings, notesOf, ownHeldLately, sessionsBetween, sessionsWaiting, type NoteRow, type PlannedSession } from './sessions.queries.ts'
export { sessionFiles } from './import-sessions.ts'
export { plansWithoutAMeeting, type WithoutAMeeting } from './without-a-meeting.ts'
export { unitDifferencesUnder } from './units/units.queries.ts'
export { differenceSaid } from './units/units-said.tsx'
export { reasonName } from './units/unit-fields.tsx'
