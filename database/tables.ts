/**
 * Made by `npm run tables` from the migrations.
 * Please do not edit it manually.
 */

import type { ColumnType } from 'kysely'
import type { Day, Instant } from '../src/platform/day.ts'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Numeric = ColumnType<string, number | string, number | string>;

export interface AccessLog {
  actor_id: number;
  actor_kind: string;
  actor_name: string;
  actor_roles: string[];
  at: Instant;
  door: string;
  id: number;
  object_ids: Generated<string[]>;
  operation: string;
  participant_ids: number[];
  purpose: string;
  recipient: string | null;
  record: string;
  request_id: string;
  shape: string;
  token_id: number | null;
}

export interface AccessNeeds {
  as_sent: Generated<string>;
  languages: Generated<string[]>;
  literacy: Generated<string>;
  mobility: Generated<string>;
  needs_interpreter: Generated<boolean>;
  participant_id: number;
}

export interface Accounts {
  closed_at: Instant | null;
  code_last_step: number | null;
  code_secret: string | null;
  colleague_id: number | null;
  has_codes: Generated<boolean | null>;
  id: number;
  is_open: Generated<boolean | null>;
  kind: string;
  language: Generated<string>;
  made_at: Instant;
  participant_id: number | null;
  password_hash: string | null;
  public_id: string;
  username: string;
}

export interface AgreedReadings {
  from_at: Instant;
  id: number;
  participant_id: number;
  public_id: string;
  record: string;
  /**
   * The colleague who wrote down what the person agreed to; none where the person did it themself.
   */
  recorded_by: number | null;
  role: string;
  withdrawn_at: Instant | null;
}

export interface AgreementClauses {
  id: number;
  participant_id: number;
  place: number;
  text: string;
  version_id: number;
}

export interface AgreementParties {
  colleague_id: number | null;
  id: number;
  participant_id: number;
  role: string;
  version_id: number;
}

export interface AgreementReviews {
  agreement_id: number;
  held_on: Day;
  id: number;
  next: string;
  note: Generated<string>;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  recorded_by: number;
  revision: number;
  version_id: number;
}

export interface Agreements {
  ended_at: Instant | null;
  ended_by: number | null;
  ended_on: Day | null;
  ended_reason: string | null;
  ended_word: string | null;
  id: number;
  participant_id: number;
  programme: string | null;
  programme_version: number | null;
  proposed_on: Day;
  public_id: string;
  purpose: string;
  review_months: number;
  revision: Generated<number>;
}

export interface AgreementSignatures {
  answer: string;
  answered_on: Day;
  own_words: Generated<string>;
  participant_id: number;
  party_id: number;
  recorded_at: Instant;
  recorded_by: number;
  recorded_by_kind: string;
  seen_by: Generated<string>;
  way: string;
}

export interface AgreementVersions {
  agreement_id: number;
  id: number;
  number: number;
  participant_id: number;
  proposed_at: Instant;
  proposed_by: number;
  proposed_on: Day;
  reason: Generated<string>;
  revision: number;
}

export interface AppointmentFeeds {
  colleague_id: number;
  ended_at: Instant | null;
  expires_at: Instant;
  id: number;
  made_at: Instant;
  public_id: string;
  token_hash: string;
}

export interface Appointments {
  colleague_id: number;
  from_at: Instant;
  id: number;
  made_by: number | null;
  public_id: string;
  role: string;
  unit_id: number | null;
  until_at: Instant | null;
}

export interface AssessorAnswers {
  answer: string;
  asked: string;
  id: number;
  participant_id: number;
  programme: string;
  public_id: string;
  rule_id: string;
  said_by: string;
  seen_on: Day;
  version: number;
  words: Generated<string>;
  written_at: Instant;
  written_by: number;
}

export interface Assignments {
  colleague_id: number;
  covers_id: number | null;
  from_at: Instant;
  id: number;
  made_by: number;
  participant_id: number;
  public_id: string;
  role: string;
  until_at: Instant | null;
}

export interface Attempts {
  at: Instant;
  id: number;
  kind: string;
  subject: string;
}

export interface BreakGlasses {
  colleague_id: number;
  from_at: Instant;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  review_found: string | null;
  review_words: Generated<string>;
  reviewed_at: Instant | null;
  reviewed_by: number | null;
  role: string;
  until_at: Instant;
}

export interface Certificates {
  colleague_id: number;
  entered_at: Instant;
  entered_by: number | null;
  equivalent_why: string | null;
  expires_on: Day | null;
  id: number;
  issued_on: Day;
  issuer: string;
  programme: string;
  programme_role: string;
  public_id: string;
  title: string;
  withdrawn_by: number | null;
  withdrawn_on: Day | null;
  withdrawn_why: string | null;
}

export interface ClauseOutcomes {
  clause_id: number;
  outcome: string;
  participant_id: number;
  reason: Generated<string>;
  review_id: number;
}

export interface ClosingAgreements {
  ended_on: Day | null;
  id: number;
  participant_id: number;
  place: number;
  purpose: string | null;
  report_id: number;
  reviews: number | null;
  said: string | null;
  signed_on: Day | null;
}

export interface ClosingAnswers {
  answer: string;
  id: number;
  participant_id: number;
  public_id: string;
  recorded_by: number;
  recorded_by_kind: string;
  report_id: number;
  said_at: Instant;
  words: Generated<string>;
}

export interface ClosingDoses {
  held: number;
  id: number;
  minutes: number;
  participant_id: number;
  report_id: number;
  said: string;
  written_by: number;
}

export interface ClosingGoals {
  by_person: number | null;
  by_person_says: string | null;
  by_worker: number | null;
  by_worker_says: string | null;
  id: number;
  participant_id: number;
  place: number;
  report_id: number;
  said: string | null;
  title: string | null;
}

export interface ClosingReports {
  follower: string | null;
  id: number;
  meetings_count: number | null;
  meetings_every_weeks: number | null;
  meetings_from_on: Day | null;
  meetings_with: string | null;
  number: number;
  participant_id: number;
  places: string[];
  plan_id: number;
  public_id: string;
  said_after: string;
  said_follows: string;
  said_places: string;
  said_programme: string;
  written_at: Instant;
  written_by: number;
}

export interface ClosingSignatures {
  as_role: string;
  id: number;
  participant_id: number;
  report_id: number;
  signed_at: Instant;
  signed_by: number;
}

export interface ClosingUnits {
  id: number;
  name: string | null;
  participant_id: number;
  place: number;
  plain: string | null;
  report_id: number;
  said: string | null;
  sessions: number | null;
  written_by: number;
}

export interface CodeConsensus {
  author_id: number;
  codes: number[];
  confirmed_at: Instant | null;
  confirmed_by: number | null;
  domains: string[];
  id: number;
  participant_id: number;
  proposed_at: Instant;
  public_id: string;
  reason: string;
  session_id: number;
}

export interface CodingFrames {
  domains: string[];
  frame: string;
  kept_at: Instant;
  titles: string[];
  version: number;
}

