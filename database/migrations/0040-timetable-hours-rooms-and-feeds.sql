-- Why: sessions are proposed around when colleagues work, when people can be met in a unit, which rooms there are and how far apart places lie; and colleagues want their own meetings in
-- the calendar they use, without anything that says who or what. None of these tables is about a participant.
-- Undo by hand: alter table sessions drop column room_id; drop table appointment_feeds, ways_between, regime_hours, rooms, days_away, working_hours;

create table working_hours (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  weekday int not null,
  from_time time not null,
  until_time time not null,
  constraint working_hours_weekday check (weekday between 1 and 7),
  constraint working_hours_in_order check (from_time < until_time)
);
comment on table working_hours is 'When a colleague works in an ordinary week, said by themselves. Nobody else reads it; whoever plans with them learns only when they cannot.';
create index working_hours_by_colleague on working_hours (colleague_id);

create table days_away (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  from_on date not null,
  until_on date not null,
  constraint days_away_in_order check (from_on <= until_on)
);
comment on table days_away is 'Days on which a colleague is not there, said by themselves. Why is asked nowhere, and there is no column for it.';
create index days_away_by_colleague on days_away (colleague_id, until_on);

create table rooms (
  id int primary key,
  public_id text not null unique,
  unit_id int not null references units,
  name text not null,
  holds int not null,
  closed_on date,
  constraint rooms_hold_somebody check (holds between 1 and 500)
);
comment on table rooms is 'Rooms of a unit in which people are met, and how many each holds.';
create unique index rooms_once on rooms (unit_id, lower(name)) where closed_on is null;

create table regime_hours (
  id int primary key,
  public_id text not null unique,
  unit_id int not null references units,
  weekday int not null,
  from_time time not null,
  until_time time not null,
  constraint regime_hours_weekday check (weekday between 1 and 7),
  constraint regime_hours_in_order check (from_time < until_time)
);
comment on table regime_hours is 'When people of a unit can be met. Where nothing is said, at any time.';
create index regime_hours_by_unit on regime_hours (unit_id);

create table ways_between (
  from_unit_id int not null references units,
  to_unit_id int not null references units,
  minutes int not null,
  primary key (from_unit_id, to_unit_id),
  constraint ways_between_two check (from_unit_id < to_unit_id),
  constraint ways_between_minutes check (minutes between 0 and 360)
);
comment on table ways_between is 'How long the way from one unit to another takes, either way.';

create table appointment_feeds (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  token_hash text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint appointment_feeds_end check (expires_at > made_at)
);
comment on table appointment_feeds is 'An address at which a calendar reads when and where a colleague has appointments, and nothing about with whom or for what. Only the hash of its secret is kept; it ends by itself and at once when it is ended.';
create index appointment_feeds_by_colleague on appointment_feeds (colleague_id) where ended_at is null;

alter table sessions add column room_id int references rooms;
comment on column sessions.room_id is 'The room that is taken, where one of the list was chosen; place is what people read.';
create index sessions_in_a_room on sessions (room_id, starts_at) where room_id is not null;

alter table working_hours enable row level security;
alter table working_hours force row level security;
alter table days_away enable row level security;
alter table days_away force row level security;
alter table rooms enable row level security;
alter table rooms force row level security;
alter table regime_hours enable row level security;
alter table regime_hours force row level security;
alter table ways_between enable row level security;
alter table ways_between force row level security;
alter table appointment_feeds enable row level security;
alter table appointment_feeds force row level security;
