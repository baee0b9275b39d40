-- The parts of a person, each to its own readers as access.yaml says.

create policy participants_owner on participants for select to :owner using (true);
grant select on participants to :casework, :person, :oversight;
grant insert, update on participants to :casework;
create policy participants_read on participants for select to :casework, :person, :oversight using (id = any ((select people_known())::int[]));
create policy participants_write_unit on participants for insert to :casework with check (unit_id = any ((select units_for('identity_name', 'write'))::int[]));
create policy participants_change_unit on participants for update to :casework using (id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy participants_change_team on participants for update to :casework using (id = any ((select people_for('identity_name', 'write', 'team'))::int[]));

-- How far somebody is follows from their plan: whoever may write its dates may move the state.
create policy participants_change_planner on participants for update to :casework using (id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- register
grant select, insert, update on register_entries to :casework;
create policy register_read_all on register_entries for select to :casework using ((select has_right('register', 'read', 'all')));
create policy register_write_unit on register_entries for insert to :casework with check (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
create policy register_change_unit on register_entries for update to :casework using (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));

-- The only search over the whole service, for coordinators. A definer function, because no index over parts of a name is used under row security;
-- it asks for the right itself, and gives whoever is like the name, or has the number, with their unit and who coordinates it.
create policy register_owner on register_entries for select to :owner using (true);
create or replace function search_register(p_name text, p_number text, p_born_year int, p_most int)
returns table (participant_id int, public_id text, name text, number text, born_year int, unit text, state text, coordinators text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare words text[] := regexp_split_to_array(lower(trim(p_name)), '[\s,;]+'); at timestamptz := moment(); mine int[] := units_for('register', 'write');
begin
  if not has_right('register', 'read', 'all') then return; end if;
  return query
    select e.participant_id, case when p.unit_id = any (mine) then p.public_id end, e.name, e.number, e.born_year, u.name, p.state,
      array(select distinct c.name from appointments a join colleagues c on c.id = a.colleague_id
        where a.role = 'coordinator' and a.unit_id = p.unit_id and a.from_at <= at and (a.until_at is null or a.until_at > at) order by c.name)
    from register_entries e join participants p on p.id = e.participant_id left join units u on u.id = p.unit_id
    where (e.number = p_number
        or (p_name <> '' and lower(e.name) operator(extensions.%) lower(p_name) and extensions.similarity(lower(e.name), lower(p_name)) >= 0.5)
        or (length(words[1]) >= 3 and lower(e.name) like '%' || replace(replace(replace(words[1], '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and (select bool_and(position(w in lower(e.name)) > 0) from unnest(words) w)))
      and (p_born_year is null or e.born_year is null or e.born_year = p_born_year or e.number = p_number)
    order by (e.number = p_number) desc nulls last, extensions.similarity(lower(e.name), lower(p_name)) desc, e.participant_id limit least(p_most, 50);
end $$;
grant execute on function search_register(text, text, int, int) to :casework;

-- identity_name
grant select on identity_names to :casework, :person, :oversight;
grant insert, update on identity_names to :casework;
create policy identity_name_read_team on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'team'))::int[]));
create policy identity_name_read_unit on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'unit'))::int[]));
create policy identity_name_read_staff on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'staff'))::int[]));
create policy identity_name_read_agreed on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'agreed'))::int[]));
create policy identity_name_read_named on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'named'))::int[]));
create policy identity_name_read_request on identity_names for select to :oversight using (participant_id = any ((select people_for('identity_name', 'read', 'request'))::int[]));
create policy identity_name_read_mine on identity_names for select to :person using (participant_id = any ((select people_for('identity_name', 'read', 'mine'))::int[]));
create policy identity_name_write_unit on identity_names for insert to :casework with check (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy identity_name_write_team on identity_names for insert to :casework with check (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));
create policy identity_name_change_unit on identity_names for update to :casework using (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy identity_name_change_team on identity_names for update to :casework using (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));

-- identity_particulars
grant select on identity_particulars to :casework, :person, :oversight;
grant insert, update on identity_particulars to :casework;
create policy identity_particulars_read_team on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'team'))::int[]));
create policy identity_particulars_read_unit on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'unit'))::int[]));
create policy identity_particulars_read_emergency on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'emergency'))::int[]));
create policy identity_particulars_read_request on identity_particulars for select to :oversight using (participant_id = any ((select people_for('identity_particulars', 'read', 'request'))::int[]));
create policy identity_particulars_read_mine on identity_particulars for select to :person using (participant_id = any ((select people_for('identity_particulars', 'read', 'mine'))::int[]));
create policy identity_particulars_write_unit on identity_particulars for insert to :casework with check (participant_id = any ((select people_for('identity_particulars', 'write', 'unit'))::int[]));
create policy identity_particulars_write_team on identity_particulars for insert to :casework with check (participant_id = any ((select people_for('identity_particulars', 'write', 'team'))::int[]));
create policy identity_particulars_change_unit on identity_particulars for update to :casework using (participant_id = any ((select people_for('identity_particulars', 'write', 'unit'))::int[]));
create policy identity_particulars_change_team on identity_particulars for update to :casework using (participant_id = any ((select people_for('identity_particulars', 'write', 'team'))::int[]));

