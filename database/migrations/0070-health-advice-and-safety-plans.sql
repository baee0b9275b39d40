-- Why: health says to named readers what to do or to leave, and writes with the person what helps when it gets dark. In a crisis nobody who was called could find either.
-- Undo by hand: drop table safety_plans, functional_advice;

create table functional_advice (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  words text not null,
  readers text[] not null,
  told text not null,
  review_on date not null,
  written_at timestamptz not null,
  replaces_id int references functional_advice on delete set null,
  replaced_at timestamptz,
  ended_on date,
  ended_by int references colleagues,
  ended_why text,
  taken_back_at timestamptz,
  constraint functional_advice_lengths check (length(words) between 1 and 1000 and length(ended_why) between 1 and 500),
  constraint functional_advice_for_readers check (cardinality(readers) between 1 and 3 and readers <@ array['facilitator', 'assessor', 'case_manager']),
  constraint functional_advice_told_known check (told in ('together', 'told')),
  constraint functional_advice_ended_whole check (num_nonnulls(ended_on, ended_by, ended_why) in (0, 3)),
  constraint functional_advice_replaced_or_ended check (replaced_at is null or ended_on is null)
);
comment on table functional_advice is 'What others do or leave for somebody, said by health to named roles of the team and told to the person: "short sentences, a break every twenty minutes". Never a diagnosis and never why. Words are never changed: newer ones replace them, and these stay.';
create index functional_advice_by_person on functional_advice (participant_id);
create unique index functional_advice_replaced_once on functional_advice (replaces_id) where taken_back_at is null;

create table safety_plans (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  signs text not null,
  own_steps text not null,
  whom_to_call text not null,
  safe_place text not null,
  review_on date not null,
  written_at timestamptz not null,
  replaces_id int references safety_plans on delete set null,
  replaced_at timestamptz,
  ended_on date,
  ended_by int references colleagues,
  ended_why text,
  taken_back_at timestamptz,
  constraint safety_plans_lengths check (greatest(length(signs), length(own_steps), length(whom_to_call), length(safe_place)) between 1 and 1000 and length(ended_why) between 1 and 500),
  constraint safety_plans_ended_whole check (num_nonnulls(ended_on, ended_by, ended_why) in (0, 3)),
  constraint safety_plans_replaced_or_ended check (replaced_at is null or ended_on is null)
);
comment on table safety_plans is 'What helps somebody when it gets dark, in their words, written together with them: how they notice it, what they do themselves, whom they call, how the place stays safe. A plan is renewed by a newer one, and never changed.';
create index safety_plans_by_person on safety_plans (participant_id);
create unique index safety_plans_one_in_force on safety_plans (participant_id) where replaced_at is null and ended_on is null and taken_back_at is null;

alter table functional_advice enable row level security;
alter table functional_advice force row level security;
alter table safety_plans enable row level security;
alter table safety_plans force row level security;
