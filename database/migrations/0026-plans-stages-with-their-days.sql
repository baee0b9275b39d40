-- Why: a running plan goes through the stages of its programme, and which day belongs to which stage stood nowhere. People also go back: every step is kept.
-- Undo by hand: drop table plan_stages;

create table plan_stages (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  plan_id int not null,
  stage text not null,
  kind text not null,
  begins_on date not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  taken_back_at timestamptz,
  constraint plan_stages_of_a_plan foreign key (plan_id, participant_id) references plans (id, participant_id) on delete cascade,
  constraint plan_stages_kind_known check (kind in ('referral', 'assessment', 'formulation', 'matching', 'agreement', 'delivery', 'transition', 'maintenance', 'closing'))
);
comment on table plan_stages is 'From which day a plan stood in which stage of its programme. The latest day holds; an earlier stage can follow a later one, and what was written by mistake is taken back and stays here.';
create unique index plan_stages_one_a_day on plan_stages (plan_id, begins_on) where taken_back_at is null;
create index plan_stages_by_person on plan_stages (participant_id);

alter table plan_stages enable row level security;
alter table plan_stages force row level security;
