-- Why: a plan is a programme and this person: which parts in which order and why, what is adapted, goals with five written levels, and what fits
-- before release. Nothing decided is overwritten: another decision stands beside it, so that a plan can be read as it was.
-- Undo by hand: drop function offence_is_open(int); drop table offence_agreements, plan_moves, plan_fits, plan_people, plan_states, plan_strands, plan_adaptations,
--   goal_closings, goal_levels, goals, plan_units; alter table plans drop constraint plans_of_one_person, drop column sessions_a_week;

alter table plans add constraint plans_of_one_person unique (id, participant_id);
alter table plans add column sessions_a_week numeric(4, 2) constraint plans_rhythm_of_a_week check (sessions_a_week between 0.25 and 14);
comment on column plans.sessions_a_week is 'The rhythm agreed with this person; nothing there: the programme''s own, where it has one.';

create table plan_units (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  unit_id text not null,
  about_the_offence boolean not null,
  position int,
  reason text not null,
  done_on date,
  chosen_by int not null references colleagues,
  chosen_at timestamptz not null,
  replaced_at timestamptz,
  constraint plan_units_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_units_say_why check (length(reason) between 1 and 2000),
  constraint plan_units_done_were_chosen check (done_on is null or position is not null)
);
comment on table plan_units is 'What was decided on each unit of the programme for this person: chosen, at its position, or left out (no position), with the reason and who decided; done_on when it is worked through. The row without replaced_at holds.';
create unique index plan_units_decided_once on plan_units (plan_id, unit_id) where replaced_at is null;
create index plan_units_by_person on plan_units (participant_id);

create table goals (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  title text not null,
  from_on date not null,
  until_on date,
  revision int not null default 1,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint goals_of_one_person unique (id, participant_id),
  constraint goals_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint goals_have_a_title check (length(title) between 1 and 300),
  constraint goals_end_after_start check (until_on is null or until_on >= from_on)
);
comment on table goals is 'What is to be reached in a period, agreed with the person (goal attainment scaling). Its words and levels can be changed until the period starts, and then are fixed: another period has goals of its own.';
create index goals_by_plan on goals (plan_id);
create index goals_by_person on goals (participant_id);

create table goal_levels (
  id int primary key,
  goal_id int not null,
  participant_id int not null,
  level int not null,
  sentence text not null,
  constraint goal_levels_written_once unique (goal_id, level),
  constraint goal_levels_are_five check (level between -2 and 2),
  constraint goal_levels_in_words check (length(sentence) between 1 and 1000),
  constraint goal_levels_of_a_goal foreign key (goal_id, participant_id) references goals (id, participant_id) on delete cascade
);
comment on table goal_levels is 'The five levels of a goal in words, from -2 to +2; 0 is what is expected by the end of the period.';
create index goal_levels_by_person on goal_levels (participant_id);

create table goal_closings (
  id int primary key,
  goal_id int not null,
  participant_id int not null,
  how text not null,
  words text not null default '',
  closed_on date not null,
  closed_by int not null references colleagues,
  closed_at timestamptz not null,
  constraint goal_closings_once unique (goal_id),
  constraint goal_closings_how_known check (how in ('period ended', 'life changed', 'replaced')),
  constraint goal_closings_words_short check (length(words) <= 2000),
  constraint goal_closings_of_a_goal foreign key (goal_id, participant_id) references goals (id, participant_id) on delete cascade
);
comment on table goal_closings is 'How a goal was closed, in fixed words. A goal that life changed is not a failure, so no word for that exists.';
create index goal_closings_by_person on goal_closings (participant_id);

create table plan_adaptations (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  kind text not null,
  what text not null,
  asked_for_by_person boolean not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  ended_at timestamptz,
  constraint plan_adaptations_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_adaptations_kind_known check (kind in ('language', 'literacy', 'trauma', 'neurodiversity', 'learning-need', 'faith-need')),
  constraint plan_adaptations_faith_asked_for check (kind <> 'faith-need' or asked_for_by_person),
  constraint plan_adaptations_in_words check (length(what) between 1 and 2000)
);
comment on table plan_adaptations is 'How the work is made to fit the person. A need of faith stands here only because the person asked for it; what they believe is asked by nobody.';
create index plan_adaptations_by_plan on plan_adaptations (plan_id);
create index plan_adaptations_by_person on plan_adaptations (participant_id);

