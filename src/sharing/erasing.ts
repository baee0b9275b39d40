import type { Erasers } from '../participants/index.ts'

/** What this room erases, with everything else: a statement and all that hangs on it. That something was told stands in the log for as long as the log is kept. */
export const erasesOfSharing: Erasers = [
  ['everything-else', async (work, id, before) => { await work.db.deleteFrom('disclosure_statements').where('participant_id', '=', id).where('recorded_at', '<=', before).execute() }],
]
