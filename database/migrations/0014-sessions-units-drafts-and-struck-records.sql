-- Why: which units were planned and which delivered; notes that are drafts until they are signed, and what is added to them afterwards; what was saved in the
-- wrong person's record is struck, and whoever opened it is told.
-- A note without a signature was readable by the team until now. Nobody can sign for its writer, so it becomes what the word says: a draft that only its
-- writer sees, who finds it in their day and signs it.
-- Undo by hand: drop function struck_from_me(), tell_whoever_opened(text), sessions_without_anybody(), take_over_session(text), colleagues_who_opened(int, text, int, timestamptz, text[]);
--   drop table set_aside_notices, session_strikes, session_units; alter table facilitator_notes drop column adds_to; alter table mentor_notes drop column adds_to;
--   alter table session_contents drop column home_practice, drop column limit_reminded, drop column differs_cause, drop column differs_why;
--   delete from sessions where state = 'struck'; drop index sessions_once_a_minute, sessions_planned; alter table sessions drop column agreement_id, drop column struck_why, drop column from_elsewhere,
--   drop column doubled, drop constraint sessions_state_known, add constraint sessions_state_known check (state in ('planned', 'held', 'missed', 'called-off'));

alter table sessions add column agreement_id int references agreements;
alter table sessions add column struck_why text;
alter table sessions add column from_elsewhere boolean not null default false;
alter table sessions add column doubled boolean not null default false;
alter table sessions drop constraint sessions_state_known;
alter table sessions add constraint sessions_state_known check (state in ('planned', 'held', 'missed', 'called-off', 'struck'));
alter table sessions drop constraint sessions_missed_have_a_cause;
alter table sessions add constraint sessions_missed_have_a_cause check (case state when 'missed' then cause is not null when 'called-off' then true when 'struck' then true else cause is null end);
alter table sessions add constraint sessions_struck_say_why check ((state = 'struck') = (struck_why is not null));
comment on table sessions is 'When, where, how long, with whom; planned, held, missed with whose cause, called off (without a cause: because the person said stop, or the plan ended), or struck: it was about somebody else, and only its writer and a rights request still read it. The service''s causes are the service''s. author_id is who meets the person. recorded_at is when it was written down. plan_id or agreement_id is what the meeting rests on. from_elsewhere: it stood in another record by mistake. doubled: written twice before that was refused.';

-- What was written twice before this step keeps standing; from now on the same minute is written once.
alter table sessions no force row level security;
update sessions s set doubled = true where state in ('planned', 'held', 'missed')
  and exists (select from sessions o where o.participant_id = s.participant_id and o.author_id = s.author_id and o.starts_at = s.starts_at and o.state in ('planned', 'held', 'missed') and o.id < s.id);
alter table sessions force row level security;
create unique index sessions_once_a_minute on sessions (participant_id, author_id, starts_at) where state in ('planned', 'held', 'missed') and not doubled;
create index sessions_planned on sessions (participant_id, starts_at) where state = 'planned';

alter table session_contents add column home_practice text not null default '', add column limit_reminded boolean not null default false, add column differs_cause text, add column differs_why text not null default '';
alter table session_contents add constraint session_contents_differ_for_a_cause check (differs_cause is not null or differs_why = '');
alter table session_contents add constraint session_contents_cause_known check (differs_cause is null or differs_cause in ('no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer', 'illness', 'court', 'person-declined', 'person-absent', 'other'));
comment on table session_contents is 'What was done, the person''s own words, what they practise until next time, the next step; whether the limit on the offence was said (no more than that); and for whose cause something else was done than planned.';

create table session_units (
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  unit_id text not null,
  name text not null,
  about_the_offence boolean not null,
  planned boolean not null,
  delivered boolean not null,
  primary key (session_id, unit_id),
  constraint session_units_were_something check (planned or delivered)
);
comment on table session_units is 'Which units of the plan were planned for a session and which were worked on, by the name they had then. Both kept: dose is told as planned and as delivered.';
create index session_units_by_person on session_units (participant_id);

alter table facilitator_notes add column adds_to int references facilitator_notes on delete cascade;
alter table facilitator_notes add constraint facilitator_notes_additions_are_signed check (adds_to is null or signed_at is not null);
alter table mentor_notes add column adds_to int references mentor_notes on delete cascade;
alter table mentor_notes add constraint mentor_notes_additions_are_signed check (adds_to is null or signed_at is not null);
comment on table facilitator_notes is 'A facilitator''s note of a session: a draft that only its writer sees, until it is signed and fixed; from then on it stays with who wrote it, the co-facilitator and a successor. adds_to: a dated addition to a signed note.';
comment on table mentor_notes is 'A mentor''s own note: theirs, and, once it is signed, the person''s whom it is about. A signed one is fixed; adds_to: a dated addition to it.';
create index facilitator_notes_drafts on facilitator_notes (author_id) where signed_at is null;
create index mentor_notes_drafts on mentor_notes (author_id) where signed_at is null;

create table session_strikes (
  id int primary key,
  public_id text not null unique,
  session_id int not null unique references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  saved_at timestamptz not null,
  struck_at timestamptz not null,
  constraint session_strikes_after_saving check (struck_at >= saved_at)
);
comment on table session_strikes is 'That something was saved in this person''s record by mistake, when, by whom, and when it was struck. Nothing of what it said, and not whose it was.';
create index session_strikes_by_person on session_strikes (participant_id);

create table set_aside_notices (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  reader_id int not null references colleagues,
  told_at timestamptz not null,
  set_aside_at timestamptz,
  constraint set_aside_notices_once unique (session_id, reader_id)
);
comment on table set_aside_notices is 'Who opened something that was struck afterwards, as the access log says: they are told to set it aside, and say that they have. Nobody else reads who that is.';
create index set_aside_notices_by_reader on set_aside_notices (reader_id) where set_aside_at is null;

alter table session_units enable row level security;
alter table session_units force row level security;
alter table session_strikes enable row level security;
alter table session_strikes force row level security;
alter table set_aside_notices enable row level security;
alter table set_aside_notices force row level security;
