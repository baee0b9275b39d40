-- Why: before somebody goes out, somebody outside must know that it is theirs now; places are chosen with the person; meetings go on after the end; and the next worker
-- takes over what is named. The plan itself opens by counting: so many days before the day of release as the service has written down.
-- Undo by hand: drop table transition_hand_overs_taken, transition_hand_overs, transition_maintenance, transition_links, transition_acknowledgements, transition_owners, transition_lead_times;

create table transition_lead_times (
  id int primary key,
  days int not null,
  rule text not null,
  set_by int not null references colleagues,
  set_at timestamptz not null,
  constraint transition_lead_times_days_some check (days between 7 and 730),
  constraint transition_lead_times_rule_short check (length(rule) between 1 and 500)
);
comment on table transition_lead_times is 'How many days before release the transition of a person opens, and which rule of the service says so. The latest holds; those before stay.';

create table transition_owners (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  colleague_id int references colleagues,
  place_id int references community_places,
  acknowledge_by date not null,
  named_by int not null references colleagues,
  named_at timestamptz not null,
  constraint transition_owners_one_of_two check (num_nonnulls(colleague_id, place_id) = 1)
);
comment on table transition_owners is 'Who outside takes it from here: a colleague of probation or a place outside, and by which day they have to say that they know. The latest named holds; those before stay.';
create index transition_owners_by_person on transition_owners (participant_id, named_at);
create index transition_owners_by_colleague on transition_owners (colleague_id);

create table transition_acknowledgements (
  id int primary key,
  owner_id int not null unique references transition_owners on delete cascade,
  by_id int not null references colleagues,
  words text not null default '',
  acknowledged_at timestamptz not null,
  constraint transition_acknowledgements_words_length check (length(words) <= 1000)
);
comment on table transition_acknowledgements is 'That the owner outside knows that it is theirs: said by themself, or, for a place, written down by whoever spoke with them.';

create table transition_links (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  place_id int not null references community_places,
  answer text not null,
  words text not null default '',
  told_by int not null references colleagues,
  told_at timestamptz not null,
  constraint transition_links_answer_known check (answer in ('agreed', 'not-agreed', 'thinking', 'over')),
  constraint transition_links_words_length check (length(words) <= 1000)
);
comment on table transition_links is 'A place outside that was looked at with the person, and what they say of it: agreed, not agreed, still thinking, over. The latest of a place holds; those before stay. No answer has a consequence.';
create index transition_links_by_person on transition_links (participant_id, told_at);

create table transition_maintenance (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  colleague_id int not null references colleagues,
  from_on date not null,
  every_weeks int not null,
  meetings int not null,
  arranged_by int not null references colleagues,
  arranged_at timestamptz not null,
  constraint transition_maintenance_rhythm_some check (every_weeks between 1 and 26 and meetings between 1 and 52)
);
comment on table transition_maintenance is 'Meetings after the end: with whom, from which day, how often, how many. The latest arranged holds; those before stay.';
create index transition_maintenance_by_person on transition_maintenance (participant_id, arranged_at);

create table transition_hand_overs (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  to_id int not null references colleagues,
  items text[] not null,
  states_needed_for text,
  words text not null default '',
  acknowledge_by date not null,
  handed_by int not null references colleagues,
  handed_at timestamptz not null,
  constraint transition_hand_overs_items_known check (cardinality(items) >= 1 and items <@ array['meetings', 'agreements', 'goals', 'places', 'practical', 'interpreter', 'states']),
  constraint transition_hand_overs_states_only_if_needed check (('states' = any (items)) = (states_needed_for is not null)),
  constraint transition_hand_overs_to_another check (to_id <> handed_by),
  constraint transition_hand_overs_words_length check (length(words) <= 2000 and length(states_needed_for) between 1 and 500)
);
comment on table transition_hand_overs is 'What was handed over to the next worker, by name of the thing, and by which day they say that they have it. States of the person travel only with what they are needed for.';
create index transition_hand_overs_by_person on transition_hand_overs (participant_id, handed_at);
create index transition_hand_overs_by_next on transition_hand_overs (to_id);

create table transition_hand_overs_taken (
  id int primary key,
  hand_over_id int not null unique references transition_hand_overs on delete cascade,
  by_id int not null references colleagues,
  taken_at timestamptz not null
);
comment on table transition_hand_overs_taken is 'That the next worker has what was handed over.';

alter table transition_lead_times enable row level security;
alter table transition_lead_times force row level security;
alter table transition_owners enable row level security;
alter table transition_owners force row level security;
alter table transition_acknowledgements enable row level security;
alter table transition_acknowledgements force row level security;
alter table transition_links enable row level security;
alter table transition_links force row level security;
alter table transition_maintenance enable row level security;
alter table transition_maintenance force row level security;
alter table transition_hand_overs enable row level security;
alter table transition_hand_overs force row level security;
alter table transition_hand_overs_taken enable row level security;
alter table transition_hand_overs_taken force row level security;
