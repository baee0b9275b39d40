-- Why: a session is a meeting with the person. That it happened, what was done, and what somebody noted have different readers.
-- Undo by hand: drop table mentor_notes, facilitator_notes, session_contents, sessions;

create table sessions (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  plan_id int references plans,
  author_id int not null references colleagues,
  starts_at timestamptz not null,
  minutes int not null,
  place text not null default '',
  state text not null,
  cause text,
  cause_note text not null default '',
  revision int not null default 1,
  recorded_at timestamptz not null,
  constraint sessions_state_known check (state in ('planned', 'held', 'missed')),
  constraint sessions_of_a_day check (minutes between 5 and 720),
  constraint sessions_missed_have_a_cause check ((state = 'missed') = (cause is not null)),
  constraint sessions_cause_known check (cause is null or cause in ('no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer', 'illness', 'court', 'person-declined', 'person-absent', 'other'))
);
comment on table sessions is 'When, where, how long, with whom; held, or missed with whose cause: the service''s causes are the service''s. author_id is who meets the person.';
create index sessions_by_person on sessions (participant_id, starts_at desc);
create index sessions_by_author on sessions (author_id, starts_at);

create table session_contents (
  session_id int primary key references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  done text not null,
  own_words text not null default '',
  next_step text not null default '',
  written_at timestamptz not null
);
comment on table session_contents is 'What was done, the person''s own words, the next step.';
create index session_contents_by_person on session_contents (participant_id);

create table facilitator_notes (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  note text not null,
  written_at timestamptz not null,
  signed_at timestamptz
);
comment on table facilitator_notes is 'A facilitator''s note of a session: stays with who wrote it, the co-facilitator and a successor.';
create index facilitator_notes_by_person on facilitator_notes (participant_id);

create table mentor_notes (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  note text not null,
  written_at timestamptz not null,
  signed_at timestamptz
);
comment on table mentor_notes is 'A mentor''s own note: theirs, and the person''s whom it is about.';
create index mentor_notes_by_person on mentor_notes (participant_id);

alter table sessions enable row level security;
alter table sessions force row level security;
alter table session_contents enable row level security;
alter table session_contents force row level security;
alter table facilitator_notes enable row level security;
alter table facilitator_notes force row level security;
alter table mentor_notes enable row level security;
alter table mentor_notes force row level security;
