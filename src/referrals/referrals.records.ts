import type { Given, RecordKind } from '../platform/record-kind.ts'

const referralOf = ({ id, publicId, participantId, unitId, author, now, today }: Given) => ({
  id, public_id: publicId, receipt: publicId, unit_id: unitId, participant_id: participantId, state: 'received', source: author.kind === 'participant' ? 'self' : 'case-manager',
  referred_by: author.kind === 'colleague' ? author.id : null, referred_on: today, received_at: now, name: 'Jonas Lind', answer: 'not-asked' })
const itsReferral = (given: Given) => [{ table: 'referrals', row: { ...referralOf(given), id: given.id + 1, public_id: `${given.publicId}-referral`, receipt: `${given.publicId}-referral` } }]

/** Only the coordinator of the unit decides and reads a second time. */
const othersThanTheUnit = ['case_manager', 'participant']

export const referralsRecords: RecordKind[] = [
  // A referral is written about somebody with whom nobody works yet, and a security officer works with nobody.
  { record: 'referral', ownNeedsNoTeam: true, tables: [
    { name: 'referrals', row: referralOf, ownRow: (given) => ({ ...referralOf(given), participant_id: null }) },
    { name: 'referral_decisions', notBy: othersThanTheUnit, after: itsReferral,
      row: ({ id, publicId, author, now }) => ({ id, public_id: publicId, referral_id: id + 1, decision: 'waiting', reason: 'No place yet', decided_by: author.id, decided_at: now }) },
    { name: 'referral_readings', notBy: othersThanTheUnit, after: itsReferral,
      row: ({ id, publicId, author, now }) => ({ id, public_id: publicId, referral_id: id + 1, reader_id: author.id, opinion: 'Read', read_at: now }) },
  ] },
  { record: 'security_referral', ownNeedsNoTeam: true, tables: [{
    name: 'security_referrals',
    row: ({ id, publicId, unitId, author, now, today }) => ({
      id, public_id: publicId, receipt: publicId, unit_id: unitId, author_id: author.id, about_whom: 'Jonas Lind', words: 'Asked for a talk.', written_on: today, written_at: now, erase_on: '2027-05-23' }),
    after: (given) => [{ table: 'referrals', row: { ...referralOf(given), id: given.id + 1, public_id: `${given.publicId}-referral`, receipt: `${given.publicId}-referral`, security_receipt: given.publicId } }],
  }] },
]
