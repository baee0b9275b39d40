-- Why: everything seen and done is written down, by the platform alone, and nobody can change it afterwards.
-- Undo by hand: the log is never undone. (drop table log_seals, access_log;)

create table access_log (
  id int not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id int not null,
  actor_name text not null,
  actor_roles text[] not null,
  shape text not null,
  operation text not null,
  record text not null,
  participant_ids int[] not null,
  object_ids text[] not null default '{}',
  purpose text not null,
  recipient text,
  door text not null,
  token_id int,
  request_id text not null,
  constraint access_log_operation_known check (operation in ('collect', 'alter', 'consult', 'disclose', 'combine', 'erase')),
  constraint access_log_disclosure_has_recipient check (operation <> 'disclose' or recipient is not null)
) partition by range (at);
comment on table access_log is 'Who did which of the six operations on which persons'' records, when, why and through which door; never contents. Append-only. object_ids are the public ids that the address named and those made meanwhile.';
create index access_log_at on access_log using brin (at);
create index access_log_participants on access_log using gin (participant_ids);
create index access_log_actor on access_log (actor_kind, actor_id, at);
create table access_log_other partition of access_log default;
comment on table access_log_other is 'Catches lines of a month whose own part is missing, so that the service never stops for it.';
alter table access_log enable row level security;
alter table access_log force row level security;
alter table access_log_other enable row level security;
alter table access_log_other force row level security;

create table log_seals (
  day date primary key,
  lines int not null,
  seal text not null,
  sealed_at timestamptz not null
);
comment on table log_seals is 'One seal a finished day (UTC): a hash over the day''s lines and the seal before. Whoever noted a seal can prove later that no line up to that day was changed, added or taken away.';
alter table log_seals enable row level security;
alter table log_seals force row level security;
