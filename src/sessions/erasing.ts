import type { Erasers } from '../participants/index.ts'

/** What this room erases. A session goes whole where its notes and measures go too; else when it was stays, as the frame of what is kept: the policies see to it. */
export const erasesOfSessions: Erasers = [
  ['notes', async (work, id, before) => {
    await work.db.deleteFrom('facilitator_notes').where('participant_id', '=', id).where('written_at', '<=', before).execute()
    await work.db.deleteFrom('mentor_notes').where('participant_id', '=', id).where('written_at', '<=', before).execute()
  }],
  ['sessions', async (work, id, before) => {
    await work.db.deleteFrom('session_contents').where('participant_id', '=', id).where('written_at', '<=', before).execute()
    await work.db.deleteFrom('session_units').where('participant_id', '=', id).where('session_id', 'in', work.db.selectFrom('sessions').select('id').where('participant_id', '=', id).where('recorded_at', '<=', before)).execute()
    await work.db.deleteFrom('sessions').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
  }],
]
