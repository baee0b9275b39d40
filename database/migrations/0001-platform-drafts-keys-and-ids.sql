-- Why: what the platform itself keeps: text not yet sent, answers already given, how a file's columns were mapped last time.
-- Undo by hand: drop table drafts, idempotency_keys, column_mappings; drop sequence ids;

-- Extensions stand apart from our own names; a function is nobody's to call until a policy file grants it.
create schema if not exists extensions;
create extension if not exists btree_gist schema extensions;
create extension if not exists pg_trgm schema extensions;
alter default privileges revoke execute on functions from public;

create sequence ids increment by 64;
comment on sequence ids is 'Ids are made before the insert, in blocks of 64 a process: a role that may only write cannot read an id back.';

create table drafts (
  id int primary key,
  owner_kind text not null,
  owner_id int not null,
  form text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  constraint drafts_one_per_form unique (owner_kind, owner_id, form),
  constraint drafts_expire_after_saving check (expires_at > saved_at)
);
comment on table drafts is 'Text that somebody began and has not sent. It belongs to the person writing alone, and expires.';

create table idempotency_keys (
  owner_kind text not null,
  owner_id int not null,
  key text not null,
  door text not null,
  fingerprint text not null,
  answer jsonb,
  made_at timestamptz not null,
  primary key (owner_kind, owner_id, key)
);
comment on table idempotency_keys is 'The answer already given to a form or call with this key, so that a second click or a repeated call does nothing twice.';

create table column_mappings (
  id int primary key,
  kind text not null,
  fingerprint text not null,
  mapping jsonb not null,
  saved_by int not null,
  saved_at timestamptz not null,
  constraint column_mappings_one_per_headings unique (kind, fingerprint)
);
comment on table column_mappings is 'Which heading of a service''s file is which field, as confirmed the last time; suggested for the next file.';

alter table drafts enable row level security;
alter table drafts force row level security;
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
alter table column_mappings enable row level security;
alter table column_mappings force row level security;
