-- safety_incident: exactly the scopes of access.yaml, for each of its five tables. Security, the head and the administrator have no grant at all.
-- Nothing is ever changed or deleted: what was said in a crisis stays as it was said.

grant select on incidents, wing_notices, person_warnings, warning_signatures, incident_aftercares to :casework, :person, :oversight;
grant insert on incidents, wing_notices, person_warnings, warning_signatures, incident_aftercares to :casework;

-- incidents
create policy incidents_read_team on incidents for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'team'))::int[]));
create policy incidents_read_emergency on incidents for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'emergency'))::int[]));
create policy incidents_read_own on incidents for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy incidents_read_staff on incidents for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy incidents_read_request on incidents for select to :oversight using (participant_id = any ((select people_for('safety_incident', 'read', 'request'))::int[]));
create policy incidents_read_mine on incidents for select to :person using (participant_id = any ((select people_for('safety_incident', 'read', 'mine'))::int[]));
create policy incidents_write_team on incidents for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy incidents_write_own on incidents for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- wing_notices
create policy wing_notices_read_team on wing_notices for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'team'))::int[]));
create policy wing_notices_read_emergency on wing_notices for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'emergency'))::int[]));
create policy wing_notices_read_own on wing_notices for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy wing_notices_read_staff on wing_notices for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy wing_notices_read_request on wing_notices for select to :oversight using (participant_id = any ((select people_for('safety_incident', 'read', 'request'))::int[]));
create policy wing_notices_read_mine on wing_notices for select to :person using (participant_id = any ((select people_for('safety_incident', 'read', 'mine'))::int[]));
create policy wing_notices_write_team on wing_notices for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy wing_notices_write_own on wing_notices for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- person_warnings
create policy person_warnings_read_team on person_warnings for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'team'))::int[]));
create policy person_warnings_read_emergency on person_warnings for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'emergency'))::int[]));
create policy person_warnings_read_own on person_warnings for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy person_warnings_read_staff on person_warnings for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy person_warnings_read_request on person_warnings for select to :oversight using (participant_id = any ((select people_for('safety_incident', 'read', 'request'))::int[]));
create policy person_warnings_read_mine on person_warnings for select to :person using (participant_id = any ((select people_for('safety_incident', 'read', 'mine'))::int[]));
create policy person_warnings_write_team on person_warnings for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy person_warnings_write_own on person_warnings for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- warning_signatures
create policy warning_signatures_read_team on warning_signatures for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'team'))::int[]));
create policy warning_signatures_read_emergency on warning_signatures for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'emergency'))::int[]));
create policy warning_signatures_read_own on warning_signatures for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy warning_signatures_read_staff on warning_signatures for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy warning_signatures_read_request on warning_signatures for select to :oversight using (participant_id = any ((select people_for('safety_incident', 'read', 'request'))::int[]));
create policy warning_signatures_read_mine on warning_signatures for select to :person using (participant_id = any ((select people_for('safety_incident', 'read', 'mine'))::int[]));
create policy warning_signatures_write_team on warning_signatures for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy warning_signatures_write_own on warning_signatures for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- incident_aftercares
create policy incident_aftercares_read_team on incident_aftercares for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'team'))::int[]));
create policy incident_aftercares_read_emergency on incident_aftercares for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'emergency'))::int[]));
create policy incident_aftercares_read_own on incident_aftercares for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy incident_aftercares_read_staff on incident_aftercares for select to :casework using (participant_id = any ((select people_for('safety_incident', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy incident_aftercares_read_request on incident_aftercares for select to :oversight using (participant_id = any ((select people_for('safety_incident', 'read', 'request'))::int[]));
create policy incident_aftercares_read_mine on incident_aftercares for select to :person using (participant_id = any ((select people_for('safety_incident', 'read', 'mine'))::int[]));
create policy incident_aftercares_write_team on incident_aftercares for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'team'))::int[]) and author_id = (select actor_id()));
create policy incident_aftercares_write_own on incident_aftercares for insert to :casework with check (participant_id = any ((select people_for('safety_incident', 'write', 'own'))::int[]) and author_id = (select actor_id()));

-- Who can be asked in a crisis: a colleague whose role today reads crises that somebody else wrote. Never security, figures, data or a volunteer. Whoever loses such a
-- role stays on the list and is asked no longer, from that moment; the coordinators are told.
create or replace function may_be_asked(p_colleague int, p_at timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointments a join rights r on r.role = a.role and r.record = 'safety_incident' and r.verb = 'read' and r.scope in ('team', 'staff', 'emergency') and r.shape = 'casework'
    where a.colleague_id = p_colleague and a.from_at <= service_moment(p_at) and (a.until_at is null or a.until_at > service_moment(p_at))) $$;
