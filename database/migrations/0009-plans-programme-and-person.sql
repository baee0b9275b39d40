-- Why: a plan joins one version of a programme to one person: dates and people for those who arrange, content for those who work on it.
-- Undo by hand: drop table plan_aims, plans;

create table plans (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  programme text not null,
  version int not null,
  state text not null,
  begins_on date not null,
  ended_on date,
  ending text,
  revision int not null default 1,
  made_by int not null references colleagues,
  made_at timestamptz not null,
  foreign key (programme, version) references programme_versions (programme, version),
  constraint plans_state_known check (state in ('running', 'paused', 'ended')),
  constraint plans_ending_known check (ending is null or ending in ('completed', 'commitments consolidated', 'transferred', 'own wish', 'another route')),
  constraint plans_ended_say_how check ((state = 'ended') = (ended_on is not null and ending is not null)),
  constraint plans_end_after_begin check (ended_on is null or ended_on >= begins_on)
);
comment on table plans is 'Which programme, which version, from when, how it ended: the dates of a plan. Its content stands in plan_aims.';
create unique index plans_one_open on plans (participant_id) where state <> 'ended';

create table plan_aims (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  plan_id int not null references plans on delete cascade,
  position int not null,
  aim text not null,
  reason text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  dropped_at timestamptz,
  constraint plan_aims_not_endless check (length(aim) <= 2000 and length(reason) <= 2000)
);
comment on table plan_aims is 'What the plan works towards with this person, each with its reason from the shared understanding.';
create index plan_aims_by_plan on plan_aims (plan_id);
create index plan_aims_by_person on plan_aims (participant_id);

alter table plans enable row level security;
alter table plans force row level security;
alter table plan_aims enable row level security;
alter table plan_aims force row level security;