export interface Codings {
  author_id: number;
  codes: number[];
  domains: string[];
  frame: string;
  frame_version: number;
  id: number;
  locked_at: Instant;
  participant_id: number;
  place: number;
  public_id: string;
  session_id: number;
}

export interface ColleagueLanguages {
  colleague_id: number;
  id: number;
  language: string;
}

export interface Colleagues {
  id: number;
  left_on: Day | null;
  name: string;
  public_id: string;
  title: Generated<string>;
  unit_id: number | null;
}

export interface ColumnMappings {
  fingerprint: string;
  id: number;
  kind: string;
  mapping: unknown;
  saved_at: Instant;
  saved_by: number;
}

export interface CommunityPlaceFacts {
  address: Generated<string>;
  area: string;
  id: number;
  name: string;
  offers: string;
  place_id: number;
  reach: string;
  revision: number;
  told_at: Instant;
  told_by: number;
}

export interface CommunityPlaces {
  closed_by: number | null;
  closed_on: Day | null;
  closed_why: string | null;
  id: number;
  kind: string;
  public_id: string;
  revision: Generated<number>;
}

export interface ComplaintAnswers {
  answered_at: Instant;
  answered_by: number;
  answered_on: Day;
  complaint_id: number;
  outcome: string;
  participant_id: number;
  words: string;
}

export interface Complaints {
  answer_by: Day;
  forwarded_at: Instant | null;
  forwarded_to: number | null;
  forwarded_why: string | null;
  id: number;
  kind: string;
  number: string;
  participant_id: number;
  public_id: string;
  raised_at: Instant;
  raised_on: Day;
  reach: Generated<string>;
  recorded_by: number;
  recorded_by_kind: string;
  subject: string;
  way: string;
  words: string;
}

export interface ComplaintsTakenBack {
  complaint_id: number;
  participant_id: number;
  recorded_by: number;
  recorded_by_kind: string;
  taken_back_at: Instant;
  taken_back_on: Day;
  words: Generated<string>;
}

export interface ComplaintTerms {
  days: number;
  kind: string;
  set_at: Instant;
  set_by: number;
  source: string;
}

export interface Consents {
  answer: string;
  answered_on: Day;
  id: number;
  language: string;
  notice_language: Generated<string>;
  notice_version: string;
  participant_id: number;
  public_id: string;
  purpose: string;
  recorded_at: Instant;
  recorded_by: number;
  way: string;
}

export interface CrisisCards {
  for_everybody: Generated<string>;
  id: Generated<number>;
  on_against: Generated<string>;
  on_child: Generated<string>;
  on_duty_here: Generated<string>;
  on_self_harm: Generated<string>;
  on_threat: Generated<string>;
  outing_days: Generated<number>;
  revision: Generated<number>;
}

export interface CrisisNumbers {
  for_everybody: boolean;
  id: number;
  label: string;
  note: Generated<string>;
  number: string;
  place: number;
}

export interface DateSecrets {
  id: Generated<number>;
  secret: string;
}

export interface DaysAway {
  colleague_id: number;
  from_on: Day;
  id: number;
  public_id: string;
  until_on: Day;
}

export interface DeliveriesCounted {
  counted_at: Instant;
  from_on: Day;
  id: Generated<number>;
}

export interface DeliveryCells {
  outcomes: string[];
  programme: string;
  quarters: ArrayType<Day>;
  sessions: number | null;
}

export interface DeliveryWorkersTold {
  least: number;
  most: number | null;
  people: number;
  programme: string;
}

export interface Deployments {
  at: Instant;
  hash: string;
  id: Generated<number>;
}

export interface Desks {
  closed_at: Instant | null;
  code_hash: string;
  ends_at: Instant;
  id: number;
  opened_at: Instant;
  opened_by: number;
  place: string;
  public_id: string;
  unit_id: number;
}

export interface DeskUses {
  at: Instant;
  desk_id: number | null;
  from_hash: string;
  id: number;
  kind: string;
}

export interface DisclosureComments {
  answer: string;
  id: number;
  participant_id: number;
  public_id: string;
  said_at: Instant;
  said_by: number;
  said_by_kind: string;
  statement_id: number;
  words: Generated<string>;
}

export interface DisclosureDecisions {
  decided_at: Instant;
  decided_by: number;
  decision: string;
  id: number;
  package_id: number;
  participant_id: number;
  prepared_by: number;
  statement_id: number;
  words: string;
}

export interface DisclosureErrors {
  found_at: Instant;
  found_by: number;
  id: number;
  participant_id: number;
  receipt_id: number;
  statement_id: number;
  words: string;
}

export interface DisclosurePackages {
  agreed_words: string;
  asks: string;
  body: string;
  comment: string;
  ended_by_own_wish: boolean;
  ending_asked: boolean;
  hash: string;
  id: number;
  language: string;
  meetings_held: number | null;
  meetings_offered: number | null;
  meetings_service: number | null;
  number: string;
  participant_id: number;
  pdf: Buffer;
  prepared_at: Instant;
  prepared_by: number;
  public_id: string;
  report_asked: boolean;
  rule_id: number;
  statement_id: number;
  took_part_from: Day;
  took_part_until: Day | null;
  usable_until: Day;
}

export interface DisclosureRecalls {
  id: number;
  participant_id: number;
  reason: string;
  recalled_at: Instant;
  recalled_by: number;
  recalled_on: Day;
  receipt_id: number;
  statement_id: number;
}

export interface DisclosureReceipts {
  decision: string;
  handed_at: Instant;
  handed_by: number;
  handed_on: Day;
  hash: string;
  id: number;
  number: string;
  package_id: number;
  participant_id: number;
  public_id: string;
  statement_id: number;
  usable_until: Day;
  way: string;
}

export interface DisclosureRefusals {
  id: number;
  participant_id: number;
  reason: string;
  refused_at: Instant;
  refused_by: number;
  statement_id: number;
}

export interface DisclosureStatements {
  answer_by: Day | null;
  asked_by: string;
  asked_on: Day;
  authority: string;
  basis: string;
  id: number;
  items: string[];
  necessity: string;
  participant_id: number;
  public_id: string;
  purpose: string;
  recipient_function: string;
  recipient_kind: string;
  recorded_at: Instant;
  recorded_by: number;
  reference: string;
}

export interface DisclosureTellings {
  cause: string;
  decided_at: Instant;
  decided_by: number;
  decided_on: Day;
  decision: string;
  held_now: number | null;
  id: number;
  offered_now: number | null;
  participant_id: number;
  receipt_id: number;
  service_now: number | null;
  /**
   * When it happened: the stop, the mistake that was found, or the end of the last day on which the report could be used.
   */
  since_at: Instant | null;
  statement_id: number;
  words: string;
}

export interface Drafts {
  expires_at: Instant;
  fields: unknown;
  form: string;
  id: number;
  owner_id: number;
  owner_kind: string;
  saved_at: Instant;
}

