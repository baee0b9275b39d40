-- Why: a person objects, complains or asks for their file in their own words, gets a number and a day by which somebody answers, and may take it back. What was
-- raised is never changed; the answer, the way back and to whom it was forwarded are told beside it.
-- Undo by hand: drop table complaint_terms, complaints_taken_back, complaint_answers, complaints;

create table complaints (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  number text not null unique,
  kind text not null,
  subject text not null,
  words text not null,
  reach text not null default '',
  raised_on date not null,
  raised_at timestamptz not null,
  answer_by date not null,
  way text not null,
  recorded_by_kind text not null,
  recorded_by int not null,
  forwarded_to int references colleagues,
  forwarded_at timestamptz,
  forwarded_why text,
  constraint complaints_of_one_person unique (id, participant_id),
  constraint complaints_kind_known check (kind in ('objection', 'complaint', 'file')),
  constraint complaints_subject_known check (subject in ('decision', 'record', 'worker', 'shared', 'other', 'file')),
  constraint complaints_file_asked_as_such check ((kind = 'file') = (subject = 'file')),
  constraint complaints_words_length check (length(words) between 1 and 10000 and length(reach) <= 500),
  constraint complaints_answered_after_raised check (answer_by >= raised_on),
  constraint complaints_way_known check (way in ('own-page', 'told')),
  constraint complaints_told_to_a_colleague check ((way = 'own-page') = (recorded_by_kind = 'participant')),
  constraint complaints_recorded_by_somebody check (recorded_by_kind in ('colleague', 'participant')),
  constraint complaints_forwarded_told_whole check (num_nonnulls(forwarded_to, forwarded_at, forwarded_why) in (0, 3))
);
comment on table complaints is 'An objection, a complaint, or the wish to see one''s file: the person''s own words, a random number to ask by, and the day by which somebody answers. The team sees it only once it was forwarded, and then one coordinator by name.';
create index complaints_by_person on complaints (participant_id);
create index complaints_by_day on complaints (answer_by);

create table complaint_answers (
  complaint_id int primary key,
  participant_id int not null,
  outcome text not null,
  words text not null,
  answered_on date not null,
  answered_at timestamptz not null,
  answered_by int not null references colleagues,
  constraint complaint_answers_outcome_known check (outcome in ('agreed', 'partly', 'not-agreed', 'given', 'elsewhere')),
  constraint complaint_answers_words_length check (length(words) between 1 and 10000),
  constraint complaint_answers_of_a_complaint foreign key (complaint_id, participant_id) references complaints (id, participant_id) on delete cascade
);
comment on table complaint_answers is 'The answer to a complaint, once: what came of it and why, in words meant for the person.';

create table complaints_taken_back (
  complaint_id int primary key,
  participant_id int not null,
  words text not null default '',
  taken_back_on date not null,
  taken_back_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by int not null,
  constraint complaints_taken_back_words_length check (length(words) <= 2000),
  constraint complaints_taken_back_by_somebody check (recorded_by_kind in ('colleague', 'participant')),
  constraint complaints_taken_back_of_a_complaint foreign key (complaint_id, participant_id) references complaints (id, participant_id) on delete cascade
);
comment on table complaints_taken_back is 'The person no longer wants an answer, for reasons that are theirs. It stays written that they asked.';

create table complaint_terms (
  kind text primary key,
  days int not null,
  source text not null,
  set_by int not null references colleagues,
  set_at timestamptz not null,
  constraint complaint_terms_kind_known check (kind in ('objection', 'complaint', 'file')),
  constraint complaint_terms_days_some check (days between 1 and 365),
  constraint complaint_terms_source_short check (length(source) between 1 and 500)
);
comment on table complaint_terms is 'Within how many days this service answers, by kind, and which law or rule says so. A kind that is not here has the house''s own number, which no law is known to name.';

alter table complaints enable row level security;
alter table complaints force row level security;
alter table complaint_answers enable row level security;
alter table complaint_answers force row level security;
alter table complaints_taken_back enable row level security;
alter table complaints_taken_back force row level security;
alter table complaint_terms enable row level security;
alter table complaint_terms force row level security;
