-- disclosure_statement and disclosure_package: exactly the scopes of access.yaml. Nothing is ever changed. Whoever was asked (facilitator, mentor, case manager) writes down that they were, and reads
-- what became of it; only the coordinator of the team prepares and hands over, and only another coordinator, or the data protection officer, approves. Security reads what is named to it; police,
-- intelligence and partner agencies have no account at all.

grant select on disclosure_statements, disclosure_refusals, disclosure_comments, disclosure_packages, disclosure_decisions, disclosure_receipts, disclosure_recalls, disclosure_errors, disclosure_tellings to :casework, :person, :oversight, :referrer;
grant insert on disclosure_statements, disclosure_refusals, disclosure_comments, disclosure_decisions to :casework, :oversight;
grant insert on disclosure_packages, disclosure_receipts, disclosure_recalls, disclosure_errors, disclosure_tellings to :casework;
grant insert on disclosure_comments to :person;
-- Asked by people_for, for whoever reads what is named to them.
grant execute on function kept_apart(text) to :referrer;

-- Questions about one statement or package, answered by what the asker may read of it themselves.
create or replace function is_open_to_tell(p_statement int) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return not exists (select from disclosure_refusals f where f.statement_id = p_statement) and not exists (select from disclosure_receipts r where r.statement_id = p_statement);
end $$;
-- Once the person has said it themselves, nobody else says for them that they wish to say nothing, or something else.
create or replace function person_has_said(p_statement int) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from disclosure_comments c where c.statement_id = p_statement and c.said_by_kind = 'participant');
end $$;
-- A package is frozen under the rule that holds for this kind of recipient, for no longer than it allows, and once somebody has said why it is needed.
create or replace function is_under_the_law(p_statement int, p_rule int, p_until date) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from disclosure_statements s cross join lateral (select n.* from sharing_rules n where n.recipient_kind = s.recipient_kind order by n.set_at desc, n.id desc limit 1) u
    where s.id = p_statement and length(trim(s.necessity)) > 0 and u.id = p_rule and p_until <= today_on() + u.usable_days);
end $$;
-- What has to hold when it is handed over is asked then, and not only when it was frozen: it is the last one; nothing was refused and nobody has said anything since; the person has not said stop; the plan of
-- which it says that it goes on has not ended; its meetings are not kept apart; it can still be used; and the law asks for what it holds, in the same words. Whether days and counts are still those
-- that are recorded is for the verb to ask of the rooms that know them.
create or replace function may_leave(p_package int) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from disclosure_packages k join disclosure_statements s on s.id = k.statement_id join sharing_rules u on u.id = k.rule_id
      cross join lateral (select r.* from sharing_rules r where r.recipient_kind = s.recipient_kind order by r.set_at desc, r.id desc limit 1) n
    where k.id = p_package and k.usable_until >= today_on() and is_open_to_tell(k.statement_id)
      and not exists (select from disclosure_packages o where o.statement_id = k.statement_id and (o.prepared_at, o.id) > (k.prepared_at, k.id))
      and not exists (select from disclosure_comments c where c.statement_id = k.statement_id and c.said_at > k.prepared_at)
      and k.participant_id = any (people_for('withdrawal', 'read', 'team')) and not exists (select from withdrawals w where w.participant_id = k.participant_id and w.purpose in ('programme', 'data') and w.withdrawn_at > k.prepared_at)
      and not exists (select from participants p where p.id = k.participant_id and p.state = 'ended' and k.took_part_until is null)
      and (k.meetings_offered is null or k.participant_id <> all (kept_apart('sessions')))
      and n.report_asked and (n.ending_asked or not k.ended_by_own_wish) and n.decision = u.decision and n.basis = u.basis and n.usable_days >= u.usable_days);
end $$;
grant execute on function is_open_to_tell(int), person_has_said(int) to :casework, :person, :oversight;
grant execute on function is_under_the_law(int, int, date), may_leave(int) to :casework;