export interface DutyEntries {
  colleague_id: number;
  id: number;
  minutes: number;
  place: number;
  public_id: string;
  shown_to_everybody: Generated<boolean>;
}

export interface EligibilityAnswers {
  answer: string;
  asked: string;
  id: number;
  participant_id: number;
  programme: string;
  public_id: string;
  rule_id: string;
  said_by: string;
  seen_on: Day;
  version: number;
  words: Generated<string>;
  written_at: Instant;
  written_by: number;
}

export interface ErasureDecisions {
  /**
   * When it was done. What was erased is nowhere any more; that it was, and on which grounds, stays.
   */
  carried_out_at: Instant | null;
  decided_at: Instant;
  decided_by: number;
  decision: string;
  grounds: string;
  id: number;
  item: string;
  public_id: string;
  request_id: number;
}

export interface ErasureRequests {
  answer_by: Day;
  answered_at: Instant | null;
  asked_by: number;
  asked_by_kind: string;
  asked_on: Day;
  cause: string;
  /**
   * The day on which what was decided to be erased is erased: some days after the answer, so that the person can read it and object.
   */
  erase_on: Day | null;
  id: number;
  own_words: Generated<string>;
  participant_id: number;
  public_id: string;
}

export interface EvaluationCodes {
  agreed: number | null;
  domain: string | null;
  first: number | null;
  held_on: Day | null;
  is_agreed: boolean | null;
  person: string | null;
  second: number | null;
}

export interface EvaluationEligibility {
  asked_on: Day | null;
  despite: boolean | null;
  person: string | null;
}

export interface EvaluationMeasures {
  highest: number | null;
  kind: string | null;
  lowest: number | null;
  measured_on: Day | null;
  missing: string | null;
  person: string | null;
  phase: string | null;
  said_by: string | null;
  series: string | null;
  value: number | null;
}

export interface EvaluationPlans {
  begins_on: Day | null;
  ended_on: Day | null;
  ending: string | null;
  followed_until: Day | null;
  person: string | null;
  state: string | null;
}

export interface EvaluationReferrals {
  answer: string | null;
  decided_on: Day | null;
  followed_until: Day | null;
  person: string | null;
  referred_on: Day | null;
  state: string | null;
}

export interface EvaluationSessions {
  held_on: Day | null;
  minutes: number | null;
  person: string | null;
  state: string | null;
  units_as_planned: number | null;
  units_instead: number | null;
  units_planned: number | null;
  whose: string | null;
  whose_change: string | null;
}

export interface EvaluationStages {
  begins_on: Day | null;
  kind: string | null;
  person: string | null;
  stage: string | null;
}

export interface EvaluationStarts {
  drawn: number | null;
  drawn_on: Day | null;
  earliest: number | null;
  enrolled_on: Day | null;
  every_days: number | null;
  latest: number | null;
  person: string | null;
  place: number | null;
}

export interface ExerciseEntries {
  at_when: Generated<string>;
  author_id: number;
  exercise_id: number;
  id: number;
  on_day: Day | null;
  outcome: Generated<string>;
  part: string;
  participant_id: number;
  position: number;
  revision: number;
  weight: number | null;
  words: string;
}

export interface Exercises {
  about_the_offence: boolean;
  author_id: number;
  id: number;
  kind: string;
  made_on: Day;
  participant_id: number;
  programme: string;
  public_id: string;
  revision: Generated<number>;
  struck_at: Instant | null;
  struck_why: Generated<string>;
  unit_id: string | null;
  version: number;
  written_at: Instant;
}

export interface FacilitatorNotes {
  adds_to: number | null;
  author_id: number;
  id: number;
  note: string;
  participant_id: number;
  public_id: string;
  session_id: number;
  signed_at: Instant | null;
  written_at: Instant;
}

export interface FunctionalAdvice {
  author_id: number;
  ended_by: number | null;
  ended_on: Day | null;
  ended_why: string | null;
  id: number;
  participant_id: number;
  public_id: string;
  readers: string[];
  replaced_at: Instant | null;
  replaces_id: number | null;
  review_on: Day;
  taken_back_at: Instant | null;
  told: string;
  words: string;
  written_at: Instant;
}

export interface GoalClosings {
  closed_at: Instant;
  closed_by: number;
  closed_on: Day;
  goal_id: number;
  how: string;
  id: number;
  participant_id: number;
  words: Generated<string>;
}

export interface GoalLevels {
  goal_id: number;
  id: number;
  level: number;
  participant_id: number;
  sentence: string;
}

export interface Goals {
  /**
   * The goal of the plan before that this one goes on with.
   */
  carried_from_id: number | null;
  from_on: Day;
  id: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
  revision: Generated<number>;
  title: string;
  until_on: Day | null;
  written_at: Instant;
  written_by: number;
}

export interface IdempotencyKeys {
  answer: unknown | null;
  door: string;
  fingerprint: string;
  key: string;
  made_at: Instant;
  owner_id: number;
  owner_kind: string;
}

export interface IdentityMapLabels {
  at_when: Generated<string>;
  author_id: number;
  exercise_id: number;
  id: number;
  on_day: Day | null;
  outcome: Generated<string>;
  part: string;
  participant_id: number;
  position: number;
  revision: number;
  weight: number | null;
  words: string;
}

export interface IdentityMaps {
  about_the_offence: boolean;
  author_id: number;
  id: number;
  kind: string;
  made_on: Day;
  participant_id: number;
  programme: string;
  public_id: string;
  revision: Generated<number>;
  struck_at: Instant | null;
  struck_why: Generated<string>;
  unit_id: string | null;
  version: number;
  written_at: Instant;
}

export interface IdentityNames {
  meets_at: Generated<string>;
  name: string;
  participant_id: number;
}

export interface IdentityParticulars {
  address: Generated<string>;
  born_on: Day | null;
  contacts: Generated<string>;
  number: string | null;
  participant_id: number;
}

export interface ImportFiles {
  confirmed_at: Instant | null;
  confirming_at: Instant | null;
  expires_at: Instant;
  id: number;
  kind: string;
  left_out: number | null;
  mapping: unknown | null;
  name: string;
  owner_id: number;
  public_id: string;
  row_done: Generated<number>;
  rows: Generated<number>;
  seal: string | null;
  sent_at: Instant;
  size: number;
  stopped_by: string | null;
  survey: unknown;
  there_before: number | null;
  /**
   * How many rows were left out only because somebody they name is not known here yet. As long as there are any, the file is kept for a month, unread, and can be taken up again.
   */
  waiting: Generated<number>;
  written: number | null;
}

export interface ImportPieces {
  bytes: Buffer;
  file_id: number;
  place: number;
}

export interface IncidentAftercares {
  author_id: number;
  done_on: Day;
  id: number;
  incident_id: number;
  participant_id: number;
  recorded_at: Instant;
  what: string;
}

export interface IncidentAsks {
  answer_by: Instant | null;
  as_coordinator: boolean;
  asked_at: Instant | null;
  colleague_id: number;
  id: number;
  incident_id: number;
  minutes: number;
  place: number;
}

