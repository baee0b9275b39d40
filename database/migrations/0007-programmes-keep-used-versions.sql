-- Why: a definition that a plan was made with is kept as it was, whatever later happens to the file.
-- Undo by hand: drop table programme_versions;

create table programme_versions (
  programme text not null,
  version int not null,
  hash text not null,
  definition text not null,
  kept_at timestamptz not null,
  primary key (programme, version)
);
comment on table programme_versions is 'Each version of a programme''s definition that was ever used, as text with its hash. A file changed under the same version is refused; this text serves.';
alter table programme_versions enable row level security;
alter table programme_versions force row level security;