-- disclosure_statements: disclosure_statement
create policy disclosure_statements_read_team on disclosure_statements for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_statements_read_own on disclosure_statements for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and recorded_by = (select actor_id()));
create policy disclosure_statements_read_all on disclosure_statements for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_statements_read_request on disclosure_statements for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_statements_read_named on disclosure_statements for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_statements_read_mine on disclosure_statements for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_statements_write_team on disclosure_statements for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));
create policy disclosure_statements_write_own on disclosure_statements for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'own'))::int[]) and recorded_by = (select actor_id()));
create policy disclosure_statements_write_all on disclosure_statements for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and recorded_by = (select actor_id()));

-- disclosure_refusals: disclosure_statement
create policy disclosure_refusals_read_team on disclosure_refusals for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_refusals_read_own on disclosure_refusals for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_refusals_read_all on disclosure_refusals for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_refusals_read_request on disclosure_refusals for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_refusals_read_named on disclosure_refusals for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_refusals_read_mine on disclosure_refusals for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_refusals_write_team on disclosure_refusals for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and refused_by = (select actor_id()) and is_open_to_tell(statement_id));
create policy disclosure_refusals_write_all on disclosure_refusals for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and refused_by = (select actor_id()) and is_open_to_tell(statement_id));

-- disclosure_comments: disclosure_statement
create policy disclosure_comments_read_team on disclosure_comments for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_comments_read_own on disclosure_comments for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_comments_read_all on disclosure_comments for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_comments_read_request on disclosure_comments for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_comments_read_named on disclosure_comments for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_comments_read_mine on disclosure_comments for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_comments_write_team on disclosure_comments for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and said_by_kind = 'colleague' and said_by = (select actor_id())
  and is_open_to_tell(statement_id) and not person_has_said(statement_id));
create policy disclosure_comments_write_own on disclosure_comments for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'own'))::int[]) and said_by_kind = 'colleague' and said_by = (select actor_id())
  and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())) and is_open_to_tell(statement_id) and not person_has_said(statement_id));
create policy disclosure_comments_write_mine on disclosure_comments for insert to :person with check (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]) and said_by_kind = 'participant' and said_by = (select actor_id()) and is_open_to_tell(statement_id));
create policy disclosure_comments_write_all on disclosure_comments for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and said_by_kind = 'colleague' and said_by = (select actor_id())
  and is_open_to_tell(statement_id) and not person_has_said(statement_id));

-- disclosure_packages: disclosure_package. A data protection officer who is asked as second reads the one package for which they are, and as long as no other one has followed it: that package and the
-- opening were made by one colleague in one moment.
create policy disclosure_packages_owner on disclosure_packages for select to :owner using (true);
create or replace function packages_opened() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' then return '{}'; end if;
  return (select coalesce(array_agg(k.id), '{}') from named_readings n
    join disclosure_packages k on k.participant_id = n.participant_id and k.prepared_by = n.made_by and k.prepared_at = n.from_at and k.asks = n.role
    where n.reader_id = actor_id() and n.record = 'disclosure_package' and n.role = any (roles_held()) and n.from_at <= moment() and n.until_at > moment() and (focus_id() = 0 or n.participant_id = focus_id())
      and not exists (select from disclosure_packages o where o.statement_id = k.statement_id and (o.prepared_at, o.id) > (k.prepared_at, k.id)));
end $$;
revoke all on function packages_opened() from public;
grant execute on function packages_opened() to :oversight;
create policy disclosure_packages_read_team on disclosure_packages for select to :casework using (participant_id = any ((select people_for('disclosure_package', 'read', 'team'))::int[]));
create policy disclosure_packages_read_named_officer on disclosure_packages for select to :oversight using (participant_id = any ((select people_for('disclosure_package', 'read', 'named'))::int[])
  and id = any ((select packages_opened())::int[]));