export interface IncidentCalls {
  answered_at: Instant | null;
  answered_by: number | null;
  author_id: number;
  incident_id: number;
  opened_at: Instant;
  public_id: string;
  takes_over: Generated<string>;
  told_last_at: Instant | null;
  unit_id: number | null;
}

export interface IncidentDebriefs {
  answer: string;
  answered_at: Instant;
  colleague_id: number;
  incident_id: number;
}

export interface Incidents {
  author_id: number;
  done: string;
  handed_at: Instant | null;
  handed_to: Generated<string>;
  happened_at: Instant;
  id: number;
  kind: string;
  participant_id: number | null;
  person_words: Generated<string>;
  public_id: string;
  recorded_at: Instant;
  words_said: string;
}

export interface IntegrityRatings {
  author_id: number;
  codes: number[];
  facilitator_id: number;
  id: number;
  items: string[];
  locked_at: Instant;
  participant_id: number;
  programme: string;
  public_id: string;
  rests_on_adherence: string;
  rests_on_competence: string;
  session_id: number;
  version: number;
}

export interface InterpreterBookings {
  booked_at: Instant;
  booked_by: number;
  cancelled_at: Instant | null;
  cancelled_by: number | null;
  cancelled_by_kind: string | null;
  cancelled_why: Generated<string>;
  from_at: Instant;
  how: string;
  id: number;
  interpreter_id: number;
  is_of_the_wing: boolean | null;
  is_prisoner: boolean;
  is_relative: boolean;
  is_security: boolean;
  language: string;
  participant_id: number;
  public_id: string;
  serves: string;
  session_id: number | null;
  unit_id: number | null;
  until_at: Instant;
}

export interface InterpreterDebriefs {
  answer: string;
  booking_id: number;
  held_on: Day;
  id: number;
  offered_by: number;
  participant_id: number;
  recorded_at: Instant;
}

export interface InterpreterRefusals {
  id: number;
  interpreter_id: number;
  participant_id: number;
  public_id: string;
  recorded_by: number;
  recorded_by_kind: string;
  said_at: Instant;
  taken_back_at: Instant | null;
}

export interface Interpreters {
  agency: Generated<string>;
  closed_by: number | null;
  closed_on: Day | null;
  closed_why: string | null;
  gender: string | null;
  id: number;
  languages: string[];
  name: string;
  public_id: string;
  reach: string;
  told_at: Instant;
  told_by: number;
}

export interface LegalAdvice {
  advised_on: Day;
  id: number;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  recorded_by: number;
  state: string;
  what_is_left_out: Generated<string>;
}

export interface LegalStatuses {
  as_told: Generated<boolean>;
  authority: string;
  /**
   * When the end of the status was recorded, where it was recorded after the beginning.
   */
  ended_at: Instant | null;
  from_on: Day;
  id: number;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  recorded_by: number;
  says: Generated<string>;
  source: string;
  status: string;
  /**
   * By whom a referral told it, of the day told_on, as a code, so that everybody reads it in their own language; a name, or a source of the service's own, stands in source.
   */
  told_from: string | null;
  told_on: Day | null;
  until_on: Day | null;
}

export interface LogSeals {
  day: Day;
  lines: number;
  seal: string;
  sealed_at: Instant;
}

export interface Measures {
  goal_id: number | null;
  /**
   * Of an imported rating: which of the person's goals it was in the file, in its order.
   */
  goal_place: number | null;
  highest: number | null;
  id: number;
  import_id: string | null;
  items: unknown | null;
  kind: string;
  lowest: number | null;
  measured_on: Day;
  missing: string | null;
  own_words: Generated<string>;
  participant_id: number;
  phase: string | null;
  public_id: string;
  question: Generated<string>;
  recorded_at: Instant;
  recorded_by: number;
  recorded_by_kind: string;
  revision: Generated<number>;
  /**
   * Of an imported row: its print, so that importing again doubles nothing.
   */
  row_key: string | null;
  said_by: string;
  /**
   * What is one line over time: the goal, the ruler, the scale, by the name it had when it was said.
   */
  series: string;
  session_id: number | null;
  taken_back_at: Instant | null;
  /**
   * Of a scale: the score as its authors define it (WHO-5: 0 to 100). Empty where it is missing, and then missing says why.
   */
  value: number | null;
  way: string;
}

export interface MentorNotes {
  adds_to: number | null;
  author_id: number;
  id: number;
  note: string;
  participant_id: number;
  public_id: string;
  session_id: number;
  signed_at: Instant | null;
  written_at: Instant;
}

export interface Migrations {
  at: Instant;
  hash: string;
  name: string;
}

export interface MonitoringOrders {
  authority: string;
  ended_on: Day | null;
  ended_why: string | null;
  from_on: Day;
  /**
   * Whether those who live with the person were asked and agree. Not asked: recorded before it was asked for.
   */
  household: Generated<string>;
  household_says: Generated<string>;
  id: number;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  recorded_by: number;
  /**
   * The day by which it is first looked at again. Nothing: recorded before it was asked for; three months after it began.
   */
  review_on: Day | null;
  says: string;
  support_id: number;
  until_on: Day;
}

export interface MonitoringReviews {
  finding: string;
  id: number;
  next_on: Day;
  order_id: number;
  own_words: Generated<string>;
  participant_id: number;
  public_id: string;
  reviewed_at: Instant;
  reviewed_by: number;
  words: string;
}

export interface NamedReadings {
  from_at: Instant;
  id: number;
  made_by: number;
  participant_id: number | null;
  public_id: string;
  reader_id: number;
  reason: string;
  record: string;
  role: string;
  until_at: Instant;
}

export interface Notices {
  easy_read: string;
  id: number;
  kind: string;
  language: string;
  made_at: Instant;
  made_by: number | null;
  public_id: string;
  spoken: Generated<string>;
  version: number;
  written: string;
}

export interface Observations {
  author_id: number;
  facilitator_id: number;
  id: number;
  named_at: Instant;
  named_by: number;
  participant_id: number;
  public_id: string;
  reason: string;
  session_id: number;
  until_at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_by: number | null;
  /**
   * Why the observation was taken back, by the observer or, before anything was rated, by whoever named them. What was rated in it stays and is not counted.
   */
  withdrawn_why: string | null;
}

export interface OffenceAgreements {
  advice: string | null;
  agreed: boolean;
  agreed_on: Day;
  id: number;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  recorded_by: number;
}

export interface OneTimeCodes {
  account_id: number;
  code_hash: string;
  ended_at: Instant | null;
  ends_codes: Generated<boolean>;
  expires_at: Instant;
  id: number;
  made_at: Instant;
  made_by: number;
  purpose: string;
  tries: Generated<number>;
  used_at: Instant | null;
}

export interface OpenedRequests {
  colleague_id: number;
  from_at: Instant;
  id: number;
  opened_by: number;
  participant_id: number;
  public_id: string;
  purpose: string;
  role: string;
  until_at: Instant;
}

