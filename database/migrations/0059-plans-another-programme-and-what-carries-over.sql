-- Why: another programme was an ended plan and a new one that knew nothing of each other; goals that go on had to be typed again, and nobody could see why it changed.
-- Undo by hand: alter table plan_strands drop column carried_from_id; alter table plan_adaptations drop column carried_from_id; alter table plan_aims drop column carried_from_id;
--   alter table goals drop column carried_from_id; drop table plan_carryings, plan_changes.

create table plan_changes (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  from_plan_id int not null unique references plans on delete cascade,
  to_plan_id int not null unique references plans on delete cascade,
  reason text not null,
  changed_by int not null references colleagues,
  changed_at timestamptz not null,
  constraint plan_changes_of_one_person foreign key (from_plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_changes_to_the_same_person foreign key (to_plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_changes_to_another check (from_plan_id <> to_plan_id),
  constraint plan_changes_reason_length check (length(reason) between 1 and 2000)
);
comment on table plan_changes is 'That somebody went from one programme to another: which plan ended, in its fixed word, which one followed it, and why.';
create index plan_changes_by_person on plan_changes (participant_id, changed_at);

create table plan_carryings (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null unique,
  from_plan_id int not null references plans on delete cascade,
  chosen_by int not null references colleagues,
  chosen_at timestamptz not null,
  constraint plan_carryings_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_carryings_from_another check (from_plan_id <> plan_id)
);
comment on table plan_carryings is 'That it was chosen what of the plan before goes on in this one; that nothing does is a choice too. What goes on says from where it came.';
create index plan_carryings_by_person on plan_carryings (participant_id);

alter table goals add column carried_from_id int references goals on delete set null;
comment on column goals.carried_from_id is 'The goal of the plan before that this one goes on with.';
alter table plan_aims add column carried_from_id int references plan_aims on delete set null;
comment on column plan_aims.carried_from_id is 'The aim of the plan before that this one goes on with.';
alter table plan_adaptations add column carried_from_id int references plan_adaptations on delete set null;
comment on column plan_adaptations.carried_from_id is 'The adaptation of the plan before that this one goes on with.';
alter table plan_strands add column carried_from_id int references plan_strands on delete set null;
comment on column plan_strands.carried_from_id is 'The strand of the plan before that this one goes on with.';
create index goals_carried_from on goals (carried_from_id) where carried_from_id is not null;

alter table plan_changes enable row level security;
alter table plan_changes force row level security;
alter table plan_carryings enable row level security;
alter table plan_carryings force row level security;
