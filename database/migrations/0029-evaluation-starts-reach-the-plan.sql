-- Why: a start drawn by lot is kept for a place in the order of enrolment; whoever is enrolled takes the next place, and their plan says from which day the treatment
-- begins, and nothing else of the study. Phases can follow the dated stages of a plan.
-- Undo by hand: drop table plan_drawn_starts, study_enrolments; alter table study_start_points drop column every_days; (and the older check on studies.phases)

alter table studies drop constraint studies_phases_known;
alter table studies add constraint studies_phases_known check (phases in ('as-recorded', 'plan-begins', 'plan-stages', 'first-ones'));
alter table studies add constraint studies_drawn_starts_come_after_the_plan check (design <> 'drawn-starts' or phases <> 'plan-begins');
alter table study_start_points add column every_days int not null default 14;
alter table study_start_points alter column every_days drop default;
alter table study_start_points add constraint study_start_points_rhythm check (every_days between 1 and 92);

create table study_enrolments (
  study_id int not null,
  place int not null,
  plan_id int not null unique references plans on delete cascade,
  enrolled_on date not null,
  begins_on date not null,
  primary key (study_id, place),
  foreign key (study_id, place) references study_start_points (study_id, place) on delete cascade
);
comment on table study_enrolments is 'Which plan took which place of a draw, in the order of enrolment. Nobody reads it but the functions of the views: the evaluator does not learn who, the team does not learn of which study.';

create table plan_drawn_starts (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null unique,
  begins_on date not null,
  asked_by int not null references colleagues,
  drawn_at timestamptz not null,
  constraint plan_drawn_starts_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade
);
comment on table plan_drawn_starts is 'The day on which the treatment of a plan is to begin, drawn by lot. It says no more than that; it is drawn once.';
create index plan_drawn_starts_by_person on plan_drawn_starts (participant_id);

alter table study_enrolments enable row level security;
alter table study_enrolments force row level security;
alter table plan_drawn_starts enable row level security;
alter table plan_drawn_starts force row level security;
