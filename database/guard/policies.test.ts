import { expect, test } from 'vitest'
import { connectedAs } from '../testing/index.ts'
import { askedPerRow, joinsWideWithList, policiesNow, type PolicyRow } from './policy-text.ts'

async function policies(): Promise<PolicyRow[]> {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<PolicyRow>(policiesNow)
  await superuser.end()
  return rows
}

test('it asks each question once a statement, never once a row', async () => {
  const found = (await policies()).flatMap(({ table, policy, using, check }) => askedPerRow(`${using ?? ''} ; ${check ?? ''}`).map((name) => `${table}.${policy}: ${name}`))
  expect(found).toEqual([])
})

test('it never joins a wide condition and a list of people by "or"', async () => {
  const found = (await policies()).filter(({ using, check }) => [using, check].some((text) => text !== null && joinsWideWithList(text)))
  expect(found.map(({ table, policy }) => `${table}.${policy}`)).toEqual([])
})

test('it gives everybody no policy, and web and the evaluator none on tables about people', async () => {
  const found = (await policies()).filter(({ roles }) => roles.some((role) => ['public', 'waymark_test_web'].includes(role)))
  expect(found.map(({ policy }) => policy)).toEqual([])
})

test('it gives the owner reading for its questions, and of a person nothing to write but that sessions are called off by a stop and go over to another colleague with what they were planned for, and that whoever opened what is struck is told, that what a referral told comes over unconfirmed, that an erasure was carried out, that somebody is named to sit in, follows the session, or not any more, that the next unit has taken somebody over, that a study gets its key, that what a password made ends with it, that an erased referral leaves prints, and that a plan\'s parts are locked', async () => {
  const writes = (await policies()).filter(({ roles, verb }) => roles.includes('waymark_test_owner') && verb !== 'SELECT')
  expect(writes.map(({ table, policy }) => `${table}.${policy}`)).toEqual(['appointment_feeds.appointment_feeds_ended_by_owner', 'date_secrets.date_secrets_made_by_owner', 'deliveries_counted.deliveries_counted_owner', 'delivery_cells.delivery_cells_owner', 'delivery_workers_told.delivery_workers_told_owner', 'deployments.deployments_owner', 'drafts.drafts_owner', 'erasure_decisions.erasure_decisions_carried_out', 'legal_statuses.legal_statuses_carried_over', 'log_seals.log_seals_owner_writes', 'migrations.migrations_owner', 'named_readings.named_readings_ended_by_owner', 'named_readings.named_readings_followed_by_owner', 'observations.observations_changed_by_owner', 'observations.observations_followed_by_owner', 'observations.observations_named_by_owner', 'participants.participants_moved_by_owner', 'plan_drawn_starts.plan_drawn_starts_made_by_owner', 'plan_units.plan_units_locked_by_owner', 'referral_secrets.referral_secrets_owner', 'referrals_gone.referrals_gone_owner', 'releases.releases_carried_over', 'rights.rights_owner', 'session_months.session_months_owner', 'session_months_counted.session_months_counted_owner', 'session_months_together.session_months_together_owner', 'session_units.session_units_handed_over', 'sessions.sessions_changed_by_owner', 'set_aside_notices.set_aside_notices_written_by_owner', 'sign_ins.sign_ins_owner_notes', 'study_enrolments.study_enrolments_made_by_owner', 'study_keys.study_keys_made_by_owner', 'tokens.tokens_ended_by_owner', 'unit_transfers.unit_transfers_taken_by_owner'])
})

test('it knows a question per row and an "or" when it sees one', () => {
  expect(askedPerRow(`participant_id = ANY (people_for('agreement'::text, 'read'::text, 'team'::text))`)).toEqual(['people_for'])
  expect(askedPerRow(`(participant_id = ANY (( SELECT people_for('agreement'::text, 'read'::text, 'team'::text) AS people_for)))`)).toEqual([])
  expect(joinsWideWithList(`(( SELECT has_right('x'::text) AS has_right) OR (participant_id = ANY (( SELECT people_for('x'::text) AS people_for))))`)).toBe(true)
  expect(joinsWideWithList(`((supervisor_id = ( SELECT actor_id() AS actor_id)) OR (colleague_id = ( SELECT actor_id() AS actor_id)))`)).toBe(false)
  expect(joinsWideWithList(`((kind = 'participant'::text) AND (participant_id = ANY (( SELECT people_for('x'::text) AS people_for))))`)).toBe(false)
})
