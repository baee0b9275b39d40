-- Why: who works in the service and where. A colleague is anybody who signs in and is not a participant: staff, mentors, volunteers.
-- Undo by hand: drop table supervisions, colleagues, units; drop table services;

create table services (
  id int primary key default 1,
  name text not null,
  time_zone text not null,
  languages text[] not null,
  holidays date[] not null default '{}',
  codes_required boolean not null default false,
  clock_on date,
  revision int not null default 1,
  constraint services_only_one check (id = 1)
);
comment on table services is 'The service''s own facts, edited by its administrator. clock_on is the day that a demonstration pretends it is.';

create table units (
  id int primary key,
  public_id text not null unique,
  name text not null unique,
  kind text not null,
  closed_on date,
  constraint units_kind_known check (kind in ('prison', 'remand', 'probation', 'programme'))
);
comment on table units is 'Prisons, remand houses, probation offices: where participants are and what a coordinator coordinates.';

create table colleagues (
  id int primary key,
  public_id text not null unique,
  name text not null,
  title text not null default '',
  unit_id int references units,
  left_on date,
  constraint colleagues_name_short check (length(name) between 1 and 200)
);
comment on table colleagues is 'Everybody who works with or for participants, by name and title. What was checked about them is in staff records, not here.';

alter table services enable row level security;
alter table services force row level security;
alter table units enable row level security;
alter table units force row level security;
alter table colleagues enable row level security;
alter table colleagues force row level security;
