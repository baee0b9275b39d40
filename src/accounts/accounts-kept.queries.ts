import { sql } from 'kysely'
import type { Work } from '../platform/work.ts'

const seen = ['id', 'public_id', 'username', 'kind', 'is_open', 'has_codes', 'made_at'] as const

/** The open account of a participant, for whoever keeps it at the desk. */
export function accountOfParticipant(work: Work, participantId: number) {
  return work.db.selectFrom('accounts').select([...seen, 'participant_id']).where('kind', '=', 'participant').where('participant_id', '=', participantId).where('closed_at', 'is', null).executeTakeFirst()
}

/** The open account of a colleague, for the administrator. */
export function accountOfColleague(work: Work, colleagueId: number) {
  return work.db.selectFrom('accounts').select(seen).where('kind', '=', 'colleague').where('colleague_id', '=', colleagueId).where('closed_at', 'is', null).executeTakeFirst()
}

/** Whether the actor keeps the account of the person this is about: coordinator or case manager of their team. */
export async function keepsAccountOf(work: Work, participantId: number): Promise<boolean> {
  const { rows: [row] } = await sql<{ keeps: boolean }>`select ${participantId} = any (people_for('identity_name', 'write', 'team')) as keeps`.execute(work.db)
  return row?.keeps ?? false
}

export async function closeAccount(work: Work, id: number): Promise<void> {
  await work.db.updateTable('accounts').set({ closed_at: work.now }).where('id', '=', id).where('closed_at', 'is', null).execute()
}
