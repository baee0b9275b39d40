-- disclosure_statement and disclosure_package: exactly the scopes of access.yaml. Nothing is ever changed. Whoever was asked (facilitator, mentor, case manager) writes down that they were, and reads
-- what became of it; only the coordinator of the team prepares and hands over, and only another coordinator, or the data protection officer, approves. Security reads what is named to it; police,
-- intelligence and partner agencies have no account at all.

grant select on disclosure_statements, disclosure_refusals, disclosure_comments, disclosure_packages, disclosure_decisions, disclosure_receipts, disclosure_recalls, disclosure_errors, disclosure_tellings to :casework, :person, :oversight, :referrer;
grant insert on disclosure_statements, disclosure_refusals, disclosure_comments, disclosure_decisions to :casework, :oversight;
grant insert on disclosure_packages, disclosure_receipts, disclosure_recalls, disclosure_errors, disclosure_tellings to :casework;
grant insert on disclosure_comments to :person;
-- Asked by people_for, for whoever reads what is named to them.
grant execute on function kept_apart(text) to :referrer;

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
create policy disclosure_refusals_write_team on disclosure_refusals for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and refused_by = (select actor_id()));
create policy disclosure_refusals_write_all on disclosure_refusals for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and refused_by = (select actor_id()));

-- disclosure_comments: disclosure_statement
create policy disclosure_comments_read_team on disclosure_comments for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_comments_read_own on disclosure_comments for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_comments_read_all on disclosure_comments for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_comments_read_request on disclosure_comments for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_comments_read_named on disclosure_comments for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_comments_read_mine on disclosure_comments for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_comments_write_team on disclosure_comments for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and said_by_kind = 'colleague' and said_by = (select actor_id()));
create policy disclosure_comments_write_own on disclosure_comments for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'own'))::int[]) and said_by_kind = 'colleague' and said_by = (select actor_id())
  and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_comments_write_mine on disclosure_comments for insert to :person with check (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]) and said_by_kind = 'participant' and said_by = (select actor_id()));
create policy disclosure_comments_write_all on disclosure_comments for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and said_by_kind = 'colleague' and said_by = (select actor_id()));

-- disclosure_packages: disclosure_package
create policy disclosure_packages_read_team on disclosure_packages for select to :casework using (participant_id = any ((select people_for('disclosure_package', 'read', 'team'))::int[]));
create policy disclosure_packages_read_named_officer on disclosure_packages for select to :oversight using (participant_id = any ((select people_for('disclosure_package', 'read', 'named'))::int[]));
create policy disclosure_packages_read_request on disclosure_packages for select to :oversight using (participant_id = any ((select people_for('disclosure_package', 'read', 'request'))::int[]));
create policy disclosure_packages_read_named on disclosure_packages for select to :referrer using (participant_id = any ((select people_for('disclosure_package', 'read', 'named'))::int[]));
create policy disclosure_packages_read_mine on disclosure_packages for select to :person using (participant_id = any ((select people_for('disclosure_package', 'read', 'mine'))::int[]));
create policy disclosure_packages_write_team on disclosure_packages for insert to :casework with check (participant_id = any ((select people_for('disclosure_package', 'write', 'team'))::int[]) and prepared_by = (select actor_id()));

-- disclosure_decisions: disclosure_statement
create policy disclosure_decisions_read_team on disclosure_decisions for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_decisions_read_own on disclosure_decisions for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_decisions_read_all on disclosure_decisions for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_decisions_read_request on disclosure_decisions for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_decisions_read_named on disclosure_decisions for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_decisions_read_mine on disclosure_decisions for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_decisions_write_team on disclosure_decisions for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and decided_by = (select actor_id()));
create policy disclosure_decisions_write_all on disclosure_decisions for insert to :oversight with check ((select has_right('disclosure_statement', 'write', 'all')) and (select focus_id()) = any (array[0, participant_id]) and decided_by = (select actor_id()));

-- disclosure_receipts: disclosure_statement
create policy disclosure_receipts_read_team on disclosure_receipts for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'team'))::int[]));
create policy disclosure_receipts_read_own on disclosure_receipts for select to :casework using (participant_id = any ((select people_for('disclosure_statement', 'read', 'own'))::int[]) and exists (select from disclosure_statements s where s.id = statement_id and s.recorded_by = (select actor_id())));
create policy disclosure_receipts_read_all on disclosure_receipts for select to :oversight using ((select has_right('disclosure_statement', 'read', 'all')) and (select focus_id()) = any (array[0, participant_id]));
create policy disclosure_receipts_read_request on disclosure_receipts for select to :oversight using (participant_id = any ((select people_for('disclosure_statement', 'read', 'request'))::int[]));
create policy disclosure_receipts_read_named on disclosure_receipts for select to :referrer using (participant_id = any ((select people_for('disclosure_statement', 'read', 'named'))::int[]));
create policy disclosure_receipts_read_mine on disclosure_receipts for select to :person using (participant_id = any ((select people_for('disclosure_statement', 'read', 'mine'))::int[]));
create policy disclosure_receipts_write_team on disclosure_receipts for insert to :casework with check (participant_id = any ((select people_for('disclosure_statement', 'write', 'team'))::int[]) and handed_by = (select actor_id()));

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
create policy sharing_rules_set on sharing_rules for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')) and set_by = (select actor_id()));

-- head: count. How many were asked for, refused, handed over, recalled; never whose; a number below five is not given, so that it cannot point at a person.
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
    select c.what, case when c.how_many >= 5 then c.how_many end from counted c;
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