create policy disclosure_packages_read_request on disclosure_packages for select to :oversight using (participant_id = any ((select people_for('disclosure_package', 'read', 'request'))::int[]));
create policy disclosure_packages_read_named on disclosure_packages for select to :referrer using (participant_id = any ((select people_for('disclosure_package', 'read', 'named'))::int[]));
create policy disclosure_packages_read_mine on disclosure_packages for select to :person using (participant_id = any ((select people_for('disclosure_package', 'read', 'mine'))::int[]));
create policy disclosure_packages_write_team on disclosure_packages for insert to :casework with check (participant_id = any ((select people_for('disclosure_package', 'write', 'team'))::int[]) and prepared_by = (select actor_id()) and prepared_at <= (select moment())
  and is_under_the_law(statement_id, rule_id, usable_until) and is_open_to_tell(statement_id)
  and exists (select from disclosure_comments m where m.statement_id = disclosure_packages.statement_id));

-- disclosure_decisions: disclosure_statement
create policy disclosure_decisions_read_team on disclosure_decisions for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_decisions_read_own on disclosure_decisions for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_decisions_read_all on disclosure_decisions for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_decisions_read_request on disclosure_decisions for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_decisions_read_named on disclosure_decisions for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_decisions_read_mine on disclosure_decisions for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_decisions_write_team on disclosure_decisions for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and decided_by = (select actor_id()));
create policy disclosure_decisions_write_all on disclosure_decisions for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and decided_by = (select actor_id())
  and package_id = any ((select packages_opened())::int[]));

-- disclosure_receipts: disclosure_statement
create policy disclosure_receipts_read_team on disclosure_receipts for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_receipts_read_own on disclosure_receipts for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_receipts_read_all on disclosure_receipts for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_receipts_read_request on disclosure_receipts for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_receipts_read_named on disclosure_receipts for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_receipts_read_mine on disclosure_receipts for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_receipts_write_team on disclosure_receipts for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and handed_by = (select actor_id())
  and handed_at <= (select moment()) and handed_on <= (select today_on()) and may_leave(package_id)
  and exists (select from disclosure_packages k where k.id = package_id and k.number = disclosure_receipts.number and k.hash = disclosure_receipts.hash and k.usable_until = disclosure_receipts.usable_until));

-- disclosure_recalls: disclosure_statement
create policy disclosure_recalls_read_team on disclosure_recalls for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_recalls_read_own on disclosure_recalls for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_recalls_read_all on disclosure_recalls for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_recalls_read_request on disclosure_recalls for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_recalls_read_named on disclosure_recalls for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_recalls_read_mine on disclosure_recalls for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_recalls_write_team on disclosure_recalls for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and recalled_by = (select actor_id()));

-- disclosure_errors: disclosure_statement
create policy disclosure_errors_read_team on disclosure_errors for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_errors_read_own on disclosure_errors for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_errors_read_all on disclosure_errors for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_errors_read_request on disclosure_errors for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_errors_read_named on disclosure_errors for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_errors_read_mine on disclosure_errors for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_errors_write_team on disclosure_errors for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and found_by = (select actor_id()));

-- disclosure_tellings: disclosure_statement
create policy disclosure_tellings_read_team on disclosure_tellings for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_tellings_read_own on disclosure_tellings for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_tellings_read_all on disclosure_tellings for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_tellings_read_request on disclosure_tellings for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_tellings_read_named on disclosure_tellings for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_tellings_read_mine on disclosure_tellings for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_tellings_write_team on disclosure_tellings for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and decided_by = (select actor_id()));

-- Where the team has no second coordinator, the one who prepares opens this package, by name, to a data protection officer: for this record alone, until a day.
create policy named_readings_of_a_second_reader on named_readings for insert to :casework
  with check (participant_id = any ((select people_for('disclosure_package', 'write', 'team'))::int[]) and record = 'disclosure_package' and role = 'data_protection_officer' and made_by = (select actor_id())
    and from_at <= (select moment()) and until_at <= (select moment()) + interval '32 days');

