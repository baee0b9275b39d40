-- Why: what a programme asks about a person is answered yes, no or unknown, with the evidence, its day and who says so. A later answer stands beside the earlier one, and
-- whoever goes on despite an answer says why. Two tables, because two records have different writers: what the assessor finds stands in assessment_state.
-- Undo by hand: drop table assessor_answers, eligibility_answers;

create table eligibility_answers (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  programme text not null,
  version int not null,
  rule_id text not null,
  asked text not null,
  answer text not null,
  words text not null default '',
  seen_on date not null,
  said_by text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint eligibility_answers_of_a_version foreign key (programme, version) references programme_versions (programme, version),
  constraint eligibility_answers_known check (answer in ('yes', 'no', 'unknown', 'despite')),
  constraint eligibility_answers_have_evidence check (answer = 'unknown' or length(words) > 0),
  constraint eligibility_answers_words_length check (length(words) <= 2000 and length(said_by) between 1 and 200 and length(asked) between 1 and 2000)
);
comment on table eligibility_answers is 'One answer to one rule of a programme about one person, as the coordinator or the case manager wrote it down: the question as it was put, yes, no or unknown, the evidence, its day, who says so. "despite": somebody who may goes on against the answer, and the words are the reason. Nothing is changed: the latest row holds, the earlier ones stand beside it.';
create index eligibility_answers_by_person on eligibility_answers (participant_id);

create table assessor_answers (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  programme text not null,
  version int not null,
  rule_id text not null,
  asked text not null,
  answer text not null,
  words text not null default '',
  seen_on date not null,
  said_by text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint assessor_answers_of_a_version foreign key (programme, version) references programme_versions (programme, version),
  constraint assessor_answers_known check (answer in ('yes', 'no', 'unknown', 'despite')),
  constraint assessor_answers_have_evidence check (answer = 'unknown' or length(words) > 0),
  constraint assessor_answers_words_length check (length(words) <= 2000 and length(said_by) between 1 and 200 and length(asked) between 1 and 2000)
);
comment on table assessor_answers is 'The same as eligibility_answers, written by the assessor: which rule is met, with its evidence line. Ratings are not here.';
create index assessor_answers_by_person on assessor_answers (participant_id);

alter table eligibility_answers enable row level security;
alter table eligibility_answers force row level security;
alter table assessor_answers enable row level security;
alter table assessor_answers force row level security;
