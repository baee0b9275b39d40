-- Why: the tools of the methods (a functional analysis, costs and benefits, a life line …) are worked on with the person, on a sheet with named parts. Each saving keeps
-- the one before. The map of what somebody belongs to has tables of its own, because fewer read it: it is the person's drawing.
-- Undo by hand: drop table identity_map_labels, identity_maps, exercise_entries, exercises;

create table exercises (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  kind text not null,
  unit_id text,
  programme text not null,
  version int not null,
  about_the_offence boolean not null,
  made_on date not null,
  written_at timestamptz not null,
  revision int not null default 1,
  struck_at timestamptz,
  struck_why text not null default '',
  constraint exercises_id_with_person unique (id, participant_id),
  constraint exercises_known check (kind in ('functional_analysis', 'problem_solving', 'costs_and_benefits', 'values_and_commitments', 'mindfulness_log', 'life_line', 'strong_feelings', 'dissonance_prompt', 'opportunity_log', 'moving_on_plan')),
  constraint exercises_of_the_offence check (about_the_offence or kind not in ('functional_analysis', 'life_line')),
  constraint exercises_struck_with_a_reason check ((struck_at is null) = (struck_why = '')),
  constraint exercises_of_a_version foreign key (programme, version) references programme_versions (programme, version)
);
comment on table exercises is 'One sheet of a tool of the method, worked on with the person: which tool, for which unit of their plan, on which day, by whom. What stands on it is in exercise_entries. Struck: it was about somebody else.';
create index exercises_by_person on exercises (participant_id);

create table exercise_entries (
  id int primary key,
  exercise_id int not null,
  participant_id int not null,
  author_id int not null references colleagues,
  revision int not null,
  part text not null,
  position int not null,
  words text not null,
  at_when text not null default '',
  weight smallint,
  on_day date,
  outcome text not null default '',
  constraint exercise_entries_of_a_sheet foreign key (exercise_id, participant_id) references exercises (id, participant_id) on delete cascade,
  constraint exercise_entries_once unique (exercise_id, revision, part, position),
  constraint exercise_entries_weight check (weight between -5 and 10),
  constraint exercise_entries_length check (length(words) between 1 and 2000 and length(at_when) <= 100 and length(outcome) <= 1000)
);
comment on table exercise_entries is 'What stands on a sheet, by its named parts, in the words that were found with the person. Each saving writes all of it under the next revision; the earlier ones stay.';

create table identity_maps (like exercises including defaults);
alter table identity_maps add primary key (id), add unique (public_id), add constraint identity_maps_id_with_person unique (id, participant_id),
  add constraint identity_maps_person foreign key (participant_id) references participants on delete cascade, add constraint identity_maps_author foreign key (author_id) references colleagues,
  add constraint identity_maps_known check (kind = 'identity_map'), add constraint identity_maps_struck_with_a_reason check ((struck_at is null) = (struck_why = '')),
  add constraint identity_maps_of_a_version foreign key (programme, version) references programme_versions (programme, version);
comment on table identity_maps is 'The person''s own drawing of what they belonged to before and belong to now. Never part of a disclosure, never searched across people.';
create index identity_maps_by_person on identity_maps (participant_id);

create table identity_map_labels (like exercise_entries including defaults);
alter table identity_map_labels add primary key (id), add constraint identity_map_labels_of_a_map foreign key (exercise_id, participant_id) references identity_maps (id, participant_id) on delete cascade,
  add constraint identity_map_labels_author foreign key (author_id) references colleagues, add constraint identity_map_labels_once unique (exercise_id, revision, part, position),
  add constraint identity_map_labels_near check (weight between 1 and 3), add constraint identity_map_labels_length check (length(words) between 1 and 200 and length(outcome) <= 1000);
comment on table identity_map_labels is 'Labels of the person''s choosing on their map, each near or far. A label is no identity: it is shared with no other person''s map.';

alter table exercises enable row level security;
alter table exercises force row level security;
alter table exercise_entries enable row level security;
alter table exercise_entries force row level security;
alter table identity_maps enable row level security;
alter table identity_maps force row level security;
alter table identity_map_labels enable row level security;
alter table identity_map_labels force row level security;
