-- Why: an authority can take somebody back into custody, and somebody who had ended can come back into the programme. Both were written as if the day of release had changed, or as a
-- new person. A recall keeps the authority's words apart from the person's own; a way back keeps what was before.
-- Undo by hand: drop table re_entries, recall_notings, recall_answers, recall_reasons, recalls;

create table recalls (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  recalled_on date not null,
  authority text not null,
  released_on date not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint recalls_after_the_release check (recalled_on >= released_on),
  constraint recalls_once_a_day unique (participant_id, recalled_on),
  constraint recalls_authority_length check (length(authority) between 1 and 200)
);
comment on table recalls is 'That an authority took somebody back into custody, on which day, after which release. The day of release is open again from then on; the one before stays.';
create index recalls_by_person on recalls (participant_id, recorded_at);

create table recall_reasons (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  recall_id int not null unique references recalls on delete cascade,
  reason text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint recall_reasons_length check (length(reason) between 1 and 2000)
);
comment on table recall_reasons is 'Why, in the words of the authority: what it alleges or found, and no judgement of ours. Fewer people read this than the day.';
create index recall_reasons_by_person on recall_reasons (participant_id);

create table recall_answers (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  recall_id int not null references recalls on delete cascade,
  words text not null,
  recorded_by int references colleagues,
  said_at timestamptz not null,
  constraint recall_answers_length check (length(words) between 1 and 2000)
);
comment on table recall_answers is 'What the person says of a recall: written by themself, or by the case manager in their words. It stands beside the reason and is never changed.';
create index recall_answers_by_recall on recall_answers (recall_id);
create index recall_answers_by_person on recall_answers (participant_id);

create table recall_notings (
  id int primary key,
  recall_id int not null references recalls on delete cascade,
  colleague_id int not null references colleagues,
  noted_at timestamptz not null,
  constraint recall_notings_once unique (recall_id, colleague_id)
);
comment on table recall_notings is 'That a member of the team knows of a recall: said by themself, with one press.';

create table re_entries (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  reason text not null,
  ended_on date,
  needs_yes boolean not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint re_entries_once_after_an_end unique (participant_id, ended_on),
  constraint re_entries_reason_length check (length(reason) between 1 and 2000)
);
comment on table re_entries is 'That somebody who had ended comes back into the programme, why, when they had ended, and whether a new yes is needed because they had taken the last one back. The plan before stays history.';
create index re_entries_by_person on re_entries (participant_id, recorded_at);

alter table recalls enable row level security;
alter table recalls force row level security;
alter table recall_reasons enable row level security;
alter table recall_reasons force row level security;
alter table recall_answers enable row level security;
alter table recall_answers force row level security;
alter table recall_notings enable row level security;
alter table recall_notings force row level security;
alter table re_entries enable row level security;
alter table re_entries force row level security;
