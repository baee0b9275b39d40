-- Why: a sheet that was about somebody else is struck like a session, and whoever opened it is told to set it aside; until now only sessions told their readers.
-- Undo by hand: delete from set_aside_notices where session_id is null; alter table set_aside_notices drop column exercise_id, drop column map_id, drop column about_id, drop column writer_id, drop column saved_at,
--   alter column session_id set not null;

alter table set_aside_notices alter column session_id drop not null;
alter table set_aside_notices add column exercise_id int references exercises on delete cascade;
alter table set_aside_notices add column map_id int references identity_maps on delete cascade;
alter table set_aside_notices add column about_id int references participants on delete cascade;
alter table set_aside_notices add column writer_id int references colleagues;
alter table set_aside_notices add column saved_at timestamptz;
alter table set_aside_notices add constraint set_aside_notices_of_one_thing check (num_nonnulls(session_id, exercise_id, map_id) = 1);
alter table set_aside_notices add constraint set_aside_notices_of_a_sheet_whole check ((session_id is null) = (about_id is not null and writer_id is not null and saved_at is not null));
alter table set_aside_notices add constraint set_aside_notices_sheet_once unique (exercise_id, reader_id);
alter table set_aside_notices add constraint set_aside_notices_map_once unique (map_id, reader_id);
comment on column set_aside_notices.about_id is 'Of a sheet: in whose record it stood. Of a session its strike says so.';
