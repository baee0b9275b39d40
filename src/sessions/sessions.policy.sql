-- That a session was, what was done in it, what was noted of it: three records and more, each with its own readers.
-- "own" is a mentor's: rows of those they work with today that they wrote themselves.

-- session_attendance
grant select on sessions to :casework, :person, :oversight;
grant insert, update on sessions to :casework;
create policy session_attendance_read_team on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[]));
create policy session_attendance_read_own on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_attendance_read_staff on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('session_attendance', 'read'))::int[]));
create policy session_attendance_read_agreed on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'agreed'))::int[]));
create policy session_attendance_read_request on sessions for select to :oversight using (participant_id = any ((select people_for('session_attendance', 'read', 'request'))::int[]));
create policy session_attendance_read_mine on sessions for select to :person using (participant_id = any ((select people_for('session_attendance', 'read', 'mine'))::int[]));
create policy session_attendance_write_team on sessions for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]));
create policy session_attendance_write_own on sessions for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_attendance_change_team on sessions for update to :casework using (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]));
create policy session_attendance_change_own on sessions for update to :casework using (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- Whoever says stop waits for nobody: what lies ahead is called off in the same moment, whoever planned it and whoever writes the stop down. A circle
-- is people around the person and no part of the programme, so what its coordinator planned stays until the person says otherwise.
create policy sessions_owner on sessions for select to :owner using (true);
create policy sessions_changed_by_owner on sessions for update to :owner using (state = 'planned') with check (state in ('planned', 'called-off'));
create or replace function call_off_sessions(person int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if person <> all (people_for('withdrawal', 'write', 'team') || people_for('withdrawal', 'write', 'mine')) then return; end if;
  update sessions s set state = 'called-off', recorded_at = moment(), revision = s.revision + 1 where s.participant_id = person and s.state = 'planned' and s.starts_at > moment()
    and not exists (select from assignments a where a.colleague_id = s.author_id and a.participant_id = person and a.role = 'circle_coordinator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()));
end $$;
revoke all on function call_off_sessions(int) from public;
grant execute on function call_off_sessions(int) to :casework, :person;

-- Whoever covers meets the person: what is planned within the cover is theirs, and what still lies ahead goes back when the cover is ended early. The
-- function only follows what the assignment says, so it does not matter who calls it.
create or replace function hand_over_sessions(assignment text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare cover assignments; covered assignments;
begin
  select * into cover from assignments a where a.public_id = assignment and a.covers_id is not null;
  if not found then return; end if;
  select * into covered from assignments a where a.id = cover.covers_id;
  if cover.until_at is null or cover.until_at > moment() then
    update sessions s set author_id = cover.colleague_id, revision = s.revision + 1 where s.participant_id = cover.participant_id and s.author_id = covered.colleague_id
      and s.state = 'planned' and s.starts_at >= cover.from_at and s.starts_at < coalesce(cover.until_at, 'infinity');
  else
    update sessions s set author_id = covered.colleague_id, revision = s.revision + 1 where s.participant_id = cover.participant_id and s.author_id = cover.colleague_id
      and s.state = 'planned' and s.starts_at > moment();
  end if;
end $$;
revoke all on function hand_over_sessions(text) from public;
grant execute on function hand_over_sessions(text) to :casework;

-- session_content
grant select on session_contents to :casework, :person, :oversight;
grant insert, update on session_contents to :casework;
create policy session_content_read_team on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]));
create policy session_content_read_own on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_content_read_named on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]));
create policy session_content_read_request on session_contents for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy session_content_read_mine on session_contents for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]));
create policy session_content_write_team on session_contents for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy session_content_write_own on session_contents for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_content_change_team on session_contents for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]));
create policy session_content_change_own on session_contents for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- facilitator_note
grant select on facilitator_notes to :casework, :person, :oversight;
grant insert, update on facilitator_notes to :casework;
create policy facilitator_note_read_team on facilitator_notes for select to :casework using (participant_id = any ((select people_for('facilitator_note', 'read', 'team'))::int[]));
create policy facilitator_note_read_named on facilitator_notes for select to :casework using (participant_id = any ((select people_for('facilitator_note', 'read', 'named'))::int[]));
create policy facilitator_note_read_request on facilitator_notes for select to :oversight using (participant_id = any ((select people_for('facilitator_note', 'read', 'request'))::int[]));
create policy facilitator_note_read_mine on facilitator_notes for select to :person using (participant_id = any ((select people_for('facilitator_note', 'read', 'mine'))::int[]));
create policy facilitator_note_write_own on facilitator_notes for insert to :casework with check (participant_id = any ((select people_for('facilitator_note', 'write', 'own'))::int[]) and author_id = (select actor_id()));
create policy facilitator_note_change_own on facilitator_notes for update to :casework using (participant_id = any ((select people_for('facilitator_note', 'write', 'own'))::int[]) and author_id = (select actor_id()) and signed_at is null) with check (author_id = (select actor_id()));