export interface OutingAsks {
  answer_by: Instant | null;
  as_coordinator: boolean;
  asked_at: Instant | null;
  colleague_id: number;
  id: number;
  minutes: number;
  outing_id: number;
  place: number;
}

export interface Outings {
  announced_at: Instant;
  answered_at: Instant | null;
  answered_by: number | null;
  back_by: Instant;
  begins_at: Instant;
  called_off_at: Instant | null;
  colleague_id: number;
  done: Generated<string>;
  id: number;
  lookout_id: number;
  out_at: Instant | null;
  place: string;
  public_id: string;
  reach: string;
  returned_at: Instant | null;
  told_last_at: Instant | null;
}

export interface PaperCodes {
  code: string;
  paper_id: number;
  worker_id: number;
}

export interface Participants {
  id: number;
  made_at: Instant;
  public_id: string;
  revision: Generated<number>;
  state: string;
  state_since: Day;
  unit_id: number | null;
}

export interface ParticipationChanges {
  changed_at: Instant;
  changed_by: number;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  state: string;
}

export interface PersonalTimes {
  from_on: Day | null;
  from_time: string;
  id: number;
  participant_id: number;
  public_id: string;
  said_at: Instant;
  until_on: Day | null;
  until_time: string;
  weekday: number | null;
  what: Generated<string>;
}

export interface PersonWarnings {
  author_id: number;
  danger: string;
  how_soon: string;
  id: number;
  incident_id: number;
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  threatened: string;
  told_at: Instant;
  told_how: string;
  told_whom: string;
}

export interface PlanAdaptations {
  asked_for_by_person: boolean;
  /**
   * The adaptation of the plan before that this one goes on with.
   */
  carried_from_id: number | null;
  ended_at: Instant | null;
  id: number;
  kind: string;
  participant_id: number;
  plan_id: number;
  public_id: string;
  what: string;
  written_at: Instant;
  written_by: number;
}

export interface PlanAims {
  aim: string;
  /**
   * The aim of the plan before that this one goes on with.
   */
  carried_from_id: number | null;
  dropped_at: Instant | null;
  id: number;
  participant_id: number;
  plan_id: number;
  position: number;
  public_id: string;
  reason: string;
  /**
   * The state of the programme's definition to which the aim belongs; none: it holds wherever the person stands.
   */
  state: string | null;
  written_at: Instant;
  written_by: number;
}

export interface PlanCarryings {
  chosen_at: Instant;
  chosen_by: number;
  from_plan_id: number;
  id: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
}

export interface PlanChanges {
  changed_at: Instant;
  changed_by: number;
  from_plan_id: number;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  to_plan_id: number;
}

export interface PlanDrawnStarts {
  asked_by: number;
  begins_on: Day;
  drawn_at: Instant;
  id: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
}

export interface PlanFits {
  choice: string;
  chosen_at: Instant;
  chosen_by: number;
  id: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
  reason: string;
  release_on: Day;
  sessions_left: number;
  sessions_possible: number;
}

export interface PlanMoves {
  from_version: number;
  id: number;
  moved_at: Instant;
  moved_by: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
  reason: string;
  to_version: number;
}

export interface PlanPeople {
  ended_at: Instant | null;
  id: number;
  needed: string;
  participant_id: number;
  plan_id: number;
  public_id: string;
  why: string;
  written_at: Instant;
  written_by: number;
}

export interface Plans {
  begins_on: Day;
  ended_on: Day | null;
  ending: string | null;
  id: number;
  made_at: Instant;
  made_by: number;
  participant_id: number;
  programme: string;
  public_id: string;
  revision: Generated<number>;
  /**
   * The rhythm agreed with this person; nothing there: the programme's own, where it has one.
   */
  sessions_a_week: Numeric | null;
  state: string;
  version: number;
}

export interface PlanStages {
  begins_on: Day;
  id: number;
  kind: string;
  participant_id: number;
  plan_id: number;
  public_id: string;
  stage: string;
  taken_back_at: Instant | null;
  written_at: Instant;
  written_by: number;
}

export interface PlanStates {
  id: number;
  noted_at: Instant;
  noted_by: number;
  participant_id: number;
  plan_id: number;
  public_id: string;
  reason: string;
  seen_on: Day;
  state: string;
}

export interface PlanStrands {
  /**
   * The strand of the plan before that this one goes on with.
   */
  carried_from_id: number | null;
  ended_at: Instant | null;
  id: number;
  kind: string;
  participant_id: number;
  plan_id: number;
  public_id: string;
  what: string;
  written_at: Instant;
  written_by: number;
}

export interface PlanUnits {
  about_the_offence: boolean;
  chosen_at: Instant;
  chosen_by: number;
  done_on: Day | null;
  id: number;
  participant_id: number;
  plan_id: number;
  position: number | null;
  public_id: string;
  reason: string;
  replaced_at: Instant | null;
  unit_id: string;
}

export interface ProgrammeVersions {
  definition: string;
  hash: string;
  kept_at: Instant;
  programme: string;
  version: number;
}

export interface RecallAnswers {
  id: number;
  participant_id: number;
  public_id: string;
  recall_id: number;
  recorded_by: number | null;
  said_at: Instant;
  words: string;
}

export interface RecallNotings {
  colleague_id: number;
  id: number;
  noted_at: Instant;
  recall_id: number;
}

export interface RecallReasons {
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  recall_id: number;
  written_at: Instant;
  written_by: number;
}

export interface Recalls {
  authority: string;
  id: number;
  participant_id: number;
  public_id: string;
  recalled_on: Day;
  recorded_at: Instant;
  recorded_by: number;
  released_on: Day;
}

export interface ReEntries {
  ended_on: Day | null;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  recorded_at: Instant;
  recorded_by: number;
}

export interface ReferralDecisions {
  decided_at: Instant;
  decided_by: number;
  decision: string;
  id: number;
  public_id: string;
  reason: string;
  referral_id: number;
}

export interface ReferralKeys {
  key: string;
  referral_id: number;
}

export interface ReferralReadings {
  id: number;
  opinion: string;
  public_id: string;
  read_at: Instant;
  reader_id: number;
  referral_id: number;
}

export interface Referrals {
  answer: string;
  as_sent: unknown | null;
  born_on: Day | null;
  conduct: Generated<string>;
  conduct_on: Day | null;
  desk_id: number | null;
  erase_on: Day | null;
  expires_on: Day | null;
  ground: Generated<string>;
  id: number;
  import_id: string | null;
  languages: Generated<string[]>;
  legal_status: string | null;
  legal_status_as_sent: Generated<string>;
  name: Generated<string>;
  needs: Generated<string>;
  needs_interpreter: Generated<boolean>;
  number: string | null;
  other_explanation: Generated<string>;
  participant_id: number | null;
  place: Generated<string>;
  programme: string | null;
  programme_as_sent: Generated<string>;
  /**
   * The coordinator has seen that the programme asked for has no definition here, and keeps it as written.
   */
  programme_kept: Generated<boolean>;
  public_id: string;
  receipt: string;
  received_at: Instant;
  recorded_by: number | null;
  referred_by: number | null;
  referred_on: Day;
  release_on: Day | null;
  revision: Generated<number>;
  security_receipt: string | null;
  source: string;
  source_as_sent: Generated<string>;
  state: string;
  told: Generated<string>;
  unit_id: number;
  why: Generated<string>;
}