create or replace function may_be_asked(p_colleague int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$ select may_be_asked(p_colleague, moment()) $$;
grant execute on function may_be_asked(int) to :casework, :machine;

-- Somebody who is in nobody's list, named in words: whoever may write of a crisis writes it, and reads it with those who are asked.
create policy incidents_owner on incidents for select to :owner using (true);
create policy incident_asks_owner on incident_asks for select to :owner using (true);
create policy incident_calls_owner on incident_calls for select to :owner using (true);
create or replace function incidents_asked_of_me() returns int[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not is_allowed('safety_incident', 'read') or not may_be_asked(actor_id()) then return '{}'; end if;
  return (select coalesce(array_agg(a.incident_id), '{}') from incident_asks a where a.colleague_id = actor_id() and a.asked_at is not null);
end $$;
grant execute on function incidents_asked_of_me() to :casework;
create policy incidents_write_in_words on incidents for insert to :casework with check (participant_id is null and author_id = (select actor_id())
  and (select has_right('safety_incident', 'write', 'team') or has_right('safety_incident', 'write', 'own')));
create policy incidents_read_in_words on incidents for select to :casework using (participant_id is null and author_id = (select actor_id()) and (select is_allowed('safety_incident', 'read')));
create policy incidents_read_in_words_asked on incidents for select to :casework using (participant_id is null and id = any ((select incidents_asked_of_me())::int[]));

-- The call behind an incident: no content, no person. Whoever is asked sees it and answers it for themselves; so does whoever may read the incident see it.
grant select, insert on incident_calls, incident_asks to :casework;
grant select on incident_calls, incident_asks to :oversight, :machine;
grant update (answered_at, answered_by, takes_over) on incident_calls to :casework;
grant update (told_last_at) on incident_calls to :machine;
grant update (asked_at, answer_by) on incident_asks to :machine;
create policy incident_calls_read_readers on incident_calls for select to :casework, :oversight using (exists (select from incidents i where i.id = incident_id));
create policy incident_calls_read_asked on incident_calls for select to :casework using (incident_id = any ((select incidents_asked_of_me())::int[]));
create policy incident_calls_open on incident_calls for insert to :casework with check (author_id = (select actor_id()) and answered_at is null
  and exists (select from incidents i where i.id = incident_id and i.author_id = (select actor_id())));
create policy incident_calls_answer on incident_calls for update to :casework using (incident_id = any ((select incidents_asked_of_me())::int[]) and answered_at is null)
  with check (answered_by = (select actor_id()) and answered_at = (select moment()));
create policy incident_calls_pass_on on incident_calls to :machine using ((select actor_name()) = 'caretaker') with check ((select actor_name()) = 'caretaker');
create policy incident_asks_read_readers on incident_asks for select to :casework, :oversight using (exists (select from incidents i where i.id = incident_id));
create policy incident_asks_read_asked on incident_asks for select to :casework using (incident_id = any ((select incidents_asked_of_me())::int[]));
create policy incident_asks_line on incident_asks for insert to :casework with check (exists (select from incidents i where i.id = incident_id and i.author_id = (select actor_id()) and i.recorded_at = (select moment())) and may_be_asked(colleague_id));
create policy incident_asks_pass_on on incident_asks to :machine using ((select actor_name()) = 'caretaker') with check ((select actor_name()) = 'caretaker');

-- A colleague of the helping professions who is asked may open that one case for minutes; whoever reads the log of accesses looks at it afterwards.
create or replace function people_asked_about() returns int[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' then return '{}'; end if;
  return (select coalesce(array_agg(i.participant_id), '{}') from incident_asks a join incidents i on i.id = a.incident_id join incident_calls c on c.incident_id = i.id
    where a.colleague_id = actor_id() and a.asked_at is not null and a.asked_at > moment() - interval '24 hours' and i.participant_id is not null
      and (c.answered_by is null or c.answered_by = actor_id()));
end $$;
grant execute on function people_asked_about() to :casework;
create or replace function incident_person(p_public_id text) returns int language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select i.participant_id from incidents i where i.public_id = p_public_id and i.participant_id = any (people_asked_about()));
end $$;
grant execute on function incident_person(text) to :casework;
grant insert on break_glasses to :casework;
create policy break_glasses_open_when_asked on break_glasses for insert to :casework with check (
  participant_id = any ((select people_asked_about())::int[]) and colleague_id = (select actor_id()) and role = any ((select roles_held())::text[])
  and from_at = (select moment()) and until_at <= (select moment()) + interval '1 hour' and reviewed_at is null);
create policy break_glasses_read_own on break_glasses for select to :casework using (colleague_id = (select actor_id()));
grant update (reviewed_by, reviewed_at, review_found, review_words) on break_glasses to :oversight;
create policy break_glasses_read_reviewer on break_glasses for select to :oversight using ((select has_right('access_log', 'read', 'all')));
create policy break_glasses_review on break_glasses for update to :oversight using ((select has_right('access_log', 'read', 'all')) and reviewed_at is null)
  with check (reviewed_by = (select actor_id()) and reviewed_at = (select moment()));

-- A talk afterwards is the colleague's own affair; whoever supervises them sees that it was offered and answered.
grant select, insert on incident_debriefs to :casework;
create policy incident_debriefs_own on incident_debriefs for select to :casework using (colleague_id = (select actor_id()));
create policy incident_debriefs_staff on incident_debriefs for select to :casework using (colleague_id = any ((select staff_for('safety_incident', 'read'))::int[]));
create policy incident_debriefs_answer on incident_debriefs for insert to :casework with check (colleague_id = (select actor_id())
  and exists (select from incidents i where i.id = incident_id and i.author_id = (select actor_id())));

-- The card is for everybody: the administrator writes it, and a coordinator who is asked. Who is asked in which order is the coordinators' to say.
grant select on crisis_cards, crisis_numbers, duty_entries to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
-- An evaluator stands in the same house when something happens.
grant select on crisis_cards, crisis_numbers to :evaluator;
grant insert, delete on crisis_numbers to :administrator, :machine;
grant update (on_self_harm, on_threat, on_child, on_against, for_everybody, on_duty_here, outing_days, revision) on crisis_cards to :administrator;
grant update (on_duty_here) on crisis_cards to :machine;
grant insert, delete on duty_entries to :casework;
grant update (place) on duty_entries to :casework;
create policy crisis_cards_read on crisis_cards for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine, :evaluator using (true);
create policy crisis_cards_write on crisis_cards for update to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')));
create policy crisis_cards_found on crisis_cards for update to :machine using ((select actor_name()) = 'founder');
create policy crisis_numbers_read on crisis_numbers for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine, :evaluator using (true);
create policy crisis_numbers_write on crisis_numbers for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')));
create policy crisis_numbers_clear on crisis_numbers for delete to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')));
create policy crisis_numbers_found on crisis_numbers for insert to :machine with check ((select actor_name()) = 'founder');
create policy duty_entries_read on duty_entries for select to :casework, :administrator using (true);
create policy duty_entries_write on duty_entries for insert to :casework with check ('coordinator' = any ((select roles_held())::text[]) and may_be_asked(colleague_id));
create policy duty_entries_change on duty_entries for update to :casework using ('coordinator' = any ((select roles_held())::text[]));
create policy duty_entries_clear on duty_entries for delete to :casework using ('coordinator' = any ((select roles_held())::text[]));

-- What every page carries, asked by the web role itself at most every few seconds, like the probes: the card, who is on duty, and whom a call awaits
-- (a colleague's id and the call's own name in addresses). Nothing about anybody, and nothing of what was said.
create policy crisis_cards_owner on crisis_cards for select to :owner using (true);
create policy crisis_numbers_owner on crisis_numbers for select to :owner using (true);
create policy duty_entries_owner on duty_entries for select to :owner using (true);
drop function if exists crisis_standing();
create or replace function crisis_standing(p_at timestamptz) returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'words', (select row_to_json(w) from crisis_cards w),
    'numbers', (select coalesce(json_agg(json_build_object('label', n.label, 'number', n.number, 'note', n.note, 'forEverybody', n.for_everybody) order by n.place, n.id), '[]') from crisis_numbers n),
    'duty', (select coalesce(json_agg(json_build_object('name', c.name, 'forEverybody', d.shown_to_everybody) order by d.place, d.id), '[]') from duty_entries d join colleagues c on c.id = d.colleague_id where may_be_asked(d.colleague_id, p_at)),
    'asked', (select coalesce(json_agg(json_build_object('colleagueId', a.colleague_id, 'callId', c.public_id, 'asCoordinator', a.as_coordinator) order by a.asked_at), '[]')
      from incident_calls c join incident_asks a on a.incident_id = c.incident_id where c.answered_at is null and a.asked_at is not null),
    'overdue', (select coalesce(json_agg(json_build_object('colleagueId', a.colleague_id, 'outingId', o.public_id) order by a.asked_at), '[]')
      from outings o join outing_asks a on a.outing_id = o.id where o.answered_at is null and o.returned_at is null and o.called_off_at is null and a.asked_at is not null and o.back_by <= service_moment(p_at)),
    'missing', exists (select from outings o where o.told_last_at is not null and o.answered_at is null and o.returned_at is null and o.called_off_at is null and o.back_by <= service_moment(p_at)),
    'unanswered', exists (select from incident_calls c where c.answered_at is null and c.told_last_at is not null),
    'unreviewed', exists (select from break_glasses b where b.reviewed_at is null)) $$;
grant execute on function crisis_standing(timestamptz) to :web;

-- Out alone: about a colleague, and about nobody else. Theirs, of whoever looks out for them, and, once they are overdue, of whoever is asked; at a browser. The caretaker asks, and deletes after the service's days.
create policy outings_owner on outings for select to :owner using (true);
create policy outing_asks_owner on outing_asks for select to :owner using (true);
create or replace function outings_asked_of_me() returns int[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not is_at_a_browser() then return '{}'; end if;
  return (select coalesce(array_agg(a.outing_id), '{}') from outing_asks a where a.colleague_id = actor_id() and a.asked_at is not null);
end $$;
revoke all on function outings_asked_of_me() from public;
grant execute on function outings_asked_of_me() to :casework;
grant select, insert on outings, outing_asks to :casework;
grant update (out_at, returned_at, called_off_at, back_by, answered_at, answered_by, done) on outings to :casework;
grant select, delete on outings to :machine;
grant select on outing_asks to :machine;
grant update (told_last_at) on outings to :machine;
grant update (asked_at, answer_by) on outing_asks to :machine;
create policy outings_own on outings for select to :casework using (colleague_id = (select actor_id()) and (select is_at_a_browser()));
create policy outings_look_out on outings for select to :casework using (lookout_id = (select actor_id()) and (select is_at_a_browser()));
create policy outings_asked on outings for select to :casework using (id = any ((select outings_asked_of_me())::int[]));
create policy outings_announce on outings for insert to :casework with check (colleague_id = (select actor_id()) and (select is_at_a_browser()) and answered_at is null);
create policy outings_tap on outings for update to :casework using (colleague_id = (select actor_id()) and (select is_at_a_browser()) and returned_at is null) with check (colleague_id = (select actor_id()) and answered_by is distinct from (select actor_id()));
create policy outings_answer on outings for update to :casework using (id = any ((select outings_asked_of_me())::int[]) and answered_at is null) with check (answered_by = (select actor_id()) and answered_at = (select moment()));
create policy outings_pass_on on outings to :machine using ((select actor_name()) = 'caretaker') with check ((select actor_name()) = 'caretaker');
create policy outing_asks_seen on outing_asks for select to :casework using (exists (select from outings o where o.id = outing_id));
create policy outing_asks_line on outing_asks for insert to :casework with check (asked_at is null and exists (select from outings o where o.id = outing_id and o.colleague_id = (select actor_id()) and o.announced_at = (select moment())) and may_be_asked(colleague_id));
create policy outing_asks_pass_on on outing_asks to :machine using ((select actor_name()) = 'caretaker') with check ((select actor_name()) = 'caretaker');

-- What is written of a crisis carries the moment in which it is written, past the verbs too; what happened and who was told of it lie before that.
create policy incidents_in_their_moment on incidents as restrictive for insert to :casework with check (recorded_at = (select moment()) and happened_at <= (select moment()) and coalesce(handed_at <= (select moment()), true));
create policy wing_notices_in_their_moment on wing_notices as restrictive for insert to :casework with check (recorded_at = (select moment()) and told_at <= (select moment()));
create policy person_warnings_in_their_moment on person_warnings as restrictive for insert to :casework with check (recorded_at = (select moment()) and told_at <= (select moment()));
create policy warning_signatures_in_their_moment on warning_signatures as restrictive for insert to :casework with check (signed_at = (select moment()));
create policy incident_aftercares_in_their_moment on incident_aftercares as restrictive for insert to :casework with check (recorded_at = (select moment()) and done_on <= (select today_on()));
create policy incident_calls_in_their_moment on incident_calls as restrictive for insert to :casework with check (opened_at = (select moment()));
create policy incident_debriefs_in_their_moment on incident_debriefs as restrictive for insert to :casework with check (answered_at = (select moment()));
create policy outings_in_their_moment on outings as restrictive for insert to :casework with check (announced_at = (select moment()));
