-- Why: what was agreed with a person: the words, who signed or refused, and how each clause went. Nothing said is ever overwritten:
-- a correction is a new version, and how an agreement stands today follows from its signatures and reviews alone.
-- Undo by hand: drop table clause_outcomes, agreement_reviews, agreement_signatures, agreement_parties, agreement_clauses, agreement_versions, agreements;

create table agreements (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  purpose text not null,
  programme text,
  programme_version int,
  review_months int not null,
  proposed_on date not null,
  ended_on date,
  ended_at timestamptz,
  ended_word text,
  ended_reason text,
  ended_by int references colleagues,
  revision int not null default 1,
  constraint agreements_of_one_person unique (id, participant_id),
  constraint agreements_of_a_programme foreign key (programme, programme_version) references programme_versions (programme, version),
  constraint agreements_programme_told_whole check ((programme is null) = (programme_version is null)),
  constraint agreements_purpose_known check (purpose in ('programme', 'mentoring', 'circle', 'practical')),
  constraint agreements_reviewed_within_three_months check (review_months between 1 and 3),
  constraint agreements_end_after_start check (ended_on >= proposed_on),
  constraint agreements_end_told_whole check (num_nonnulls(ended_on, ended_at, ended_word, ended_reason, ended_by) in (0, 5)),
  constraint agreements_end_word_known check (ended_word in ('completed', 'replaced', 'withdrawn', 'transferred'))
);
comment on table agreements is 'An agreement with a person, for one purpose. programme is the definition whose interval of review applies; nothing there: the agreement is the service''s own. Ending says how and why, without a verdict.';
create unique index agreements_one_open_per_purpose on agreements (participant_id, purpose) where ended_on is null;
create index agreements_by_participant on agreements (participant_id);

create table agreement_versions (
  id int primary key,
  agreement_id int not null,
  participant_id int not null,
  number int not null,
  reason text not null default '',
  proposed_on date not null,
  proposed_at timestamptz not null,
  proposed_by int not null references colleagues,
  revision int not null,
  constraint agreement_versions_of_one_person unique (id, participant_id),
  constraint agreement_versions_of_one_agreement unique (id, agreement_id),
  constraint agreement_versions_numbered_once unique (agreement_id, number),
  constraint agreement_versions_number_from_one check (number >= 1),
  constraint agreement_versions_of_an_agreement foreign key (agreement_id, participant_id) references agreements (id, participant_id) on delete cascade
);
comment on table agreement_versions is 'The words as they were put to the parties on one day, and why they differ from the version before (one that a review led to has the review''s revision). Never changed. The one in force is the latest that every party signed.';

create table agreement_clauses (
  id int primary key,
  version_id int not null,
  participant_id int not null,
  place int not null,
  text text not null,
  constraint agreement_clauses_of_one_person unique (id, participant_id),
  constraint agreement_clauses_placed_once unique (version_id, place),
  constraint agreement_clauses_length check (length(text) between 1 and 2000),
  constraint agreement_clauses_of_a_version foreign key (version_id, participant_id) references agreement_versions (id, participant_id) on delete cascade
);
comment on table agreement_clauses is 'One thing agreed, in the words of the parties, at its place in a version.';

create table agreement_parties (
  id int primary key,
  version_id int not null,
  participant_id int not null,
  colleague_id int references colleagues,
  role text not null,
  constraint agreement_parties_of_one_person unique (id, participant_id),
  constraint agreement_parties_named_once unique nulls not distinct (version_id, colleague_id),
  constraint agreement_parties_role_known check (
    (colleague_id is null and role = 'participant') or
    (colleague_id is not null and role in ('mentor', 'facilitator', 'coordinator', 'circle_coordinator'))),
  constraint agreement_parties_of_a_version foreign key (version_id, participant_id) references agreement_versions (id, participant_id) on delete cascade
);
comment on table agreement_parties is 'Whom a version binds. No colleague: the person themselves.';