export interface ReferralSecrets {
  id: Generated<number>;
  secret: string;
}

export interface ReferralsGone {
  forget_on: Day;
  mark: string;
}

export interface ReferralSources {
  changed_at: Instant;
  changed_by: number | null;
  code: string | null;
  id: number;
  is_offered: boolean;
  name: Generated<string>;
  public_id: string;
}

export interface RegimeHours {
  from_time: string;
  id: number;
  public_id: string;
  unit_id: number;
  until_time: string;
  weekday: number;
}

export interface RegisterEntries {
  born_year: number | null;
  name: string;
  number: string | null;
  participant_id: number;
}

export interface ReleaseAnswers {
  id: number;
  participant_id: number;
  public_id: string;
  release_id: number;
  said_at: Instant;
  words: Generated<string>;
}

export interface ReleaseNotings {
  colleague_id: number;
  id: number;
  noted_at: Instant;
  public_id: string;
  release_id: number;
}

export interface Releases {
  as_told: Generated<boolean>;
  authority: string;
  id: number;
  offence_words: Generated<string>;
  participant_id: number;
  public_id: string;
  reason: string;
  recorded_at: Instant;
  recorded_by: number | null;
  release_on: Day | null;
  restrictions: Generated<string>;
  /**
   * The day by which the restrictions on contact are looked at again. Nothing: there are none, or they were recorded before it was asked for; then three months after that.
   */
  restrictions_review_on: Day | null;
  /**
   * By whom a referral told it, of the day told_on, as a code; a name, or a source of the service's own, stands in reason.
   */
  told_from: string | null;
  told_on: Day | null;
}

export interface RestrictionReviews {
  finding: string;
  id: number;
  next_on: Day;
  own_words: Generated<string>;
  participant_id: number;
  public_id: string;
  release_id: number;
  reviewed_at: Instant;
  reviewed_by: number;
  words: string;
}

export interface Rights {
  record: string;
  role: string;
  scope: string;
  shape: string;
  verb: string;
}

export interface Rooms {
  closed_on: Day | null;
  holds: number;
  id: number;
  name: string;
  public_id: string;
  unit_id: number;
}

export interface SafetyPlans {
  author_id: number;
  ended_by: number | null;
  ended_on: Day | null;
  ended_why: string | null;
  id: number;
  own_steps: string;
  participant_id: number;
  public_id: string;
  replaced_at: Instant | null;
  replaces_id: number | null;
  review_on: Day;
  safe_place: string;
  signs: string;
  taken_back_at: Instant | null;
  whom_to_call: string;
  written_at: Instant;
}

export interface SecurityReferrals {
  about_whom: string;
  author_id: number;
  conduct_on: Day | null;
  erase_on: Day;
  id: number;
  number: string | null;
  other_explanation: Generated<string>;
  public_id: string;
  receipt: string;
  unit_id: number;
  words: string;
  written_at: Instant;
  written_on: Day;
}

export interface Services {
  clock_on: Day | null;
  codes_required: Generated<boolean>;
  holidays: Generated<ArrayType<Day>>;
  id: Generated<number>;
  languages: string[];
  name: string;
  revision: Generated<number>;
  time_zone: string;
}

export interface SessionContents {
  author_id: number;
  /**
   * For whose cause something else was done than planned, of the whole session: no longer written, since each unit has its own reason.
   */
  differs_cause: string | null;
  differs_why: Generated<string>;
  done: string;
  home_practice: Generated<string>;
  limit_reminded: Generated<boolean>;
  next_step: Generated<string>;
  own_words: Generated<string>;
  participant_id: number;
  session_id: number;
  written_at: Instant;
}

export interface SessionKeys {
  file_id: string;
  key: string;
  session_id: number;
}

export interface SessionMonths {
  held: number;
  missed: number;
  month: Day;
  people: number;
  programme: string;
  unit_id: number | null;
}

export interface SessionMonthsCounted {
  counted_at: Instant;
  id: Generated<number>;
}

export interface SessionMonthsTogether {
  held: number;
  missed: number;
  month: Day;
  programme: string;
}

export interface SessionMoves {
  author_id: number;
  cause: string;
  cause_note: Generated<string>;
  from_at: Instant;
  from_place: string;
  id: number;
  moved_at: Instant;
  participant_id: number;
  public_id: string;
  session_id: number;
  to_at: Instant;
}

export interface SessionPapers {
  destroyed_at: Instant | null;
  expires_at: Instant;
  id: number;
  printed_at: Instant;
  public_id: string;
  session_id: number;
  transcribed_at: Instant | null;
  worker_id: number;
  written_on: Day | null;
}

export interface Sessions {
  /**
   * The plan it rests on had ended with its work done: a meeting of the time of maintenance that the programme names, and no part of its dose.
   */
  after_the_end: Generated<boolean>;
  agreement_id: number | null;
  author_id: number;
  /**
   * The missed session that this one makes up for.
   */
  catches_up_id: number | null;
  cause: string | null;
  cause_note: Generated<string>;
  doubled: Generated<boolean>;
  from_elsewhere: Generated<boolean>;
  id: number;
  minutes: number;
  participant_id: number;
  place: Generated<string>;
  plan_id: number | null;
  /**
   * What whoever held it needed to prepare, as they say: their time, never dose. Empty where nothing was said.
   */
  preparation_minutes: number | null;
  public_id: string;
  recorded_at: Instant;
  revision: Generated<number>;
  /**
   * The room that is taken, where one of the list was chosen; place is what people read.
   */
  room_id: number | null;
  /**
   * A second facilitator who is there too. It is planned, moved and recorded by author_id.
   */
  second_id: number | null;
  /**
   * The id of the first session of those that were planned together: they can move together.
   */
  series_id: number | null;
  starts_at: Instant;
  state: string;
  struck_why: string | null;
  /**
   * What the way there and back took, as they say, also where the meeting was missed: their time, never dose. Empty where nothing was said.
   */
  travel_minutes: number | null;
  way: string | null;
}

export interface SessionStrikes {
  author_id: number;
  id: number;
  participant_id: number;
  public_id: string;
  saved_at: Instant;
  session_id: number;
  struck_at: Instant;
}

export interface SessionUnits {
  about_the_offence: boolean;
  author_id: number;
  delivered: boolean;
  name: string;
  participant_id: number;
  planned: boolean;
  reason: string | null;
  reason_words: Generated<string>;
  session_id: number;
  unit_id: string;
}