-- What the law asks for: no secret, and the administrator's to write down.
grant select on sharing_rules to :casework, :person, :oversight, :administrator;
grant insert on sharing_rules to :administrator;
create policy sharing_rules_read on sharing_rules for select to :casework, :person, :oversight, :administrator using (true);
create policy sharing_rules_set on sharing_rules for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')) and set_by = (select actor_id()) and set_at <= (select moment()));

-- head: count. How many were asked for, refused, handed over, recalled; never whose. A number below five is not given, and every other is the next lower step of five, so that two that are looked at one
-- after the other point at nobody either.
drop function if exists disclosure_counts();
create function disclosure_counts() returns table (what text, how_many int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('disclosure_statement', 'read', 'count') then return; end if;
  return query
    with counted as (
      select 'asked' as what, count(*)::int as how_many from disclosure_statements
      union all select 'refused', count(*)::int from disclosure_refusals
      union all select 'handed-over', count(*)::int from disclosure_receipts
      union all select 'recalled', count(*)::int from disclosure_recalls)
    select c.what, case when c.how_many >= 5 then c.how_many / 5 * 5 end from counted c;
end $$;
revoke all on function disclosure_counts() from public;
grant execute on function disclosure_counts() to :counts;
create policy disclosure_statements_owner on disclosure_statements for select to :owner using (true);
create policy disclosure_refusals_owner on disclosure_refusals for select to :owner using (true);
create policy disclosure_receipts_owner on disclosure_receipts for select to :owner using (true);
create policy disclosure_recalls_owner on disclosure_recalls for select to :owner using (true);

-- The officer who reads every statement reads nobody's name and no list of people; to open a statement they need the random name of whom it is about.
create or replace function people_disclosed() returns table (participant_id int, public_id text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('disclosure_statement', 'read', 'all') then return; end if;
  return query select distinct p.id, p.public_id from disclosure_statements s join participants p on p.id = s.participant_id;
end $$;
revoke all on function people_disclosed() from public;
grant execute on function people_disclosed() to :oversight;

-- What was decided to be erased, on its day, by the caretaker: the statement, and all that hangs on it.
grant select (participant_id, recorded_at), delete on disclosure_statements to :machine;
create policy disclosure_statements_erased on disclosure_statements to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- What is asked, said, decided, handed over and called back carries the moment in which it is written, past the verbs too: what was said before, and what after, decides whether a package may leave.
create policy disclosure_statements_in_their_moment on disclosure_statements as restrictive for insert to :casework, :oversight with check (recorded_at = (select moment()) and asked_on <= (select today_on()));
create policy disclosure_refusals_in_their_moment on disclosure_refusals as restrictive for insert to :casework, :oversight with check (refused_at = (select moment()));
create policy disclosure_comments_in_their_moment on disclosure_comments as restrictive for insert to :casework, :person, :oversight with check (said_at = (select moment()));
create policy disclosure_packages_in_their_moment on disclosure_packages as restrictive for insert to :casework with check (prepared_at = (select moment()));
create policy disclosure_decisions_in_their_moment on disclosure_decisions as restrictive for insert to :casework, :oversight with check (decided_at = (select moment()));
create policy disclosure_receipts_in_their_moment on disclosure_receipts as restrictive for insert to :casework with check (handed_at = (select moment()) and handed_on = (select today_on()));
create policy disclosure_recalls_in_their_moment on disclosure_recalls as restrictive for insert to :casework with check (recalled_at = (select moment()) and recalled_on = (select today_on()));
create policy disclosure_errors_in_their_moment on disclosure_errors as restrictive for insert to :casework with check (found_at = (select moment()));
create policy disclosure_tellings_in_their_moment on disclosure_tellings as restrictive for insert to :casework with check (decided_at = (select moment()) and decided_on = (select today_on()));
create policy sharing_rules_in_their_moment on sharing_rules as restrictive for insert to :administrator with check (set_at = (select moment()));
