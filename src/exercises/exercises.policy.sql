-- Sheets of the method are what was done in a session: whoever reads that, reads them. "own" is a mentor's. The map of what somebody belongs to is the person's drawing and
-- is read by fewer. What is struck was about somebody else: its writer and a rights request read it. Nothing is deleted, and each saving keeps the one before.

-- exercises, exercise_entries: session_content
grant select on exercises, exercise_entries to :casework, :person, :oversight;
grant insert on exercises, exercise_entries to :casework;
-- Whose sheet it is, of which tool, for which part of the plan: decided when it is begun, since the lock of the law hangs on it.
grant update (made_on, written_at, revision, struck_at, struck_why) on exercises to :casework;
create policy exercises_read_team on exercises for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and struck_at is null);
create policy exercise_entries_read_team on exercise_entries for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and exists (select from exercises e where e.id = exercise_id));
create policy exercises_read_own on exercises for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy exercise_entries_read_own on exercise_entries for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()) and exists (select from exercises e where e.id = exercise_id));
create policy exercises_read_named on exercises for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and struck_at is null);
create policy exercise_entries_read_named on exercise_entries for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and exists (select from exercises e where e.id = exercise_id));
create policy exercises_read_request on exercises for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy exercise_entries_read_request on exercise_entries for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]) and exists (select from exercises e where e.id = exercise_id));
create policy exercises_read_mine on exercises for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and struck_at is null);
create policy exercise_entries_read_mine on exercise_entries for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and exists (select from exercises e where e.id = exercise_id));
create policy exercises_read_struck on exercises for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and struck_at is not null and author_id = (select actor_id()));
create policy exercises_write_team on exercises for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and not (select offence_is_open(exercises.participant_id))));
create policy exercises_change_team on exercises for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and struck_at is null) with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and struck_at is null and not (select offence_is_open(exercises.participant_id))));
create policy exercise_entries_write_team on exercise_entries for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and exists (select from exercises e where e.id = exercise_id and e.author_id = (select actor_id()) and e.struck_at is null
  and not (e.about_the_offence and not (select offence_is_open(e.participant_id)))));
create policy exercises_write_own on exercises for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and not (select offence_is_open(exercises.participant_id))));
create policy exercises_change_own on exercises for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and struck_at is null) with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and struck_at is null and not (select offence_is_open(exercises.participant_id))));
create policy exercise_entries_write_own on exercise_entries for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and exists (select from exercises e where e.id = exercise_id and e.author_id = (select actor_id()) and e.struck_at is null
  and not (e.about_the_offence and not (select offence_is_open(e.participant_id)))));