export interface SetAsideNotices {
  /**
   * Of a sheet: in whose record it stood. Of a session its strike says so.
   */
  about_id: number | null;
  exercise_id: number | null;
  id: number;
  map_id: number | null;
  public_id: string;
  reader_id: number;
  saved_at: Instant | null;
  session_id: number | null;
  set_aside_at: Instant | null;
  told_at: Instant;
  writer_id: number | null;
}

export interface SharingRules {
  basis: string;
  decision: string;
  ending_asked: boolean;
  id: number;
  recipient_kind: string;
  report_asked: boolean;
  set_at: Instant;
  set_by: number;
  usable_days: number;
}

export interface SignIns {
  account_id: number;
  awaits: string | null;
  began_at: Instant;
  device: Generated<string>;
  ended_at: Instant | null;
  ends_at: Instant;
  id: number;
  kiosk: Generated<boolean>;
  seen_at: Instant;
  shape: string;
  token_hash: string;
}

export interface Studies {
  better: string;
  conclusion: string;
  cutoff: number | null;
  design: string;
  effect: string;
  id: number;
  least_people: number;
  least_points: number;
  locked_at: Instant | null;
  locked_by: number | null;
  outcome: string;
  outcome_kind: string;
  phases: string;
  programme: string;
  public_id: string;
  question: string;
  reliability: number | null;
  revision: Generated<number>;
  seed: number;
  spread: number | null;
  title: string;
  written_at: Instant;
  written_by: number;
  yardstick_source: Generated<string>;
}

export interface StudyEnrolments {
  begins_on: Day;
  enrolled_on: Day;
  place: number;
  plan_id: number | null;
  study_id: number;
}

export interface StudyKeys {
  secret: string;
  study_id: number;
}

export interface StudyReleases {
  columns: string[];
  counts: number[];
  hidden: boolean[];
  id: number;
  name: string;
  public_id: string;
  released_at: Instant;
  released_by: number;
  rows: string[];
  study_id: number;
}

export interface StudyReports {
  audience: string;
  code_version: string;
  data_print: string;
  document: Buffer;
  id: number;
  made_at: Instant;
  made_by: number;
  page: Generated<string>;
  public_id: string;
  study_id: number;
}

export interface StudyStartPoints {
  drawn: number;
  drawn_at: Instant;
  earliest: number;
  every_days: number;
  latest: number;
  place: number;
  study_id: number;
}

export interface Supervisions {
  colleague_id: number;
  from_at: Instant;
  id: number;
  made_by: number | null;
  public_id: string;
  role: string;
  supervisor_id: number;
  until_at: Instant | null;
}

export interface Tokens {
  allows: string[];
  ended_at: Instant | null;
  expires_at: Instant;
  id: number;
  made_at: Instant;
  made_by: number;
  name: string;
  public_id: string;
  shape: string;
  token_hash: string;
}

export interface TransitionAcknowledgements {
  acknowledged_at: Instant;
  by_id: number;
  id: number;
  owner_id: number;
  words: Generated<string>;
}

export interface TransitionHandOvers {
  acknowledge_by: Day;
  handed_at: Instant;
  handed_by: number;
  id: number;
  items: string[];
  participant_id: number;
  public_id: string;
  states_needed_for: string | null;
  to_id: number;
  words: Generated<string>;
}

export interface TransitionHandOversTaken {
  by_id: number;
  hand_over_id: number;
  id: number;
  taken_at: Instant;
}

export interface TransitionLeadTimes {
  days: number;
  id: number;
  rule: string;
  set_at: Instant;
  set_by: number;
}

export interface TransitionLinks {
  answer: string;
  id: number;
  participant_id: number;
  place_id: number;
  public_id: string;
  told_at: Instant;
  told_by: number;
  words: Generated<string>;
}

export interface TransitionMaintenance {
  arranged_at: Instant;
  arranged_by: number;
  colleague_id: number;
  every_weeks: number;
  from_on: Day;
  id: number;
  meetings: number;
  participant_id: number;
  public_id: string;
}

export interface TransitionOwners {
  acknowledge_by: Day;
  colleague_id: number | null;
  id: number;
  named_at: Instant;
  named_by: number;
  participant_id: number;
  place_id: number | null;
  public_id: string;
}

export interface UnitReasonsBefore {
  author_id: number;
  corrected_at: Instant;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  reason_words: Generated<string>;
  session_id: number;
  unit_id: string;
}

export interface Units {
  closed_on: Day | null;
  id: number;
  kind: string;
  name: string;
  public_id: string;
}

export interface UnitTransferMembers {
  assignment_id: number;
  id: number;
  stays: boolean;
  transfer_id: number;
}

export interface UnitTransferNotings {
  colleague_id: number;
  id: number;
  noted_at: Instant;
  transfer_id: number;
}

export interface UnitTransferReasons {
  authority: string;
  id: number;
  participant_id: number;
  public_id: string;
  reason: string;
  transfer_id: number;
  written_at: Instant;
  written_by: number;
}

export interface UnitTransfers {
  announced_at: Instant;
  announced_by: number;
  called_off_at: Instant | null;
  called_off_by: number | null;
  called_off_why: string | null;
  from_unit_id: number;
  id: number;
  moves_on: Day;
  participant_id: number;
  public_id: string;
  taken_at: Instant | null;
  taken_by: number | null;
  to_unit_id: number;
}

export interface WarningSignatures {
  agrees: boolean;
  author_id: number;
  given_by: number;
  participant_id: number;
  signed_at: Instant;
  warning_id: number;
  words: Generated<string>;
}

export interface WaysBetween {
  from_unit_id: number;
  minutes: number;
  to_unit_id: number;
}

export interface WingNotices {
  apart_from: Generated<string>;
  author_id: number;
  check_every: number | null;
  id: number;
  incident_id: number;
  measures: string[];
  participant_id: number;
  public_id: string;
  recorded_at: Instant;
  told_at: Instant;
  told_how: string;
  told_whom: string;
  until_at: Instant;
}

export interface Withdrawals {
  id: number;
  own_words: Generated<string>;
  participant_id: number;
  public_id: string;
  purpose: string;
  recorded_by: number;
  recorded_by_kind: string;
  withdrawn_at: Instant;
}

export interface WorkingHours {
  colleague_id: number;
  from_time: string;
  id: number;
  public_id: string;
  until_time: string;
  weekday: number;
}

