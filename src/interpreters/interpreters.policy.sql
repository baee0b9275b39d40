-- Interpreters have no account. The directory is about no participant: whoever works with people reads it, coordinators keep it at a browser. A person reads those who were booked for them.
-- Which languages a colleague speaks is their own.
-- Bookings, refusals and debriefs are access_needs: exactly the scopes of access.yaml.

create policy interpreters_owner on interpreters for select to :owner using (true);
create policy interpreter_bookings_owner on interpreter_bookings for select to :owner using (true);
create policy interpreter_refusals_owner on interpreter_refusals for select to :owner using (true);

grant select, insert, delete on colleague_languages to :casework;
create policy colleague_languages_own on colleague_languages for select to :casework using (colleague_id = (select actor_id()));
create policy colleague_languages_say on colleague_languages for insert to :casework with check (colleague_id = (select actor_id()));
create policy colleague_languages_unsay on colleague_languages for delete to :casework using (colleague_id = (select actor_id()));

create or replace function interpreters_of_mine() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'participant' then return '{}'; end if;
  return (select coalesce(array_agg(b.interpreter_id), '{}') from interpreter_bookings b where b.participant_id = actor_id() and b.serves = 'session')
    || (select coalesce(array_agg(r.interpreter_id), '{}') from interpreter_refusals r where r.participant_id = actor_id());
end $$;
revoke all on function interpreters_of_mine() from public;
grant execute on function interpreters_of_mine() to :person;

grant select on interpreters to :casework, :person, :oversight;
grant insert on interpreters to :casework;
grant update (closed_on, closed_why, closed_by) on interpreters to :casework;
create policy interpreters_read on interpreters for select to :casework, :oversight using (true);
create policy interpreters_read_mine on interpreters for select to :person using (id = any ((select interpreters_of_mine())::int[]));
create policy interpreters_add on interpreters for insert to :casework with check ('coordinator' = any ((select roles_held())::text[]) and (select is_at_a_browser()) and told_by = (select actor_id()) and closed_on is null);
create policy interpreters_close on interpreters for update to :casework
  using ('coordinator' = any ((select roles_held())::text[]) and (select is_at_a_browser()) and closed_on is null) with check (closed_by = (select actor_id()));

-- interpreter_bookings
-- A booking is of the unit and of a session of the person it is for, else the house could not be asked who interprets for its wing; and one that is called off stays so.
grant select on interpreter_bookings to :casework, :person, :oversight;
grant insert on interpreter_bookings to :casework;
grant update (cancelled_at, cancelled_by_kind, cancelled_by, cancelled_why) on interpreter_bookings to :casework, :person;
create policy interpreter_bookings_read_team on interpreter_bookings for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'team'))::int[]));
create policy interpreter_bookings_read_unit on interpreter_bookings for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'unit'))::int[]));
create policy interpreter_bookings_read_agreed on interpreter_bookings for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'agreed'))::int[]));
create policy interpreter_bookings_read_request on interpreter_bookings for select to :oversight using (participant_id = any ((select people_for('access_needs', 'read', 'request'))::int[]));
create policy interpreter_bookings_read_mine on interpreter_bookings for select to :person using (participant_id = any ((select people_for('access_needs', 'read', 'mine'))::int[]));
create policy interpreter_bookings_write_team on interpreter_bookings for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]) and booked_by = (select actor_id())
  and cancelled_at is null and unit_id is not distinct from (select p.unit_id from participants p where p.id = interpreter_bookings.participant_id)
  and session_id is not distinct from (select s.id from sessions s where s.id = session_id and s.participant_id = interpreter_bookings.participant_id));
create policy interpreter_bookings_change_team on interpreter_bookings for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]) and cancelled_at is null)
  with check (cancelled_by_kind = 'colleague' and cancelled_by = (select actor_id()));
create policy interpreter_bookings_write_unit on interpreter_bookings for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]) and booked_by = (select actor_id())
  and cancelled_at is null and unit_id is not distinct from (select p.unit_id from participants p where p.id = interpreter_bookings.participant_id)
  and session_id is not distinct from (select s.id from sessions s where s.id = session_id and s.participant_id = interpreter_bookings.participant_id));
