-- Functional advice, the safety plan among it (docs/decisions/0070): health writes for named readers, the person is told. A reader of the team sees what holds now and is addressed to them, where the
-- person has agreed; whoever opens one case in an emergency as a facilitator sees what holds now. What was replaced or ended is the history of health, of the person and of a rights request.

-- functional_advice, safety_plans: functional_advice
grant select on functional_advice, safety_plans to :casework, :person, :oversight;
grant insert on functional_advice, safety_plans to :casework;
-- Words, readers and days are never changed; that something was replaced, ended or a slip of the pen is written beside them.
grant update (replaced_at, ended_on, ended_by, ended_why, taken_back_at) on functional_advice, safety_plans to :casework;

-- Each is written down in the moment in which it happens, and looked at again within the year. What was replaced is not replaced anew, and holds again only once what replaced it was taken back; and a slip
-- of the pen is one on the day on which it was written. Answered by what the asker reads themselves.
create or replace function advice_is_replaced(p_advice int) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from functional_advice r where r.replaces_id = p_advice and r.taken_back_at is null);
end $$;
create or replace function safety_plan_is_replaced(p_plan int) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from safety_plans r where r.replaces_id = p_plan and r.taken_back_at is null);
end $$;
revoke all on function advice_is_replaced(int), safety_plan_is_replaced(int) from public;
grant execute on function advice_is_replaced(int), safety_plan_is_replaced(int) to :casework;

create policy functional_advice_read_team on functional_advice for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'team'))::int[])
  and (taken_back_at is null or author_id = (select actor_id())));
create policy functional_advice_read_agreed on functional_advice for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'agreed'))::int[])
  and replaced_at is null and ended_on is null and taken_back_at is null
  and exists (select from assignments a where a.colleague_id = (select actor_id()) and a.participant_id = functional_advice.participant_id and a.role = any (functional_advice.readers)
    and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))));
create policy functional_advice_read_emergency on functional_advice for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'emergency'))::int[])
  and replaced_at is null and ended_on is null and taken_back_at is null);
create policy functional_advice_read_request on functional_advice for select to :oversight using (participant_id = any ((select people_for('functional_advice', 'read', 'request'))::int[]));
create policy functional_advice_read_mine on functional_advice for select to :person using (participant_id = any ((select people_for('functional_advice', 'read', 'mine'))::int[]) and taken_back_at is null);
create policy functional_advice_write_team on functional_advice for insert to :casework with check (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and written_at = (select moment()) and review_on > (select today_on()) and review_on <= ((select today_on()) + interval '12 months')::date and replaced_at is null and ended_on is null and taken_back_at is null);
create policy functional_advice_change_team on functional_advice for update to :casework
  using (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and ended_on is null and taken_back_at is null)
  with check (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and coalesce(ended_by, (select actor_id())) = (select actor_id())
    and case when taken_back_at is not null then author_id = (select actor_id()) and (written_at at time zone (select v.time_zone from services v))::date = (select today_on()) else true end
    and coalesce(replaced_at = (select moment()), true) and not advice_is_replaced(id) and coalesce(ended_on = (select today_on()), true) and coalesce(taken_back_at = (select moment()), true));

create policy safety_plans_read_team on safety_plans for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'team'))::int[])
  and (taken_back_at is null or author_id = (select actor_id())));
create policy safety_plans_read_agreed on safety_plans for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'agreed'))::int[])
  and replaced_at is null and ended_on is null and taken_back_at is null);
create policy safety_plans_read_emergency on safety_plans for select to :casework using (participant_id = any ((select people_for('functional_advice', 'read', 'emergency'))::int[])
  and replaced_at is null and ended_on is null and taken_back_at is null);
create policy safety_plans_read_request on safety_plans for select to :oversight using (participant_id = any ((select people_for('functional_advice', 'read', 'request'))::int[]));
create policy safety_plans_read_mine on safety_plans for select to :person using (participant_id = any ((select people_for('functional_advice', 'read', 'mine'))::int[]) and taken_back_at is null);
create policy safety_plans_write_team on safety_plans for insert to :casework with check (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and written_at = (select moment()) and review_on > (select today_on()) and review_on <= ((select today_on()) + interval '12 months')::date and replaced_at is null and ended_on is null and taken_back_at is null);
create policy safety_plans_change_team on safety_plans for update to :casework
  using (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and ended_on is null and taken_back_at is null)
  with check (participant_id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and coalesce(ended_by, (select actor_id())) = (select actor_id())
    and case when taken_back_at is not null then author_id = (select actor_id()) and (written_at at time zone (select v.time_zone from services v))::date = (select today_on()) else true end
    and coalesce(replaced_at = (select moment()), true) and not safety_plan_is_replaced(id) and coalesce(ended_on = (select today_on()), true) and coalesce(taken_back_at = (select moment()), true));

-- The person opens their advice and their plan to a role of the team, and takes it back, without anybody between: from that moment on, and not from an earlier one.
create policy agreed_readings_advice_mine on agreed_readings for insert to :person
  with check (participant_id = any ((select people_for('functional_advice', 'read', 'mine'))::int[]) and record = 'functional_advice' and role in ('facilitator', 'assessor', 'case_manager') and recorded_by is null
    and from_at = (select moment()) and withdrawn_at is null);
create policy agreed_readings_advice_withdraw_mine on agreed_readings for update to :person
  using (participant_id = any ((select people_for('functional_advice', 'read', 'mine'))::int[]) and record = 'functional_advice' and withdrawn_at is null) with check (withdrawn_at = (select moment()));

-- What was decided to be erased, on its day, by the caretaker.
grant select (participant_id, written_at), delete on functional_advice, safety_plans to :machine;
create policy functional_advice_erased on functional_advice to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy safety_plans_erased on safety_plans to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
