-- Why: whether it helped is asked by a plan that is written and locked before anybody sees an outcome; what was drawn by lot, reported and published is kept.
-- Undo by hand: drop table study_releases, study_reports, study_start_points, study_keys, studies;

create table studies (
  id int primary key,
  public_id text not null unique,
  title text not null,
  question text not null,
  programme text not null,
  design text not null,
  outcome_kind text not null,
  outcome text not null,
  better text not null,
  phases text not null,
  effect text not null,
  least_people int not null,
  least_points int not null,
  reliability double precision,
  spread double precision,
  cutoff double precision,
  yardstick_source text not null default '',
  conclusion text not null,
  seed int not null,
  revision int not null default 1,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  locked_by int references colleagues,
  locked_at timestamptz,
  constraint studies_said_in_full check (length(title) between 1 and 200 and length(question) between 1 and 2000 and length(conclusion) between 1 and 4000),
  constraint studies_design_known check (design in ('ab', 'multiple-baseline', 'drawn-starts')),
  constraint studies_outcome_known check (outcome_kind in ('ruler', 'scale', 'session', 'goals') and length(outcome) between 1 and 100),
  constraint studies_better_known check (better in ('higher', 'lower')),
  constraint studies_phases_known check (phases in ('as-recorded', 'plan-begins')),
  constraint studies_effect_known check (effect in ('nap', 'tau')),
  constraint studies_need_some check (least_people between 1 and 1000 and least_points between 1 and 100),
  constraint studies_reliability_is_a_share check (reliability is null or (reliability > 0 and reliability < 1)),
  constraint studies_yardstick_has_a_source check ((reliability is null and spread is null and cutoff is null) or yardstick_source <> ''),
  constraint studies_reliability_with_spread check ((reliability is null) = (spread is null) and (spread is null or spread > 0)),
  constraint studies_locked_by_somebody check ((locked_at is null) = (locked_by is null))
);
comment on table studies is 'An analysis plan: the question, the outcome, the design, the method, how many people and points are needed and what will be concluded. Once locked it is never changed, and only then outcomes are seen. About nobody in particular.';

create table study_keys (
  study_id int primary key references studies on delete cascade,
  secret text not null
);
comment on table study_keys is 'What a study''s pseudonyms and shifted dates are made from. Nobody reads it but the functions of the views; without it no key leads back to a person.';

create table study_start_points (
  study_id int not null references studies on delete cascade,
  place int not null,
  earliest int not null,
  latest int not null,
  drawn int not null,
  drawn_at timestamptz not null,
  primary key (study_id, place),
  constraint study_start_points_drawn_within check (earliest >= 1 and drawn between earliest and latest)
);
comment on table study_start_points is 'For the first, second, … person of a study with drawn starts: between how many baseline measurements chance could choose, and what it drew. Never drawn again.';

create table study_reports (
  id int primary key,
  public_id text not null unique,
  study_id int not null references studies on delete cascade,
  made_by int not null references colleagues,
  made_at timestamptz not null,
  code_version text not null,
  data_print text not null,
  document bytea not null,
  constraint study_reports_not_endless check (length(document) < 20000000)
);
comment on table study_reports is 'A report as it was made, with a print of the data that it rests on: the same data give the same bytes.';
create index study_reports_by_study on study_reports (study_id, made_at desc);

create table study_releases (
  id int primary key,
  public_id text not null unique,
  study_id int not null references studies on delete cascade,
  name text not null,
  rows text[] not null,
  columns text[] not null,
  counts int[] not null,
  hidden boolean[] not null,
  released_by int not null references colleagues,
  released_at timestamptz not null,
  constraint study_releases_whole check (cardinality(counts) = cardinality(rows) * cardinality(columns) and cardinality(hidden) = cardinality(counts))
);
comment on table study_releases is 'A table of counts that was given out, with which cells were withheld, so that the next one is checked against it.';
create index study_releases_by_study on study_releases (study_id, name, released_at desc);

alter table studies enable row level security;
alter table studies force row level security;
alter table study_keys enable row level security;
alter table study_keys force row level security;
alter table study_start_points enable row level security;
alter table study_start_points force row level security;
alter table study_reports enable row level security;
alter table study_reports force row level security;
alter table study_releases enable row level security;
alter table study_releases force row level security;
