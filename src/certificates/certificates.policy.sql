-- staff_record: exactly the scopes of access.yaml. A head enters for everybody, a coach for those whose coach they are; the holder reads their own. Nobody is asked who lacks one,
-- and nothing counts them. "request" is opened about a participant and reaches no colleague's record; "import" is not offered here.

grant select on certificates to :casework, :counts;
grant insert on certificates to :casework, :counts, :machine;
grant update (withdrawn_on, withdrawn_why, withdrawn_by) on certificates to :casework, :counts;

create policy certificates_owner on certificates for select to :owner using (true);
create policy certificates_read_all on certificates for select to :casework, :counts using ((select has_right('staff_record', 'read', 'all')));
create policy certificates_read_staff on certificates for select to :casework using (colleague_id = any ((select staff_for('staff_record', 'read'))::int[]));
create policy certificates_read_mine on certificates for select to :casework using (colleague_id = (select actor_id()) and (select has_right('staff_record', 'read', 'mine')));
create policy certificates_write_all on certificates for insert to :counts with check ((select has_right('staff_record', 'write', 'all')) and entered_by = (select actor_id()) and withdrawn_on is null);
create policy certificates_write_staff on certificates for insert to :casework
  with check (colleague_id = any ((select staff_for('staff_record', 'write'))::int[]) and entered_by = (select actor_id()) and withdrawn_on is null);
create policy certificates_withdraw_all on certificates for update to :counts using ((select has_right('staff_record', 'write', 'all')) and withdrawn_on is null) with check (withdrawn_by = (select actor_id()));
create policy certificates_withdraw_staff on certificates for update to :casework
  using (colleague_id = any ((select staff_for('staff_record', 'write'))::int[]) and withdrawn_on is null) with check (withdrawn_by = (select actor_id()));
create policy certificates_found on certificates for insert to :machine with check ((select actor_name()) = 'founder');

-- Before a session: from when to when the actor's own certificates for a programme hold. Whoever meets people must hear why they may not, also in a role that reads no staff record; so the
-- days are told, of the actor alone, and nothing else of the record.
create or replace function own_certificates_for(p_programme text) returns table (role text, issued_on date, expires_on date, withdrawn_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if actor_kind() <> 'colleague' or p_programme is null then return; end if;
  return query select k.programme_role, k.issued_on, k.expires_on, k.withdrawn_on from certificates k where k.colleague_id = actor_id() and k.programme = p_programme;
end $$;
revoke all on function own_certificates_for(text) from public;
grant execute on function own_certificates_for(text) to :casework;

-- Before a session that two hold: on which of these days the second one has none of the certificates asked for. Told to whoever meets the person in the same role, about somebody who does so
-- too, and as days alone: not which certificate they have, nor since when.
create or replace function days_second_lacks(p_participant int, p_second int, p_programme text, p_roles text[], p_days date[]) returns setof date
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (p_participant = any (people_for('session_attendance', 'write', 'team'))) or not exists (select from assignments a where a.colleague_id = p_second and a.participant_id = p_participant
    and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())) then return; end if;
  return query select d.day from unnest(p_days) d(day) where not exists (select from certificates k where k.colleague_id = p_second and k.programme = p_programme and k.programme_role = any (p_roles)
    and k.issued_on <= d.day and (k.expires_on is null or k.expires_on >= d.day) and (k.withdrawn_on is null or k.withdrawn_on > d.day)) order by 1;
end $$;
revoke all on function days_second_lacks(int, int, text, text[], date[]) from public;
grant execute on function days_second_lacks(int, int, text, text[], date[]) to :casework;
