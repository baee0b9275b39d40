-- Why: a planned session could not be moved, only called off and planned anew, so that nobody could see where it had lain. Now it moves, where it lay before stays written with whose cause it
-- was, and those planned together with it can move too. A session can catch up on one that was missed, and be held by two.
-- Undo by hand: drop table session_moves; alter table sessions drop column series_id, drop column catches_up_id, drop column second_id;

alter table sessions add column series_id int, add column catches_up_id int references sessions on delete set null, add column second_id int references colleagues;
alter table sessions add constraint sessions_catch_up_on_another check (catches_up_id <> id);
alter table sessions add constraint sessions_of_two_colleagues check (second_id <> author_id);
comment on column sessions.series_id is 'The id of the first session of those that were planned together: they can move together.';
comment on column sessions.catches_up_id is 'The missed session that this one makes up for.';
comment on column sessions.second_id is 'A second facilitator who is there too. It is planned, moved and recorded by author_id.';
create index sessions_of_a_series on sessions (series_id) where series_id is not null;
create index sessions_catching_up on sessions (catches_up_id) where catches_up_id is not null;
create index sessions_by_second on sessions (second_id, starts_at) where second_id is not null;

create table session_moves (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  from_at timestamptz not null,
  to_at timestamptz not null,
  from_place text not null,
  cause text not null,
  cause_note text not null default '',
  moved_at timestamptz not null,
  constraint session_moves_cause_known check (cause in ('no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer', 'illness', 'court', 'person-declined', 'person-absent', 'other'))
);
comment on table session_moves is 'Where a planned session lay before it was moved, where it went, by whom, and whose cause it was. A move to another place at the same time has the same moment twice.';
create index session_moves_by_session on session_moves (session_id, moved_at);
create index session_moves_by_person on session_moves (participant_id);

alter table session_moves enable row level security;
alter table session_moves force row level security;
