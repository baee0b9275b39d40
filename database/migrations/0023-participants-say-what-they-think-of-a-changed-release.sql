-- Why: a changed day of release is told in writing to the person themself, and what they say of it is kept beside it.
-- Undo by hand: drop table release_answers.

create table release_answers (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  release_id int not null references releases on delete cascade,
  words text not null default '',
  said_at timestamptz not null,
  constraint release_answers_not_endless check (length(words) <= 2000)
);
comment on table release_answers is 'That a person has read what was recorded of their release, and what they say of it. Each answer stays.';
create index release_answers_by_person on release_answers (participant_id, said_at);
create index release_answers_by_release on release_answers (release_id);

alter table release_answers enable row level security;
alter table release_answers force row level security;
