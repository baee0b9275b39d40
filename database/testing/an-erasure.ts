import { colleagueId } from './become.ts'
import { freshId, put } from './superuser.ts'

type Erasure = { answeredAt: string, items: readonly string[], carriedOutAt?: string }

/** An answered request of a person: these items are to be erased, and were where it says so. What lies in other rooms is left to their own jobs. */
export async function anErasure(participantId: number, { answeredAt, items, carriedOutAt }: Erasure): Promise<number> {
  const [id, kai] = [await freshId(), await colleagueId('Kai')]
  const answeredOn = answeredAt.slice(0, 10)
  await put('erasure_requests', { id, public_id: `erasure-${id}`, participant_id: participantId, cause: 'asked', own_words: '', asked_on: '2026-01-01', answer_by: '2027-01-01', asked_by_kind: 'participant', asked_by: participantId, answered_at: answeredAt, erase_on: answeredOn })
  for (const item of items) {
    await put('erasure_decisions', { id: await freshId(), public_id: `erasure-${id}-${item}`, request_id: id, item, decision: 'erase', grounds: 'Asked for.', decided_by: kai, decided_at: answeredAt, ...(carriedOutAt && { carried_out_at: carriedOutAt }) })
  }
  return id
}