export interface Tables {
  access_log: AccessLog;
  access_needs: AccessNeeds;
  accounts: Accounts;
  agreed_readings: AgreedReadings;
  agreement_clauses: AgreementClauses;
  agreement_parties: AgreementParties;
  agreement_reviews: AgreementReviews;
  agreement_signatures: AgreementSignatures;
  agreement_versions: AgreementVersions;
  agreements: Agreements;
  appointment_feeds: AppointmentFeeds;
  appointments: Appointments;
  assessor_answers: AssessorAnswers;
  assignments: Assignments;
  attempts: Attempts;
  break_glasses: BreakGlasses;
  certificates: Certificates;
  clause_outcomes: ClauseOutcomes;
  closing_agreements: ClosingAgreements;
  closing_answers: ClosingAnswers;
  closing_doses: ClosingDoses;
  closing_goals: ClosingGoals;
  closing_reports: ClosingReports;
  closing_signatures: ClosingSignatures;
  closing_units: ClosingUnits;
  code_consensus: CodeConsensus;
  coding_frames: CodingFrames;
  codings: Codings;
  colleague_languages: ColleagueLanguages;
  colleagues: Colleagues;
  column_mappings: ColumnMappings;
  community_place_facts: CommunityPlaceFacts;
  community_places: CommunityPlaces;
  complaint_answers: ComplaintAnswers;
  complaint_terms: ComplaintTerms;
  complaints: Complaints;
  complaints_taken_back: ComplaintsTakenBack;
  consents: Consents;
  crisis_cards: CrisisCards;
  crisis_numbers: CrisisNumbers;
  date_secrets: DateSecrets;
  days_away: DaysAway;
  deliveries_counted: DeliveriesCounted;
  delivery_cells: DeliveryCells;
  delivery_workers_told: DeliveryWorkersTold;
  deployments: Deployments;
  desk_uses: DeskUses;
  desks: Desks;
  disclosure_comments: DisclosureComments;
  disclosure_decisions: DisclosureDecisions;
  disclosure_errors: DisclosureErrors;
  disclosure_packages: DisclosurePackages;
  disclosure_recalls: DisclosureRecalls;
  disclosure_receipts: DisclosureReceipts;
  disclosure_refusals: DisclosureRefusals;
  disclosure_statements: DisclosureStatements;
  disclosure_tellings: DisclosureTellings;
  drafts: Drafts;
  duty_entries: DutyEntries;
  eligibility_answers: EligibilityAnswers;
  erasure_decisions: ErasureDecisions;
  erasure_requests: ErasureRequests;
  evaluation_codes: EvaluationCodes;
  evaluation_eligibility: EvaluationEligibility;
  evaluation_measures: EvaluationMeasures;
  evaluation_plans: EvaluationPlans;
  evaluation_referrals: EvaluationReferrals;
  evaluation_sessions: EvaluationSessions;
  evaluation_stages: EvaluationStages;
  evaluation_starts: EvaluationStarts;
  exercise_entries: ExerciseEntries;
  exercises: Exercises;
  facilitator_notes: FacilitatorNotes;
  functional_advice: FunctionalAdvice;
  goal_closings: GoalClosings;
  goal_levels: GoalLevels;
  goals: Goals;
  idempotency_keys: IdempotencyKeys;
  identity_map_labels: IdentityMapLabels;
  identity_maps: IdentityMaps;
  identity_names: IdentityNames;
  identity_particulars: IdentityParticulars;
  import_files: ImportFiles;
  import_pieces: ImportPieces;
  incident_aftercares: IncidentAftercares;
  incident_asks: IncidentAsks;
  incident_calls: IncidentCalls;
  incident_debriefs: IncidentDebriefs;
  incidents: Incidents;
  integrity_ratings: IntegrityRatings;
  interpreter_bookings: InterpreterBookings;
  interpreter_debriefs: InterpreterDebriefs;
  interpreter_refusals: InterpreterRefusals;
  interpreters: Interpreters;
  legal_advice: LegalAdvice;
  legal_statuses: LegalStatuses;
  log_seals: LogSeals;
  measures: Measures;
  mentor_notes: MentorNotes;
  migrations: Migrations;
  monitoring_orders: MonitoringOrders;
  monitoring_reviews: MonitoringReviews;
  named_readings: NamedReadings;
  notices: Notices;
  observations: Observations;
  offence_agreements: OffenceAgreements;
  one_time_codes: OneTimeCodes;
  opened_requests: OpenedRequests;
  outing_asks: OutingAsks;
  outings: Outings;
  paper_codes: PaperCodes;
  participants: Participants;
  participation_changes: ParticipationChanges;
  person_warnings: PersonWarnings;
  personal_times: PersonalTimes;
  plan_adaptations: PlanAdaptations;
  plan_aims: PlanAims;
  plan_carryings: PlanCarryings;
  plan_changes: PlanChanges;
  plan_drawn_starts: PlanDrawnStarts;
  plan_fits: PlanFits;
  plan_moves: PlanMoves;
  plan_people: PlanPeople;
  plan_stages: PlanStages;
  plan_states: PlanStates;
  plan_strands: PlanStrands;
  plan_units: PlanUnits;
  plans: Plans;
  programme_versions: ProgrammeVersions;
  re_entries: ReEntries;
  recall_answers: RecallAnswers;
  recall_notings: RecallNotings;
  recall_reasons: RecallReasons;
  recalls: Recalls;
  referral_decisions: ReferralDecisions;
  referral_keys: ReferralKeys;
  referral_readings: ReferralReadings;
  referral_secrets: ReferralSecrets;
  referral_sources: ReferralSources;
  referrals: Referrals;
  referrals_gone: ReferralsGone;
  regime_hours: RegimeHours;
  register_entries: RegisterEntries;
  release_answers: ReleaseAnswers;
  release_notings: ReleaseNotings;
  releases: Releases;
  restriction_reviews: RestrictionReviews;
  rights: Rights;
  rooms: Rooms;
  safety_plans: SafetyPlans;
  security_referrals: SecurityReferrals;
  services: Services;
  session_contents: SessionContents;
  session_keys: SessionKeys;
  session_months: SessionMonths;
  session_months_counted: SessionMonthsCounted;
  session_months_together: SessionMonthsTogether;
  session_moves: SessionMoves;
  session_papers: SessionPapers;
  session_strikes: SessionStrikes;
  session_units: SessionUnits;
  sessions: Sessions;
  set_aside_notices: SetAsideNotices;
  sharing_rules: SharingRules;
  sign_ins: SignIns;
  studies: Studies;
  study_enrolments: StudyEnrolments;
  study_keys: StudyKeys;
  study_releases: StudyReleases;
  study_reports: StudyReports;
  study_start_points: StudyStartPoints;
  supervisions: Supervisions;
  tokens: Tokens;
  transition_acknowledgements: TransitionAcknowledgements;
  transition_hand_overs: TransitionHandOvers;
  transition_hand_overs_taken: TransitionHandOversTaken;
  transition_lead_times: TransitionLeadTimes;
  transition_links: TransitionLinks;
  transition_maintenance: TransitionMaintenance;
  transition_owners: TransitionOwners;
  unit_reasons_before: UnitReasonsBefore;
  unit_transfer_members: UnitTransferMembers;
  unit_transfer_notings: UnitTransferNotings;
  unit_transfer_reasons: UnitTransferReasons;
  unit_transfers: UnitTransfers;
  units: Units;
  warning_signatures: WarningSignatures;
  ways_between: WaysBetween;
  wing_notices: WingNotices;
  withdrawals: Withdrawals;
  working_hours: WorkingHours;
}
