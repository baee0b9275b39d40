-- Why: a long file is written in steps, each whole by itself, so that it shows how far it is and goes on after a restart without doubling a row. And
-- sessions come in by file: a coordinator writes them while confirming an import and at no other time, and reads none of them.
-- Undo by hand: drop table session_keys; alter table import_files drop column confirming_at, drop column seal, drop column row_done, drop column rows, drop column stopped_by;
--   alter table sessions drop column way, drop constraint sessions_of_a_day, add constraint sessions_of_a_day check (minutes between 5 and 720);

alter table import_files add column confirming_at timestamptz, add column seal text, add column rows int not null default 0, add column row_done int not null default 0, add column stopped_by text;
alter table import_files add constraint import_files_confirmed_as_tried check (confirming_at is null or seal is not null);
comment on table import_files is 'A file between upload and confirmation, its survey and the columns as chosen so far (the importing program''s own notes, hence no columns); while it is written, up to which row it has come, or which refusal stopped it; afterwards the receipt. All of it is gone after a day.';

create table session_keys (
  key text primary key,
  session_id int not null references sessions on delete cascade,
  file_id text not null
);
comment on table session_keys is 'By these an imported session is known again in the next file: prints of the row. Nobody reads them; one function answers about a file on its way in. file_id says with which file it came.';
create index session_keys_by_session on session_keys (session_id);

-- What was missed has no length of its own: older systems write 0 minutes, and a made-up hour would be a lie.
alter table sessions drop constraint sessions_of_a_day;
alter table sessions add constraint sessions_of_a_day check (minutes between 5 and 720 or (minutes = 0 and state in ('missed', 'called-off', 'struck')));

-- One to one, in a group or by telephone: older systems say so, and nothing of theirs is to be lost.
alter table sessions add column way text;
alter table sessions add constraint sessions_way_known check (way is null or way in ('alone', 'group', 'phone', 'video', 'family'));

alter table session_keys enable row level security;
alter table session_keys force row level security;
