-- Who may see who works with whom. The definer questions read these tables as the owner, whom forced row security binds too.

create policy rights_owner on rights to :owner using (true) with check (true);
create policy appointments_owner on appointments for select to :owner using (true);
create policy assignments_owner on assignments for select to :owner using (true);
create policy supervisions_owner on supervisions for select to :owner using (true);
create policy named_readings_owner on named_readings for select to :owner using (true);
create policy agreed_readings_owner on agreed_readings for select to :owner using (true);
create policy opened_requests_owner on opened_requests for select to :owner using (true);
create policy break_glasses_owner on break_glasses for select to :owner using (true);

-- Rights are no secret: everybody may read what their role may do.
grant select on rights to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy rights_read on rights for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine using (true);

-- Appointments: one's own; colleagues in casework see who can be asked; the administrator and the founder of a service make
-- them. Nobody appoints themselves: an administrator who could would be a coordinator a minute later, and read what they never may.
grant select on appointments to :casework, :referrer, :counts, :oversight, :administrator, :machine;
grant insert on appointments to :administrator, :machine;
grant update (until_at) on appointments to :administrator;
create policy appointments_read_casework on appointments for select to :casework using (true);
create policy appointments_read_own on appointments for select to :referrer, :counts, :oversight using (colleague_id = (select actor_id()));
create policy appointments_read_oversight on appointments for select to :oversight using ((select has_right('accounts_and_settings', 'read', 'all')));
create policy appointments_read_administrator on appointments for select to :administrator using ((select has_right('accounts_and_settings', 'read', 'all')));
create policy appointments_write_administrator on appointments for insert to :administrator
  with check ((select has_right('accounts_and_settings', 'write', 'all')) and made_by = (select actor_id()) and colleague_id <> (select actor_id()) and from_at = (select moment()));
create policy appointments_end_administrator on appointments for update to :administrator
  using ((select has_right('accounts_and_settings', 'write', 'all')) and (until_at is null or until_at > (select moment()))) with check (until_at = (select moment()));
create policy appointments_machine on appointments to :machine using ((select actor_name()) in ('founder', 'doorkeeper')) with check ((select actor_name()) = 'founder');

-- Assignments: whoever knows the person knows the team; the coordinator of the unit names it. Who worked with whom, as what and since when, is never rewritten: only its end is said.
grant select on assignments to :casework, :person, :oversight;
grant insert, update (until_at) on assignments to :casework;
create policy assignments_read on assignments for select to :casework, :person, :oversight using (participant_id = any ((select people_known())::int[]));
create policy assignments_write_unit on assignments for insert to :casework
  with check (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]) and made_by = (select actor_id()) and from_at = (select moment()));
create policy assignments_end_unit on assignments for update to :casework
  using (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]) and (until_at is null or until_at > (select moment())))
  with check (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]) and until_at = (select moment()));

-- Supervisions: the two it is between, the administrator who records it.
grant select on supervisions to :casework, :administrator;
grant insert, update (until_at) on supervisions to :administrator;
create policy supervisions_read_own on supervisions for select to :casework using (supervisor_id = (select actor_id()) or colleague_id = (select actor_id()));
create policy supervisions_end_once on supervisions as restrictive for update to :administrator using (until_at is null or until_at > (select moment())) with check (until_at = (select moment()));
create policy supervisions_administrator on supervisions to :administrator
  using ((select has_right('accounts_and_settings', 'read', 'all'))) with check ((select has_right('accounts_and_settings', 'write', 'all')));

-- What was opened to somebody by name, agreement, request or emergency: seen by those who know the person, made by whom the room's verb allows.
grant select on named_readings, agreed_readings, break_glasses to :casework, :person, :oversight;
grant select on opened_requests to :casework, :person, :oversight;
create policy named_readings_read on named_readings for select to :person, :oversight using (participant_id = any ((select people_known())::int[]));
-- A colleague sees a reading of their own, and of others' only where a role they hold reads that record without being named: that somebody was named says that there is something.
create policy named_readings_read_own on named_readings for select to :casework using (reader_id = (select actor_id()));
create policy named_readings_read_record on named_readings for select to :casework using (participant_id = any ((select people_known())::int[])
  and record = any ((select array(select r.record from rights r where r.verb = 'read' and r.role = any ((select roles_held())::text[]) and r.scope not in ('named', 'emergency', 'request')))::text[]));
create policy agreed_readings_read on agreed_readings for select to :casework, :person, :oversight using (participant_id = any ((select people_known())::int[]));
create policy break_glasses_read on break_glasses for select to :casework, :person, :oversight using (participant_id = any ((select people_known())::int[]));
create policy opened_requests_read on opened_requests for select to :casework, :person, :oversight using (participant_id = any ((select people_known())::int[]));
-- A yes holds from the moment in which it is written down, and when it ended is written once, in the moment in which it ends: both say afterwards who read by it, so neither is dated back.
grant insert on agreed_readings to :casework;
grant update (withdrawn_at) on agreed_readings to :casework;
create policy agreed_readings_write on agreed_readings for insert to :casework
  with check (participant_id = any ((select people_for('consent_and_notice', 'write', 'team'))::int[]) and recorded_by = (select actor_id()) and from_at = (select moment()) and withdrawn_at is null);
create policy agreed_readings_withdraw on agreed_readings for update to :casework
  using (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and withdrawn_at is null) with check (withdrawn_at = (select moment()));
-- The person shows their own times to the facilitator or mentor, and takes it back, without anybody between.
grant insert on agreed_readings to :person;
grant update (withdrawn_at) on agreed_readings to :person;
create policy agreed_readings_write_mine on agreed_readings for insert to :person
  with check (participant_id = any ((select people_for('personal_times', 'write', 'mine'))::int[]) and record = 'personal_times' and role in ('facilitator', 'mentor') and recorded_by is null
    and from_at = (select moment()) and withdrawn_at is null);
create policy agreed_readings_withdraw_mine on agreed_readings for update to :person
  using (participant_id = any ((select people_for('personal_times', 'write', 'mine'))::int[]) and record = 'personal_times' and withdrawn_at is null) with check (withdrawn_at = (select moment()));