-- mentor_note
grant select on mentor_notes to :casework, :person, :oversight;
grant insert, update on mentor_notes to :casework;
create policy mentor_note_read_own on mentor_notes for select to :casework using (participant_id = any ((select people_for('mentor_note', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy mentor_note_read_named on mentor_notes for select to :casework using (participant_id = any ((select people_for('mentor_note', 'read', 'named'))::int[]));
create policy mentor_note_read_request on mentor_notes for select to :oversight using (participant_id = any ((select people_for('mentor_note', 'read', 'request'))::int[]));
create policy mentor_note_read_mine on mentor_notes for select to :person using (participant_id = any ((select people_for('mentor_note', 'read', 'mine'))::int[]));
create policy mentor_note_write_own on mentor_notes for insert to :casework with check (participant_id = any ((select people_for('mentor_note', 'write', 'own'))::int[]) and author_id = (select actor_id()));
create policy mentor_note_change_own on mentor_notes for update to :casework using (participant_id = any ((select people_for('mentor_note', 'write', 'own'))::int[]) and author_id = (select actor_id()) and signed_at is null) with check (author_id = (select actor_id()));

-- import: a coordinator writes sessions while confirming a file, for the people of their units, and reads none of them. What stands already is asked of
-- a function that answers only whoever has such a file on its way in, and only about its rows: there, or otherwise.
create policy session_attendance_write_import on sessions for insert to :casework with check ((select is_importing('sessions', 'session_attendance')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
create policy session_content_write_import on session_contents for insert to :casework with check ((select is_importing('sessions', 'session_content')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
create policy facilitator_note_write_import on facilitator_notes for insert to :casework with check ((select is_importing('sessions', 'facilitator_note')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
create policy mentor_note_write_import on mentor_notes for insert to :casework with check ((select is_importing('sessions', 'mentor_note')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
grant insert on session_keys to :casework;
create policy session_keys_write_import on session_keys for insert to :casework with check ((select is_importing('sessions', 'session_attendance')));
create policy session_keys_owner on session_keys for select to :owner using (true);
create or replace function sessions_standing(p_file text, p_rows jsonb) returns table (place int, stands text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine int[];
begin
  if not has_right('session_attendance', 'write', 'import') or not has_file('sessions', p_file) then return; end if;
  mine := people_for('register', 'write', 'unit');
  return query select r.place, case when k.key is not null or exists (select from sessions s where s.participant_id = r.participant_id and s.starts_at = r.starts_at
      and s.author_id = r.author_id and s.state = r.state and s.state <> 'struck') then 'there' else 'otherwise' end
    from jsonb_to_recordset(p_rows) as r(place int, key text, participant_id int, starts_at timestamptz, author_id int, state text)
    left join session_keys k on k.key = r.key
    where r.participant_id = any (mine) and (k.key is not null or exists (select from sessions s where s.participant_id = r.participant_id and s.starts_at = r.starts_at and s.state <> 'struck'));
end $$;
grant execute on function sessions_standing(text, jsonb) to :casework;
