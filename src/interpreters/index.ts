import { page as ownPages } from './own-interpreters.pages.tsx'
import { page as casework } from './interpreters.pages.tsx'
import type { Erasers } from '../participants/index.ts'

export { ownInterpretersPage } from './addresses.ts'
export { interpretersDue, interpretersGlance, interpretersInTheRoom } from './interpreters.desk.tsx'
export { interpretersRecords } from './interpreters.records.ts'
export { interpreterRefusals } from './interpreters.refusals.ts'
export { addInterpreter } from './interpreters.verbs.ts'

/** The directory, who is booked for a person, and the person's own page. */
export const interpreterPages = { doors: [...casework.doors, ...ownPages.doors] }

/** Who interpreted, who was not wanted and whether a talk was offered go with everything else about the person. */
export const erasesOfInterpreters: Erasers = [['everything-else', async (work, id, before) => {
  await work.db.deleteFrom('interpreter_debriefs').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
  await work.db.deleteFrom('interpreter_refusals').where('participant_id', '=', id).where('said_at', '<=', before).execute()
  await work.db.deleteFrom('interpreter_bookings').where('participant_id', '=', id).where('booked_at', '<=', before).execute()
}]]