-- legal_status
grant select on legal_statuses to :casework, :person, :oversight;
grant insert, update on legal_statuses to :casework;
create policy legal_status_read_team on legal_statuses for select to :casework using (participant_id = any ((select people_for('legal_status', 'read', 'team'))::int[]));
create policy legal_status_read_request on legal_statuses for select to :oversight using (participant_id = any ((select people_for('legal_status', 'read', 'request'))::int[]));
create policy legal_status_read_mine on legal_statuses for select to :person using (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]));
create policy legal_status_write_team on legal_statuses for insert to :casework with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));
create policy legal_status_end_team on legal_statuses for update to :casework using (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]));

-- release
grant select on releases to :casework, :person, :oversight;
grant insert on releases to :casework;
create policy release_read_team on releases for select to :casework using (participant_id = any ((select people_for('release', 'read', 'team'))::int[]));
create policy release_read_request on releases for select to :oversight using (participant_id = any ((select people_for('release', 'read', 'request'))::int[]));
create policy release_read_mine on releases for select to :person using (participant_id = any ((select people_for('release', 'read', 'mine'))::int[]));
-- While guilt is open the database takes no word about the offence either.
create policy release_write_team on releases for insert to :casework with check (participant_id = any ((select people_for('release', 'write', 'team'))::int[]) and recorded_by = (select actor_id())
  and not (offence_words <> '' and exists (select from legal_statuses l where l.participant_id = releases.participant_id and l.status in ('remand', 'appeal')
    and l.from_on <= (select today_on()) and coalesce(l.until_on, 'infinity'::date) >= (select today_on()))));

-- access_needs
grant select, insert, update on access_needs to :casework, :person;
grant select on access_needs to :oversight;
create policy access_needs_read_team on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'team'))::int[]));
create policy access_needs_read_unit on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'unit'))::int[]));
create policy access_needs_read_agreed on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'agreed'))::int[]));
create policy access_needs_read_request on access_needs for select to :oversight using (participant_id = any ((select people_for('access_needs', 'read', 'request'))::int[]));
create policy access_needs_read_mine on access_needs for select to :person using (participant_id = any ((select people_for('access_needs', 'read', 'mine'))::int[]));
create policy access_needs_write_unit on access_needs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]));
create policy access_needs_write_team on access_needs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]));
create policy access_needs_change_unit on access_needs for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]));
create policy access_needs_change_team on access_needs for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]));
create policy access_needs_write_mine on access_needs for insert to :person with check (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]));
create policy access_needs_change_mine on access_needs for update to :person using (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]));

-- consent_and_notice
grant select on consents to :casework, :person, :oversight;
grant insert on consents to :casework;
create policy consent_read_team on consents for select to :casework using (participant_id = any ((select people_for('consent_and_notice', 'read', 'team'))::int[]));
create policy consent_read_request on consents for select to :oversight using (participant_id = any ((select people_for('consent_and_notice', 'read', 'request'))::int[]));
create policy consent_read_mine on consents for select to :person using (participant_id = any ((select people_for('consent_and_notice', 'read', 'mine'))::int[]));
create policy consent_write_team on consents for insert to :casework with check (participant_id = any ((select people_for('consent_and_notice', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));

-- withdrawal
grant select, insert on withdrawals to :casework, :person;
grant select on withdrawals to :oversight;
create policy withdrawal_read_team on withdrawals for select to :casework using (participant_id = any ((select people_for('withdrawal', 'read', 'team'))::int[]));
create policy withdrawal_read_request on withdrawals for select to :oversight using (participant_id = any ((select people_for('withdrawal', 'read', 'request'))::int[]));
create policy withdrawal_read_mine on withdrawals for select to :person using (participant_id = any ((select people_for('withdrawal', 'read', 'mine'))::int[]));
create policy withdrawal_write_team on withdrawals for insert to :casework with check (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy withdrawal_write_mine on withdrawals for insert to :person with check (participant_id = any ((select people_for('withdrawal', 'write', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));

-- plan_dates: how far somebody is belongs to the dates of what is done with them.
grant select on participation_changes to :casework, :person, :oversight;
grant insert on participation_changes to :casework;
create policy participation_changes_read_team on participation_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy participation_changes_read_agreed on participation_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy participation_changes_read_request on participation_changes for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy participation_changes_read_mine on participation_changes for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy participation_changes_write_team on participation_changes for insert to :casework
  with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and changed_by = (select actor_id()));

-- That consent was asked, when, for what and with which answer, for the data-protection officer; not of whom.
create policy consents_owner on consents for select to :owner using (true);
create or replace function consents_happened(from_on date, until_on date) returns table (answered_on date, purpose text, answer text, way text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('consent_and_notice', 'read', 'meta') then return; end if;
  return query select c.answered_on, c.purpose, c.answer, c.way from consents c where c.answered_on between from_on and until_on order by 1, 2, 3;
end $$;
grant execute on function consents_happened(date, date) to :oversight;
