-- Why: before somebody goes out there must be somewhere to go: housing, work, education, health, associations, by area. A directory about places, never about people.
-- What is told of a place is told anew, never overwritten, so that whoever was sent there can see what was known then.
-- Undo by hand: drop table community_place_facts, community_places;

create table community_places (
  id int primary key,
  public_id text not null unique,
  kind text not null,
  revision int not null default 1,
  closed_on date,
  closed_why text,
  closed_by int references colleagues,
  constraint community_places_kind_known check (kind in ('housing', 'work', 'education', 'health', 'association')),
  constraint community_places_closed_told_whole check (num_nonnulls(closed_on, closed_why, closed_by) in (0, 3)),
  constraint community_places_why_length check (length(closed_why) between 1 and 1000)
);
comment on table community_places is 'A place outside where somebody can live, work, learn, be treated or belong. It knows of nobody who goes there, and has no column for what is believed there.';

create table community_place_facts (
  id int primary key,
  place_id int not null references community_places,
  revision int not null,
  name text not null,
  area text not null,
  offers text not null,
  reach text not null,
  address text not null default '',
  told_by int not null references colleagues,
  told_at timestamptz not null,
  constraint community_place_facts_told_once unique (place_id, revision),
  constraint community_place_facts_lengths check (length(name) between 1 and 200 and length(area) between 1 and 120 and length(offers) between 1 and 2000 and length(reach) between 1 and 500 and length(address) <= 500)
);
comment on table community_place_facts is 'What is told of a place: name, area, what it offers, how it is reached. Each telling stays; the latest holds.';

alter table community_places enable row level security;
alter table community_places force row level security;
alter table community_place_facts enable row level security;
alter table community_place_facts force row level security;