create policy interpreter_bookings_change_unit on interpreter_bookings for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]) and cancelled_at is null)
  with check (cancelled_by_kind = 'colleague' and cancelled_by = (select actor_id()));
create policy interpreter_bookings_change_mine on interpreter_bookings for update to :person using (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]) and cancelled_at is null)
  with check (cancelled_by_kind = 'participant' and cancelled_by = (select actor_id()));
grant select (participant_id, booked_at), delete on interpreter_bookings to :machine;
create policy interpreter_bookings_erased on interpreter_bookings to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- interpreter_refusals
grant select on interpreter_refusals to :casework, :person, :oversight;
grant insert on interpreter_refusals to :casework;
grant update (taken_back_at) on interpreter_refusals to :casework, :person;
grant insert on interpreter_refusals to :person;
create policy interpreter_refusals_read_team on interpreter_refusals for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'team'))::int[]));
create policy interpreter_refusals_read_unit on interpreter_refusals for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'unit'))::int[]));
create policy interpreter_refusals_read_agreed on interpreter_refusals for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'agreed'))::int[]));
create policy interpreter_refusals_read_request on interpreter_refusals for select to :oversight using (participant_id = any ((select people_for('access_needs', 'read', 'request'))::int[]));
create policy interpreter_refusals_read_mine on interpreter_refusals for select to :person using (participant_id = any ((select people_for('access_needs', 'read', 'mine'))::int[]));
create policy interpreter_refusals_write_team on interpreter_refusals for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy interpreter_refusals_change_team on interpreter_refusals for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]));
create policy interpreter_refusals_write_unit on interpreter_refusals for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy interpreter_refusals_change_unit on interpreter_refusals for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]));
create policy interpreter_refusals_write_mine on interpreter_refusals for insert to :person with check (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id()) and interpreter_id = any ((select interpreters_of_mine())::int[]));
create policy interpreter_refusals_change_mine on interpreter_refusals for update to :person using (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]));
grant select (participant_id, said_at), delete on interpreter_refusals to :machine;
create policy interpreter_refusals_erased on interpreter_refusals to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- interpreter_debriefs
grant select on interpreter_debriefs to :casework, :person, :oversight;
grant insert on interpreter_debriefs to :casework;
create policy interpreter_debriefs_read_team on interpreter_debriefs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'team'))::int[]));
create policy interpreter_debriefs_read_unit on interpreter_debriefs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'unit'))::int[]));
create policy interpreter_debriefs_read_agreed on interpreter_debriefs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'agreed'))::int[]));
create policy interpreter_debriefs_read_request on interpreter_debriefs for select to :oversight using (participant_id = any ((select people_for('access_needs', 'read', 'request'))::int[]));
create policy interpreter_debriefs_read_mine on interpreter_debriefs for select to :person using (participant_id = any ((select people_for('access_needs', 'read', 'mine'))::int[]));
create policy interpreter_debriefs_write_team on interpreter_debriefs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]) and offered_by = (select actor_id()));
create policy interpreter_debriefs_write_unit on interpreter_debriefs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]) and offered_by = (select actor_id()));
grant select (participant_id, recorded_at), delete on interpreter_debriefs to :machine;
create policy interpreter_debriefs_erased on interpreter_debriefs to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- What is booked, said and refused carries the moment in which it is written, past the verbs too.
create policy interpreter_bookings_in_their_moment on interpreter_bookings as restrictive for insert to :casework with check (booked_at = (select moment()));
create policy interpreter_debriefs_in_their_moment on interpreter_debriefs as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy interpreter_refusals_in_their_moment on interpreter_refusals as restrictive for insert to :casework, :person with check (said_at = (select moment()));
-- What was called off, taken back or closed stays so.
create policy interpreter_bookings_cancelled_once on interpreter_bookings as restrictive for update to :casework, :person using (cancelled_at is null) with check (cancelled_at = (select moment()));
create policy interpreter_refusals_taken_back_once on interpreter_refusals as restrictive for update to :casework, :person using (taken_back_at is null) with check (taken_back_at = (select moment()));
create policy interpreters_closed_once on interpreters as restrictive for update to :casework using (closed_on is null) with check (closed_on = (select today_on()));
