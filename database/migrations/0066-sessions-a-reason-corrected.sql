-- Why: the reason why a unit went another way was written once, and a slip of the hand stood for ever in what a programme gave. Its writer can say it otherwise now; what stood there stays.
-- Undo by hand: drop table unit_reasons_before;
create table unit_reasons_before (
  id int primary key,
  public_id text not null unique,
  session_id int not null,
  unit_id text not null,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  reason text not null,
  reason_words text not null default '',
  corrected_at timestamptz not null,
  constraint unit_reasons_before_of_a_unit foreign key (session_id, unit_id) references session_units on delete cascade,
  constraint unit_reasons_before_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade,
  constraint unit_reasons_before_known check (reason in ('cut-short', 'no-means', 'person-asked', 'too-early', 'came-first', 'needs-longer', 'came-up', 'not-open', 'other'))
);
comment on table unit_reasons_before is 'Why a unit of a session had gone another way, as it was said before whoever held the session corrected it: until when it stood, and who corrected it. What holds now stands in session_units.';
create index unit_reasons_before_by_session on unit_reasons_before (session_id, corrected_at);
create index unit_reasons_before_by_person on unit_reasons_before (participant_id);

alter table unit_reasons_before enable row level security;
alter table unit_reasons_before force row level security;
