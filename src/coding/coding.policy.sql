-- What was read in the note of a session, as codes: of the record session_content. Blind: until both have locked theirs, each coder's codes are their own alone.

-- What a frame asks is about nobody; who codes keeps the version that is used.
grant select, insert on coding_frames to :casework;
grant select on coding_frames to :person, :oversight;
create policy coding_frames_read on coding_frames for select to :casework, :person, :oversight using (true);
create policy coding_frames_keep on coding_frames for insert to :casework with check ((select actor_kind()) = 'colleague');
create policy coding_frames_owner on coding_frames for select to :owner using (true);

-- The sessions of which both coders have locked their codes: of the person this is about, or of all whose notes the actor may read.
create policy codings_owner on codings for select to :owner using (true);
create or replace function coded_by_both() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare people int[] := people_for('session_content', 'read', 'team') || people_for('session_content', 'read', 'named') || people_for('session_content', 'read', 'request') || people_for('session_content', 'read', 'mine');
begin
  return (select coalesce(array_agg(c.session_id), '{}') from (select c.session_id from codings c where c.participant_id = any (people) group by c.session_id having count(*) = 2) c);
end $$;
revoke all on function coded_by_both() from public;
grant execute on function coded_by_both() to :casework, :person, :oversight;

-- The place that is free for the actor: first or second coder; none where two have coded it, or they have themselves, or where its notes are not theirs to code.
create or replace function my_coding_place(p_session int) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or not exists (select from sessions s where s.id = p_session and s.participant_id = any (people_for('session_content', 'write', 'team')))
    or exists (select from codings c where c.session_id = p_session and c.author_id = actor_id()) then return null; end if;
  return (select min(free.place) from (values (1), (2)) free(place) where not exists (select from codings c where c.session_id = p_session and c.place = free.place));
end $$;
revoke all on function my_coding_place(int) from public;
grant execute on function my_coding_place(int) to :casework;

-- How many have coded each session of those whose notes the actor may code, and since when: never what, never who.
create or replace function coding_progress() returns table (session_id int, coders int, latest_at timestamptz)
language plpgsql stable rows 5 security definer set search_path = public, pg_temp as $$
declare mine int[] := people_for('session_content', 'write', 'team');
begin
  return query select c.session_id, count(*)::int, max(c.locked_at) from codings c where c.participant_id = any (mine) group by c.session_id;
end $$;
revoke all on function coding_progress() from public;
grant execute on function coding_progress() to :casework;

-- session_content
grant select on codings to :casework, :person, :oversight;
grant insert on codings to :casework;
create policy codings_read_of_ones_own on codings for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and author_id = (select actor_id()) and session_id <> all ((select struck_from_me())::int[]));
create policy codings_read_team on codings for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and session_id = any ((select coded_by_both())::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy codings_read_own on codings for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy codings_read_named on codings for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and session_id = any ((select coded_by_both())::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy codings_read_request on codings for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]) and session_id = any ((select coded_by_both())::int[]));
create policy codings_read_mine on codings for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and session_id = any ((select coded_by_both())::int[]) and session_id <> all ((select struck_from_me())::int[]));
-- Locked as they are written: nothing of it is ever changed.
create policy codings_write_team on codings for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and place = (select my_coding_place(codings.session_id)) and exists (select from sessions s where s.id = session_id and s.participant_id = codings.participant_id and s.state <> 'struck'));

grant select on code_consensus to :casework, :person, :oversight;
grant insert on code_consensus to :casework;
grant update (confirmed_by, confirmed_at) on code_consensus to :casework;
create policy code_consensus_owner on code_consensus for select to :owner using (true);
create policy code_consensus_read_team on code_consensus for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy code_consensus_read_own on code_consensus for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy code_consensus_read_named on code_consensus for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy code_consensus_read_request on code_consensus for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy code_consensus_read_mine on code_consensus for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
-- One of the two coders proposes, the other confirms; nobody confirms their own.
create policy code_consensus_propose on code_consensus for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and confirmed_by is null and session_id = any ((select coded_by_both())::int[])
  and exists (select from codings c where c.session_id = code_consensus.session_id and c.participant_id = code_consensus.participant_id and c.author_id = (select actor_id())));
create policy code_consensus_confirm on code_consensus for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id <> (select actor_id()) and confirmed_at is null
  and exists (select from codings c where c.session_id = code_consensus.session_id and c.author_id = (select actor_id())))
  with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and confirmed_by = (select actor_id()));

-- What was decided to be erased, on its day, by the caretaker. Codes go with the notes that they were read in: after these, where none of a session is left.
grant select (participant_id, session_id), delete on codings to :machine;
grant select (participant_id, session_id), delete on code_consensus to :machine;
create policy codings_erased on codings to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
create policy code_consensus_erased on code_consensus to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);

-- What is read in a note carries the moment in which it is written, past the verbs too.
create policy code_consensus_in_their_moment on code_consensus as restrictive for insert to :casework with check (proposed_at = (select moment()));
create policy codings_in_their_moment on codings as restrictive for insert to :casework with check (locked_at = (select moment()));
create policy code_consensus_confirmed_once on code_consensus as restrictive for update to :casework using (confirmed_at is null) with check (confirmed_at = (select moment()));