create table plan_strands (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  kind text not null,
  what text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  ended_at timestamptz,
  constraint plan_strands_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_strands_kind_known check (kind in ('education', 'work', 'pro-social')),
  constraint plan_strands_in_words check (length(what) between 1 and 2000)
);
comment on table plan_strands is 'Education, work or a pro-social strand beside the programme: what somebody steps into, not only out of.';
create index plan_strands_by_plan on plan_strands (plan_id);
create index plan_strands_by_person on plan_strands (participant_id);

create table plan_states (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  state text not null,
  reason text not null,
  seen_on date not null,
  noted_by int not null references colleagues,
  noted_at timestamptz not null,
  constraint plan_states_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_states_say_why check (length(reason) between 1 and 2000)
);
comment on table plan_states is 'Where the person stands, in the states of the programme''s definition, with what was seen. People move in both directions: the latest holds and none is overwritten.';
create index plan_states_by_plan on plan_states (plan_id);
create index plan_states_by_person on plan_states (participant_id);

create table plan_people (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  needed text not null,
  why text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  ended_at timestamptz,
  constraint plan_people_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_people_in_words check (length(needed) between 1 and 200 and length(why) between 1 and 2000)
);
comment on table plan_people is 'Whom this plan needs beyond the least team of its programme, and what for. Who they are stands in the team.';
create index plan_people_by_plan on plan_people (plan_id);
create index plan_people_by_person on plan_people (participant_id);

create table plan_fits (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  choice text not null,
  reason text not null,
  release_on date not null,
  sessions_left int not null,
  sessions_possible int not null,
  chosen_by int not null references colleagues,
  chosen_at timestamptz not null,
  constraint plan_fits_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_fits_choice_known check (choice in ('prioritise', 'continue-outside', 'both')),
  constraint plan_fits_say_why check (length(reason) between 1 and 2000),
  constraint plan_fits_count_from_none check (sessions_left >= 0 and sessions_possible >= 0)
);
comment on table plan_fits is 'What was chosen when the sessions left did not fit before the release, with the numbers and the day of release as they were known: another day asks the question again.';
create index plan_fits_by_plan on plan_fits (plan_id);
create index plan_fits_by_person on plan_fits (participant_id);

create table plan_moves (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  from_version int not null,
  to_version int not null,
  reason text not null,
  moved_by int not null references colleagues,
  moved_at timestamptz not null,
  constraint plan_moves_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_moves_go_somewhere check (from_version <> to_version),
  constraint plan_moves_say_why check (length(reason) between 1 and 2000)
);
comment on table plan_moves is 'A running plan that somebody moved to another version of its programme, with the reason. No plan moves by itself.';
create index plan_moves_by_plan on plan_moves (plan_id);
create index plan_moves_by_person on plan_moves (participant_id);

create table offence_agreements (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  advice text not null,
  agreed boolean not null,
  agreed_on date not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint offence_agreements_advice_known check (advice in ('taken', 'declined', 'pending')),
  constraint offence_agreements_wait_for_advice check (not agreed or advice <> 'pending')
);
comment on table offence_agreements is 'Whether the person agrees to work about the offence, and whether legal advice was taken, declined or is pending: never what the advice said. The latest holds, and only under the legal status that it was given in.';
create index offence_agreements_by_person on offence_agreements (participant_id, recorded_at);

alter table plan_units enable row level security;
alter table plan_units force row level security;
alter table goals enable row level security;
alter table goals force row level security;
alter table goal_levels enable row level security;
alter table goal_levels force row level security;
alter table goal_closings enable row level security;
alter table goal_closings force row level security;
alter table plan_adaptations enable row level security;
alter table plan_adaptations force row level security;
alter table plan_strands enable row level security;
alter table plan_strands force row level security;
alter table plan_states enable row level security;
alter table plan_states force row level security;
alter table plan_people enable row level security;
alter table plan_people force row level security;
alter table plan_fits enable row level security;
alter table plan_fits force row level security;
alter table plan_moves enable row level security;
alter table plan_moves force row level security;
alter table offence_agreements enable row level security;
alter table offence_agreements force row level security;
