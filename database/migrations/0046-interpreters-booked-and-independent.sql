-- Why: who does not speak the language of the house needs somebody between who is nobody's relative, prisoner, officer or ear of the wing; booked, named, and not the same in sessions and on the wing.
-- Undo by hand: drop function interpreters_of_mine(); drop table interpreter_debriefs, interpreter_refusals, interpreter_bookings, interpreters, colleague_languages;

create table colleague_languages (
  id int primary key,
  colleague_id int not null references colleagues,
  language text not null,
  constraint colleague_languages_each_once unique (colleague_id, language),
  constraint colleague_languages_known check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
);
comment on table colleague_languages is 'Which languages a colleague speaks well enough for a session, as they say themselves. Their own, and read by nobody else.';

create table interpreters (
  id int primary key,
  public_id text not null unique,
  name text not null,
  agency text not null default '',
  reach text not null,
  languages text[] not null,
  gender text,
  told_by int not null references colleagues,
  told_at timestamptz not null,
  closed_on date,
  closed_why text,
  closed_by int references colleagues,
  constraint interpreters_lengths check (length(name) between 1 and 120 and length(agency) <= 200 and length(reach) between 1 and 200 and length(closed_why) between 1 and 500),
  constraint interpreters_speak check (cardinality(languages) between 1 and 40),
  constraint interpreters_gender_known check (gender in ('woman', 'man', 'other')),
  constraint interpreters_closed_whole check (num_nonnulls(closed_on, closed_why, closed_by) in (0, 3))
);
comment on table interpreters is 'The directory of interpreters: name, agency, how to reach them, languages, and their gender where somebody may ask for it. They have no account, and nothing here says for whom they interpret.';

create table interpreter_bookings (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  session_id int references sessions on delete cascade,
  interpreter_id int not null references interpreters,
  unit_id int references units,
  serves text not null,
  how text not null,
  language text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  is_relative boolean not null,
  is_prisoner boolean not null,
  is_security boolean not null,
  is_of_the_wing boolean,
  booked_by int not null references colleagues,
  booked_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by_kind text,
  cancelled_by int,
  cancelled_why text not null default '',
  constraint interpreter_bookings_serves_known check (serves in ('session', 'wing')),
  constraint interpreter_bookings_how_known check (how in ('in-person', 'telephone')),
  constraint interpreter_bookings_of_a_session check ((serves = 'session') = (session_id is not null)),
  constraint interpreter_bookings_end_after_start check (until_at > from_at),
  constraint interpreter_bookings_independent check (not is_relative and not is_prisoner and not is_security and (serves = 'wing') = (is_of_the_wing is null) and is_of_the_wing is distinct from true),
  constraint interpreter_bookings_cancelled_whole check (num_nonnulls(cancelled_at, cancelled_by_kind, cancelled_by) in (0, 3) and cancelled_by_kind in ('colleague', 'participant')),
  constraint interpreter_bookings_not_twice exclude using gist (interpreter_id with =, tstzrange(from_at, until_at) with &&) where (cancelled_at is null),
  constraint interpreter_bookings_not_wing_and_session exclude using gist (participant_id with =, interpreter_id with =, serves with <>) where (cancelled_at is null),
  constraint interpreter_bookings_not_both_in_a_unit exclude using gist (unit_id with =, interpreter_id with =, serves with <>) where (cancelled_at is null)
);
comment on table interpreter_bookings is 'Who interprets at a session, or for the wing, in which language and in person or by telephone; and that independence was asked before. Nobody interprets in sessions of a house and for its wing, whoever books; nobody at two places at once. It holds nothing of what was said.';
create unique index interpreter_bookings_one_a_session on interpreter_bookings (session_id) where cancelled_at is null;
create index interpreter_bookings_by_person on interpreter_bookings (participant_id);

create table interpreter_refusals (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  interpreter_id int not null references interpreters,
  said_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by int not null,
  taken_back_at timestamptz,
  constraint interpreter_refusals_kind_known check (recorded_by_kind in ('colleague', 'participant'))
);
comment on table interpreter_refusals is 'Whom the person does not want as an interpreter. No reason is asked, and it has no consequence but that somebody else is booked.';
create unique index interpreter_refusals_once on interpreter_refusals (participant_id, interpreter_id) where taken_back_at is null;

create table interpreter_debriefs (
  id int primary key,
  booking_id int not null unique references interpreter_bookings on delete cascade,
  participant_id int not null references participants on delete cascade,
  answer text not null,
  held_on date not null,
  offered_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint interpreter_debriefs_answer_known check (answer in ('held', 'not-wanted'))
);
comment on table interpreter_debriefs is 'After a session the interpreter was offered a talk about how it was for them: held, by whom, or not wanted. Nothing of what was said.';
create index interpreter_debriefs_by_person on interpreter_debriefs (participant_id);

alter table colleague_languages enable row level security;
alter table colleague_languages force row level security;
alter table interpreters enable row level security;
alter table interpreters force row level security;
alter table interpreter_bookings enable row level security;
alter table interpreter_bookings force row level security;
alter table interpreter_refusals enable row level security;
alter table interpreter_refusals force row level security;
alter table interpreter_debriefs enable row level security;
alter table interpreter_debriefs force row level security;
