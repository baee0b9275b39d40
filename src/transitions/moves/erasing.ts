import type { Erasers } from '../../participants/index.ts'

/** What this room erases with everything else: where somebody went and why, what they said of a recall, and that they came back. That an authority recalled them stays with the legal status. */
export const erasesOfMoves: Erasers = [['everything-else', async (work, id, before) => {
  await work.db.deleteFrom('unit_transfers').where('participant_id', '=', id).where('announced_at', '<=', before).execute()
  await work.db.deleteFrom('recall_answers').where('participant_id', '=', id).where('said_at', '<=', before).execute()
  await work.db.deleteFrom('re_entries').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
}]]