-- identity_maps, identity_map_labels: family_and_network
grant select on identity_maps, identity_map_labels to :casework, :person, :oversight;
grant insert on identity_maps, identity_map_labels to :casework;
grant update (made_on, written_at, revision, struck_at, struck_why) on identity_maps to :casework;
create policy identity_maps_read_team on identity_maps for select to :casework using (participant_id = any ((select people_for('family_and_network', 'read', 'team'))::int[]) and struck_at is null);
create policy identity_map_labels_read_team on identity_map_labels for select to :casework using (participant_id = any ((select people_for('family_and_network', 'read', 'team'))::int[]) and exists (select from identity_maps e where e.id = exercise_id));
create policy identity_maps_read_agreed on identity_maps for select to :casework using (participant_id = any ((select people_for('family_and_network', 'read', 'agreed'))::int[]) and struck_at is null);
create policy identity_map_labels_read_agreed on identity_map_labels for select to :casework using (participant_id = any ((select people_for('family_and_network', 'read', 'agreed'))::int[]) and exists (select from identity_maps e where e.id = exercise_id));
create policy identity_maps_read_request on identity_maps for select to :oversight using (participant_id = any ((select people_for('family_and_network', 'read', 'request'))::int[]));
create policy identity_map_labels_read_request on identity_map_labels for select to :oversight using (participant_id = any ((select people_for('family_and_network', 'read', 'request'))::int[]) and exists (select from identity_maps e where e.id = exercise_id));
create policy identity_maps_read_mine on identity_maps for select to :person using (participant_id = any ((select people_for('family_and_network', 'read', 'mine'))::int[]) and struck_at is null);
create policy identity_map_labels_read_mine on identity_map_labels for select to :person using (participant_id = any ((select people_for('family_and_network', 'read', 'mine'))::int[]) and exists (select from identity_maps e where e.id = exercise_id));
create policy identity_maps_read_struck on identity_maps for select to :casework using (participant_id = any ((select people_for('family_and_network', 'read', 'team'))::int[]) and struck_at is not null and author_id = (select actor_id()));
create policy identity_maps_write_team on identity_maps for insert to :casework with check (participant_id = any ((select people_for('family_and_network', 'write', 'team'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and not (select offence_is_open(identity_maps.participant_id))));
create policy identity_maps_change_team on identity_maps for update to :casework using (participant_id = any ((select people_for('family_and_network', 'write', 'team'))::int[]) and author_id = (select actor_id()) and struck_at is null) with check (participant_id = any ((select people_for('family_and_network', 'write', 'team'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and struck_at is null and not (select offence_is_open(identity_maps.participant_id))));
create policy identity_map_labels_write_team on identity_map_labels for insert to :casework with check (participant_id = any ((select people_for('family_and_network', 'write', 'team'))::int[]) and author_id = (select actor_id()) and exists (select from identity_maps e where e.id = exercise_id and e.author_id = (select actor_id()) and e.struck_at is null
  and not (e.about_the_offence and not (select offence_is_open(e.participant_id)))));

-- What was decided to be erased with the records of sessions goes when its day has come; what stands on a sheet goes with it.
grant select (id, participant_id, written_at), delete on exercises, identity_maps to :machine;
create policy exercises_erased on exercises to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);
create policy identity_maps_erased on identity_maps to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);

-- Whoever opened a sheet that is struck afterwards is told to set it aside, as for a session. Only who struck it sets this off, in the same moment, and learns nobody's name by it.
create policy exercises_owner on exercises for select to :owner using (true);
create policy identity_maps_owner on identity_maps for select to :owner using (true);
create or replace function tell_whoever_opened_sheet(struck text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare told int;
begin
  if actor_kind() <> 'colleague' then return 0; end if;
  insert into set_aside_notices (id, public_id, exercise_id, map_id, about_id, writer_id, saved_at, reader_id, told_at)
    select nextval('ids')::int, translate(gen_random_uuid()::text, '-', ''), e.exercise_id, e.map_id, e.participant_id, e.author_id, e.written_at, reader, moment()
    from (select id as exercise_id, null::int as map_id, participant_id, author_id, written_at, made_on, public_id, struck_at from exercises
      union all select null, id, participant_id, author_id, written_at, made_on, public_id, struck_at from identity_maps) e,
      unnest(colleagues_who_opened(e.participant_id, e.public_id, e.author_id, e.made_on::timestamptz, '{}')) reader
    where e.public_id = struck and e.author_id = actor_id() and e.struck_at = moment()
    on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
revoke all on function tell_whoever_opened_sheet(text) from public;
grant execute on function tell_whoever_opened_sheet(text) to :casework;

-- A sheet carries the moment in which it is written, past the verbs too.
create policy exercises_in_their_moment on exercises as restrictive for insert to :casework with check (written_at = (select moment()));
create policy identity_maps_in_their_moment on identity_maps as restrictive for insert to :casework with check (written_at = (select moment()));
create policy exercises_changed_in_their_moment on exercises as restrictive for update to :casework using (struck_at is null) with check (coalesce(struck_at, written_at) = (select moment()));
create policy identity_maps_changed_in_their_moment on identity_maps as restrictive for update to :casework using (struck_at is null) with check (coalesce(struck_at, written_at) = (select moment()));
