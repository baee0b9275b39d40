-- complaint: the person and the two officers of the whole service. The team sees nothing, but for one coordinator to whom one complaint was forwarded by
-- name, as long as that reading runs. What was raised is never rewritten: only to whom it was forwarded can be added.

grant select on complaints, complaint_answers, complaints_taken_back to :casework, :person, :oversight;
grant insert on complaints, complaints_taken_back to :person, :oversight;
grant insert on complaint_answers to :oversight;
grant update (forwarded_to, forwarded_at, forwarded_why) on complaints to :oversight;

-- complaints
create policy complaints_read_all on complaints for select to :oversight
  using ((select has_right('complaint', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy complaints_read_request on complaints for select to :oversight using (participant_id = any ((select people_for('complaint', 'read', 'request'))::int[]));
create policy complaints_read_named on complaints for select to :casework
  using (forwarded_to = (select actor_id()) and participant_id = any ((select people_for('complaint', 'read', 'named'))::int[]));
create policy complaints_read_mine on complaints for select to :person using (participant_id = any ((select people_for('complaint', 'read', 'mine'))::int[]));
create policy complaints_write_mine on complaints for insert to :person
  with check (participant_id = any ((select people_for('complaint', 'write', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id()) and forwarded_to is null);
create policy complaints_write_all on complaints for insert to :oversight
  with check ((select has_right('complaint', 'write', 'all')) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy complaints_forward_all on complaints for update to :oversight
  using ((select has_right('complaint', 'write', 'all'))) with check ((select has_right('complaint', 'write', 'all')));

-- complaint_answers
create policy complaint_answers_read_all on complaint_answers for select to :oversight
  using ((select has_right('complaint', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy complaint_answers_read_request on complaint_answers for select to :oversight using (participant_id = any ((select people_for('complaint', 'read', 'request'))::int[]));
create policy complaint_answers_read_named on complaint_answers for select to :casework
  using (participant_id = any ((select people_for('complaint', 'read', 'named'))::int[]) and exists (select from complaints c where c.id = complaint_id));
create policy complaint_answers_read_mine on complaint_answers for select to :person using (participant_id = any ((select people_for('complaint', 'read', 'mine'))::int[]));
create policy complaint_answers_write_all on complaint_answers for insert to :oversight
  with check ((select has_right('complaint', 'write', 'all')) and answered_by = (select actor_id()));

-- complaints_taken_back
create policy complaints_taken_back_read_all on complaints_taken_back for select to :oversight
  using ((select has_right('complaint', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy complaints_taken_back_read_request on complaints_taken_back for select to :oversight using (participant_id = any ((select people_for('complaint', 'read', 'request'))::int[]));
create policy complaints_taken_back_read_named on complaints_taken_back for select to :casework
  using (participant_id = any ((select people_for('complaint', 'read', 'named'))::int[]) and exists (select from complaints c where c.id = complaint_id));
create policy complaints_taken_back_read_mine on complaints_taken_back for select to :person using (participant_id = any ((select people_for('complaint', 'read', 'mine'))::int[]));
create policy complaints_taken_back_write_mine on complaints_taken_back for insert to :person
  with check (participant_id = any ((select people_for('complaint', 'write', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));
create policy complaints_taken_back_write_all on complaints_taken_back for insert to :oversight
  with check ((select has_right('complaint', 'write', 'all')) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));

-- Somebody who cannot write tells it to the rights officer, who finds them by the whole number on their card and by nothing else: no name, no list.
create or replace function person_who_complains(p_number text) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('complaint', 'write', 'all') then return null; end if;
  return (select e.participant_id from register_entries e where e.number = p_number);
end $$;
revoke all on function person_who_complains(text) from public;
grant execute on function person_who_complains(text) to :oversight;

-- To whom a complaint could be forwarded: the coordinators of the unit where the person is.
create or replace function coordinators_for_complaint(p_complaint text) returns table (colleague_id int, public_id text, name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('complaint', 'write', 'all') then return; end if;
  return query select distinct c.id, c.public_id, c.name from complaints k join participants p on p.id = k.participant_id
    join appointments a on a.unit_id = p.unit_id and a.role = 'coordinator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())
    join colleagues c on c.id = a.colleague_id
    where k.public_id = p_complaint order by c.name;
end $$;
create policy complaints_owner on complaints for select to :owner using (true);
revoke all on function coordinators_for_complaint(text) from public;
grant execute on function coordinators_for_complaint(text) to :oversight;

-- The reading by name that opens a forwarded complaint: made by whoever may write complaints, for a coordinator, for this record alone.
grant insert on named_readings to :oversight;
create policy named_readings_forward_complaint on named_readings for insert to :oversight
  with check ((select has_right('complaint', 'write', 'all')) and record = 'complaint' and role = 'coordinator' and made_by = (select actor_id()));

-- Within how many days: no secret, and the administrator's to set.
grant select on complaint_terms to :person, :oversight, :administrator;
grant insert, update (days, source, set_by, set_at) on complaint_terms to :administrator;
create policy complaint_terms_read on complaint_terms for select to :person, :oversight, :administrator using (true);
create policy complaint_terms_set on complaint_terms for insert to :administrator
  with check ((select has_right('accounts_and_settings', 'write', 'all')) and set_by = (select actor_id()));
create policy complaint_terms_reset on complaint_terms for update to :administrator
  using ((select has_right('accounts_and_settings', 'write', 'all'))) with check (set_by = (select actor_id()));

-- Whether a complaint still waits for its answer: nothing of the person is erased meanwhile.
create policy complaint_answers_owner on complaint_answers for select to :owner using (true);
create policy complaints_taken_back_owner on complaints_taken_back for select to :owner using (true);

-- What is raised, answered and taken back carries the moment in which it is written, past the verbs too.
create policy complaints_in_their_moment on complaints as restrictive for insert to :oversight, :person with check (raised_at = (select moment()));
create policy complaint_answers_in_their_moment on complaint_answers as restrictive for insert to :oversight with check (answered_at = (select moment()));
create policy complaints_taken_back_in_their_moment on complaints_taken_back as restrictive for insert to :oversight, :person with check (taken_back_at = (select moment()));
create policy complaints_forwarded_in_their_moment on complaints as restrictive for update to :oversight using (true) with check (forwarded_at = (select moment()));
