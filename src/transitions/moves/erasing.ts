import type { Erasers } from '../../participants/index.ts'

/**
 * What this room erases. With the plan goes what was arranged for outside: who was named, what the person said of places, meetings, what was handed over. With everything else: where somebody went
 * and why, what they said of a recall, and that they came back. That an authority recalled them, or ordered monitoring, stays with the legal status.
 */
export const erasesOfMoves: Erasers = [
  ['plan', async (work, id, before) => {
    await work.db.deleteFrom('transition_owners').where('participant_id', '=', id).where('named_at', '<=', before).execute()
    await work.db.deleteFrom('transition_links').where('participant_id', '=', id).where('told_at', '<=', before).execute()
    await work.db.deleteFrom('transition_maintenance').where('participant_id', '=', id).where('arranged_at', '<=', before).execute()
    await work.db.deleteFrom('transition_hand_overs').where('participant_id', '=', id).where('handed_at', '<=', before).execute()
  }],
  ['everything-else', async (work, id, before) => {
    await work.db.deleteFrom('unit_transfers').where('participant_id', '=', id).where('announced_at', '<=', before).execute()
    await work.db.deleteFrom('recall_answers').where('participant_id', '=', id).where('said_at', '<=', before).execute()
    await work.db.deleteFrom('re_entries').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
  }],
]
