import { colleagueId } from './become.ts'
import { freshId, put } from './superuser.ts'

/** A goal in force with its five levels, for tests; of a plan of its own that ends later, since only one may be open. Returns its ids. */
export async function aGoal(person: { id: number }, { title = 'A room of his own', from = '2026-11-01', until = '2027-02-01' } = {}): Promise<{ id: number, publicId: string }> {
  const [planId, id, writtenBy] = [await freshId(), await freshId(), await colleagueId('Amira')]
  const publicId = `goal-${id}`
  await put('programme_versions', { programme: 'for-measures', version: 1, hash: '', definition: '', kept_at: '2026-11-01T09:00:00Z' }, { unlessThere: true })
  await put('plans', { id: planId, public_id: `plan-${planId}`, participant_id: person.id, programme: 'for-measures', version: 1, state: 'ended', ended_on: '2027-12-31', ending: 'completed', begins_on: from, made_by: writtenBy, made_at: '2026-11-01T09:00:00Z' })
  await put('goals', { id, public_id: publicId, participant_id: person.id, plan_id: planId, title, from_on: from, until_on: until, written_by: writtenBy, written_at: '2026-11-01T09:00:00Z' })
  for (const level of [2, 1, 0, -1, -2]) await put('goal_levels', { id: await freshId(), goal_id: id, participant_id: person.id, level, sentence: `Level ${level} of ${title}` })
  return { id, publicId }
}