create table agreement_signatures (
  party_id int primary key,
  participant_id int not null,
  answer text not null,
  answered_on date not null,
  own_words text not null default '',
  way text not null,
  seen_by text not null default '',
  recorded_by_kind text not null,
  recorded_by int not null,
  recorded_at timestamptz not null,
  constraint agreement_signatures_answer_known check (answer in ('signed', 'refused')),
  constraint agreement_signatures_way_known check (way in ('own-account', 'on-paper')),
  constraint agreement_signatures_paper_was_seen check ((way = 'on-paper') = (seen_by <> '')),
  constraint agreement_signatures_recorded_after_answer check (answered_on <= (recorded_at at time zone 'UTC')::date + 1),
  constraint agreement_signatures_words_short check (length(own_words) <= 2000 and length(seen_by) <= 200),
  constraint agreement_signatures_recorded_by_somebody check (recorded_by_kind in ('colleague', 'participant')),
  constraint agreement_signatures_of_a_party foreign key (party_id, participant_id) references agreement_parties (id, participant_id) on delete cascade
);
comment on table agreement_signatures is 'A party''s own answer to a version, once: signed, or refused, in their words. On paper means that it was given at a desk and recorded by another party: who saw it is part of it.';

create table agreement_reviews (
  id int primary key,
  public_id text not null unique,
  agreement_id int not null,
  version_id int not null,
  participant_id int not null,
  held_on date not null,
  note text not null default '',
  next text not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  revision int not null,
  constraint agreement_reviews_of_one_person unique (id, participant_id),
  constraint agreement_reviews_next_known check (next in ('goes-on', 'new-version', 'ends')),
  constraint agreement_reviews_note_short check (length(note) <= 10000),
  -- A day has no time zone: a service may be up to a day ahead of the moment.
  constraint agreement_reviews_recorded_after_held check (held_on <= (recorded_at at time zone 'UTC')::date + 1),
  constraint agreement_reviews_of_a_version foreign key (version_id, agreement_id) references agreement_versions (id, agreement_id) on delete cascade,
  constraint agreement_reviews_of_an_agreement foreign key (agreement_id, participant_id) references agreements (id, participant_id) on delete cascade
);
comment on table agreement_reviews is 'The parties looked at the agreement together: when, what was said, and what it leads to. The next review is counted from here.';
create index agreement_reviews_by_agreement on agreement_reviews (agreement_id);

create table clause_outcomes (
  review_id int not null,
  clause_id int not null,
  participant_id int not null,
  outcome text not null,
  reason text not null default '',
  primary key (review_id, clause_id),
  constraint clause_outcomes_known check (outcome in ('carried-out', 'partly', 'not', 'dropped')),
  constraint clause_outcomes_reason_where_needed check (outcome in ('carried-out', 'partly') or reason <> ''),
  constraint clause_outcomes_reason_short check (length(reason) <= 2000),
  constraint clause_outcomes_of_a_review foreign key (review_id, participant_id) references agreement_reviews (id, participant_id) on delete cascade,
  constraint clause_outcomes_of_a_clause foreign key (clause_id, participant_id) references agreement_clauses (id, participant_id) on delete cascade
);
comment on table clause_outcomes is 'How one clause went, said at a review: carried out, partly, not, or dropped, the last two with a reason. It counts nothing and sums nothing up.';

alter table agreements enable row level security;
alter table agreements force row level security;
alter table agreement_versions enable row level security;
alter table agreement_versions force row level security;
alter table agreement_clauses enable row level security;
alter table agreement_clauses force row level security;
alter table agreement_parties enable row level security;
alter table agreement_parties force row level security;
alter table agreement_signatures enable row level security;
alter table agreement_signatures force row level security;
alter table agreement_reviews enable row level security;
alter table agreement_reviews force row level security;
alter table clause_outcomes enable row level security;
alter table clause_outcomes force row level security;
