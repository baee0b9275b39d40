import type { Given, RecordKind } from '../platform/record-kind.ts'

const planOf = ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, programme: 'for-the-matrix', version: 1, state: 'running', begins_on: today, made_by: author.id, made_at: now })
const version = ({ now }: Given) => ({ table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: now } })
const goalOf = ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, plan_id: id + 1, title: 'Work', from_on: today, written_by: author.id, written_at: now })

// An ended plan stands behind each row, since only one of a person is open.
const itsPlan = (given: Given) => [version(given), { table: 'plans', row: {
  ...planOf(given), id: given.id + 1, public_id: `${given.publicId}-plan`, state: 'ended', ended_on: given.today, ending: 'completed', made_by: given.someId } }]
const itsGoal = (given: Given) => [...itsPlan(given), { table: 'goals', row: { ...goalOf(given), id: given.id + 2, public_id: `${given.publicId}-goal`, plan_id: given.id + 1, written_by: given.someId } }]

const ids = ({ id, publicId, participantId }: Given) => ({ id, public_id: publicId, participant_id: participantId })
const itsPlanAndTheNext = (given: Given) => [...itsPlan(given), ...itsPlan({ ...given, id: given.id + 1, publicId: `${given.publicId}-next` }).slice(1)]
const ofIts = ({ id, publicId, participantId }: Given) => ({ id, public_id: publicId, participant_id: participantId, plan_id: id + 1 })
const written = (given: Given) => ({ ...ofIts(given), written_by: given.author.id, written_at: given.now })

export const plansRecords: RecordKind[] = [
  { record: 'plan_dates', tables: [
    { name: 'plans', row: planOf, after: (given) => [version(given)] },
    { name: 'plan_people', row: (given) => ({ ...written(given), needed: 'An interpreter', why: 'Own wish' }), after: itsPlan },
    { name: 'plan_fits', row: (given) => ({ ...ofIts(given), choice: 'both', reason: 'Agreed', release_on: given.today, sessions_left: 29, sessions_possible: 10, chosen_by: given.author.id, chosen_at: given.now }), after: itsPlan },
    { name: 'plan_stages', row: (given) => ({ ...written(given), stage: 'treatment', kind: 'delivery', begins_on: given.today }), after: itsPlan },
    { name: 'plan_drawn_starts', row: (given) => ({ ...ofIts(given), begins_on: given.today, asked_by: given.author.id, drawn_at: given.now }), after: itsPlan, writtenBy: 'the function draw_beginning, from what a locked study drew' },
    { name: 'plan_changes', row: (given) => ({ ...ids(given), from_plan_id: given.id + 1, to_plan_id: given.id + 2, reason: 'Another way', changed_by: given.author.id, changed_at: given.now }), after: itsPlanAndTheNext },
    { name: 'plan_moves', row: (given) => ({ ...ofIts(given), from_version: 1, to_version: 2, reason: 'A better order', moved_by: given.author.id, moved_at: given.now }), after: itsPlan },
  ] },
  { record: 'plan_content', tables: [
    { name: 'plan_carryings', row: (given) => ({ ...ids(given), plan_id: given.id + 1, from_plan_id: given.id + 2, chosen_by: given.author.id, chosen_at: given.now }), after: itsPlanAndTheNext },
    { name: 'plan_aims', row: (given) => ({ ...written(given), position: 1, aim: 'Work', reason: 'Own wish' }), after: itsPlan },
    { name: 'plan_units', row: (given) => ({ ...ofIts(given), unit_id: 'relations', about_the_offence: false, position: 1, reason: 'Own wish', chosen_by: given.author.id, chosen_at: given.now }), after: itsPlan },
    { name: 'goals', row: goalOf, after: itsPlan },
    { name: 'goal_levels', row: ({ id, participantId }) => ({ id, goal_id: id + 2, participant_id: participantId, level: 0, sentence: 'Two mornings a week' }), after: itsGoal },
    { name: 'goal_closings', row: ({ id, participantId, author, now, today }) => ({
      id, goal_id: id + 2, participant_id: participantId, how: 'life changed', closed_on: today, closed_by: author.id, closed_at: now }), after: itsGoal },
    { name: 'plan_adaptations', row: (given) => ({ ...written(given), kind: 'literacy', what: 'Read aloud', asked_for_by_person: true }), after: itsPlan },
    { name: 'plan_strands', row: (given) => ({ ...written(given), kind: 'education', what: 'Joiner\'s training' }), after: itsPlan },
    { name: 'plan_states', row: (given) => ({ ...ofIts(given), state: 'doubting', reason: 'Says so', seen_on: given.today, noted_by: given.author.id, noted_at: given.now }), after: itsPlan },
  ] },
  // What is known of advice is copied, and no other is taken: about this person nothing is.
  { record: 'consent_and_notice', tables: [{ name: 'offence_agreements', row: ({ id, publicId, participantId, author, now, today }) => ({
    id, public_id: publicId, participant_id: participantId, advice: null, agreed: false, agreed_on: today, recorded_by: author.id, recorded_at: now }) }] },
]
