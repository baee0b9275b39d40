import type { Given, RecordKind } from '../platform/record-kind.ts'

const ids = ({ id, publicId, participantId }: Given) => ({ id, public_id: publicId, participant_id: participantId })
const aPlace = ({ id, publicId }: Given) => ({ table: 'community_places', row: { id: id + 1, public_id: `${publicId}-place`, kind: 'work' } })

export const transitionsRecords: RecordKind[] = [
  { record: 'plan_dates', tables: [
  { name: 'transition_owners', row: (given) => ({ ...ids(given), place_id: given.id + 1, acknowledge_by: given.today, named_by: given.author.id, named_at: given.now }), after: (given) => [aPlace(given)] },
  { name: 'transition_links', row: (given) => ({ ...ids(given), place_id: given.id + 1, answer: 'agreed', told_by: given.author.id, told_at: given.now }), after: (given) => [aPlace(given)] },
  { name: 'transition_maintenance', row: (given) => ({ ...ids(given), colleague_id: given.someId, from_on: given.today, every_weeks: 2, meetings: 6, arranged_by: given.author.id, arranged_at: given.now }) },
  // To a colleague who is certainly not the one who hands over.
  { name: 'transition_hand_overs', row: (given) => ({ ...ids(given), to_id: given.id + 1, items: ['meetings'], acknowledge_by: given.today, handed_by: given.author.id, handed_at: given.now }),
    after: ({ id, publicId }) => [{ table: 'colleagues', row: { id: id + 1, public_id: `${publicId}-next`, name: 'The next worker', title: 'Mentor' } }] },
  ] },
  { record: 'restriction_and_monitoring', tables: [{ name: 'monitoring_orders', row: (given) => ({ ...ids(given), support_id: given.id + 1, from_on: given.today, until_on: given.today, says: 'A band at the ankle', authority: 'Court', recorded_by: given.author.id, recorded_at: given.now }),
    after: ({ id, publicId, participantId, someId, now }) => [{ table: 'colleagues', row: { id: id + 2, public_id: `${publicId}-mentor`, name: 'A mentor', title: 'Mentor' } },
      { table: 'assignments', row: { id: id + 1, public_id: `${publicId}-support`, colleague_id: id + 2, participant_id: participantId, role: 'mentor', from_at: now, made_by: someId } }] }] },
]
