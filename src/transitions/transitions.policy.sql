-- plan_dates: people, rooms, dates and arrangements outside belong to it, so each table has exactly its scopes. Nothing is changed or deleted: what was named, answered,
-- arranged or handed over stays, and another row follows it.

grant select on transition_owners, transition_links, transition_maintenance, transition_hand_overs, transition_acknowledgements, transition_hand_overs_taken to :casework, :person, :oversight;
grant insert on transition_owners, transition_links, transition_maintenance, transition_hand_overs, transition_acknowledgements, transition_hand_overs_taken to :casework;

-- transition_owners
create policy transition_owners_read_team on transition_owners for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy transition_owners_read_agreed on transition_owners for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy transition_owners_read_request on transition_owners for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy transition_owners_read_mine on transition_owners for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy transition_owners_write_team on transition_owners for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and named_by = (select actor_id()));

-- transition_links
create policy transition_links_read_team on transition_links for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy transition_links_read_agreed on transition_links for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy transition_links_read_request on transition_links for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy transition_links_read_mine on transition_links for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy transition_links_write_team on transition_links for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and told_by = (select actor_id()));

-- transition_maintenance
create policy transition_maintenance_read_team on transition_maintenance for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy transition_maintenance_read_agreed on transition_maintenance for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy transition_maintenance_read_request on transition_maintenance for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy transition_maintenance_read_mine on transition_maintenance for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy transition_maintenance_write_team on transition_maintenance for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and arranged_by = (select actor_id()));

-- transition_hand_overs
create policy transition_hand_overs_read_team on transition_hand_overs for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy transition_hand_overs_read_agreed on transition_hand_overs for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy transition_hand_overs_read_request on transition_hand_overs for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy transition_hand_overs_read_mine on transition_hand_overs for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy transition_hand_overs_write_team on transition_hand_overs for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and handed_by = (select actor_id()));

-- Whoever is named says for themself that they know; for a place, whoever may arrange things writes down that its people do. The next worker says that they have it.
create policy transition_acknowledgements_read on transition_acknowledgements for select to :casework, :person, :oversight using (exists (select from transition_owners o where o.id = owner_id));
create policy transition_acknowledgements_own on transition_acknowledgements for insert to :casework
  with check (by_id = (select actor_id()) and exists (select from transition_owners o where o.id = owner_id and o.colleague_id = (select actor_id())));
create policy transition_acknowledgements_of_a_place on transition_acknowledgements for insert to :casework
  with check (by_id = (select actor_id()) and exists (select from transition_owners o where o.id = owner_id and o.place_id is not null and o.participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[])));
create policy transition_hand_overs_taken_read on transition_hand_overs_taken for select to :casework, :person, :oversight using (exists (select from transition_hand_overs h where h.id = hand_over_id));
create policy transition_hand_overs_taken_own on transition_hand_overs_taken for insert to :casework
  with check (by_id = (select actor_id()) and exists (select from transition_hand_overs h where h.id = hand_over_id and h.to_id = (select actor_id())));

-- How long before release: no secret, and the administrator's to set, with the rule that says so.
grant select on transition_lead_times to :casework, :person, :oversight, :administrator;
grant insert on transition_lead_times to :administrator;
create policy transition_lead_times_read on transition_lead_times for select to :casework, :person, :oversight, :administrator using (true);
create policy transition_lead_times_set on transition_lead_times for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')) and set_by = (select actor_id()));

-- restriction_and_monitoring: monitoring is taken up only beside an assignment that runs now, of the same person, of somebody who supports them and is appointed to. Words and days of an order
-- are never changed; that it ended is told once.
grant select on monitoring_orders to :casework, :person, :oversight;
grant insert on monitoring_orders to :casework;
grant update (ended_on, ended_why) on monitoring_orders to :casework;
create policy monitoring_orders_read_team on monitoring_orders for select to :casework using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'team'))::int[]));
create policy monitoring_orders_read_request on monitoring_orders for select to :oversight using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'request'))::int[]));
create policy monitoring_orders_read_mine on monitoring_orders for select to :person using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'mine'))::int[]));
create policy monitoring_orders_write_team on monitoring_orders for insert to :casework
  with check (participant_id = any ((select people_for('restriction_and_monitoring', 'write', 'team'))::int[]) and recorded_by = (select actor_id()) and ended_on is null
    and exists (select from assignments a where a.id = support_id and a.participant_id = monitoring_orders.participant_id and a.role in ('mentor', 'facilitator', 'circle_volunteer', 'circle_coordinator')
      and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))
      and exists (select from appointments k where k.colleague_id = a.colleague_id and k.role = a.role and k.from_at <= (select moment()) and (k.until_at is null or k.until_at > (select moment())))));
create policy monitoring_orders_end_team on monitoring_orders for update to :casework
  using (participant_id = any ((select people_for('restriction_and_monitoring', 'write', 'team'))::int[]) and ended_on is null) with check (ended_on is not null);

-- That an order was looked at again: written by whoever supervises it, while it runs, for themselves; never changed. The next look is no further away than three months, whoever writes it.
grant select on monitoring_reviews to :casework, :person, :oversight;
grant insert on monitoring_reviews to :casework;
create policy monitoring_reviews_read_team on monitoring_reviews for select to :casework using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'team'))::int[]));
create policy monitoring_reviews_read_request on monitoring_reviews for select to :oversight using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'request'))::int[]));
create policy monitoring_reviews_read_mine on monitoring_reviews for select to :person using (participant_id = any ((select people_for('restriction_and_monitoring', 'read', 'mine'))::int[]));
create policy monitoring_reviews_write_team on monitoring_reviews for insert to :casework with check (participant_id = any ((select people_for('restriction_and_monitoring', 'write', 'team'))::int[]) and reviewed_by = (select actor_id()) and reviewed_at = (select moment())
  and next_on <= ((select today_on()) + interval '3 months')::date and exists (select from monitoring_orders o where o.id = order_id and o.participant_id = monitoring_reviews.participant_id and o.ended_on is null and o.until_on >= (select today_on())));

-- A transfer to another unit is part of where somebody is met (identity_name); why, and by which authority, is read by fewer (identity_particulars). What was announced is never
-- changed: it is taken over or called off, once.
grant select on unit_transfers, unit_transfer_reasons, unit_transfer_members to :casework, :person, :oversight;
grant insert on unit_transfers, unit_transfer_reasons, unit_transfer_members to :casework;
grant update (called_off_by, called_off_at, called_off_why) on unit_transfers to :casework;

-- unit_transfers
create policy unit_transfers_read_team on unit_transfers for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'team'))::int[]));
create policy unit_transfers_read_unit on unit_transfers for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'unit'))::int[]));
create policy unit_transfers_read_staff on unit_transfers for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'staff'))::int[]));
create policy unit_transfers_read_agreed on unit_transfers for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'agreed'))::int[]));
create policy unit_transfers_read_named on unit_transfers for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'named'))::int[]));
create policy unit_transfers_read_request on unit_transfers for select to :oversight using (participant_id = any ((select people_for('identity_name', 'read', 'request'))::int[]));
create policy unit_transfers_read_mine on unit_transfers for select to :person using (participant_id = any ((select people_for('identity_name', 'read', 'mine'))::int[]));
create policy unit_transfers_write_team on unit_transfers for insert to :casework
  with check (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]) and announced_by = (select actor_id()) and taken_at is null and called_off_at is null);
create policy unit_transfers_write_unit on unit_transfers for insert to :casework
  with check (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]) and announced_by = (select actor_id()) and taken_at is null and called_off_at is null);
create policy unit_transfers_call_off_team on unit_transfers for update to :casework
  using (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]) and taken_at is null and called_off_at is null) with check (called_off_by = (select actor_id()));
create policy unit_transfers_call_off_unit on unit_transfers for update to :casework
  using (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]) and taken_at is null and called_off_at is null) with check (called_off_by = (select actor_id()));

-- unit_transfer_reasons
create policy unit_transfer_reasons_read_team on unit_transfer_reasons for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'team'))::int[]));
create policy unit_transfer_reasons_read_unit on unit_transfer_reasons for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'unit'))::int[]));
create policy unit_transfer_reasons_read_emergency on unit_transfer_reasons for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'emergency'))::int[]));
create policy unit_transfer_reasons_read_request on unit_transfer_reasons for select to :oversight using (participant_id = any ((select people_for('identity_particulars', 'read', 'request'))::int[]));
create policy unit_transfer_reasons_read_mine on unit_transfer_reasons for select to :person using (participant_id = any ((select people_for('identity_particulars', 'read', 'mine'))::int[]));
create policy unit_transfer_reasons_write_team on unit_transfer_reasons for insert to :casework
  with check (participant_id = any ((select people_for('identity_particulars', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy unit_transfer_reasons_write_unit on unit_transfer_reasons for insert to :casework
  with check (participant_id = any ((select people_for('identity_particulars', 'write', 'unit'))::int[]) and written_by = (select actor_id()));

-- Who stays and who does not, as it was announced; whoever reads the transfer reads that. Each member of the team says for themself that they know.
create policy unit_transfer_members_read on unit_transfer_members for select to :casework, :person, :oversight using (exists (select from unit_transfers t where t.id = transfer_id));
create policy unit_transfer_members_write on unit_transfer_members for insert to :casework
  with check (exists (select from unit_transfers t join assignments a on a.participant_id = t.participant_id where t.id = transfer_id and a.id = assignment_id and t.announced_by = (select actor_id()) and t.announced_at = (select moment())));
grant select, insert on unit_transfer_notings to :casework;
create policy unit_transfer_notings_read_own on unit_transfer_notings for select to :casework using (colleague_id = (select actor_id()) and exists (select from unit_transfers t where t.id = transfer_id));
create policy unit_transfer_notings_write_own on unit_transfer_notings for insert to :casework with check (colleague_id = (select actor_id()) and exists (select from unit_transfers t where t.id = transfer_id));

-- Who comes to a unit that the actor coordinates, before anybody there may know them: a transfer belongs to the unit it was sent to, as a referral does. The name is that of the
-- register, which every coordinator reads; of the rest what is needed to say yes. That it was called off is told for two weeks, without why: somebody had made room.
create policy unit_transfers_owner on unit_transfers for select to :owner using (true);
create policy unit_transfer_reasons_owner on unit_transfer_reasons for select to :owner using (true);
create policy unit_transfer_members_owner on unit_transfer_members for select to :owner using (true);
drop function if exists people_arriving();
create function people_arriving()
returns table (transfer text, participant_id int, person text, name text, from_unit text, to_unit text, moves_on date, reason text, authority text, announced_by text, announced_at timestamptz, called_off_at timestamptz, names text[], roles text[], staying boolean[])
language plpgsql stable rows 5 security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare f int := focus_id(); mine int[]; reads_why boolean := is_allowed('identity_particulars', 'read');
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not 'coordinator' = any (roles_held()) or not has_right('register', 'read', 'all') then return; end if;
  mine := units_for('register', 'write');
  return query
    select t.public_id, t.participant_id, p.public_id, e.name, v.name, u.name, t.moves_on, case when comes then r.reason end, case when comes then r.authority end, c.name, t.announced_at, t.called_off_at,
      array(select k.name from unit_transfer_members m join assignments a on a.id = m.assignment_id join colleagues k on k.id = a.colleague_id where m.transfer_id = t.id and t.called_off_at is null order by m.id),
      array(select a.role from unit_transfer_members m join assignments a on a.id = m.assignment_id where m.transfer_id = t.id and t.called_off_at is null order by m.id),
      array(select m.stays from unit_transfer_members m where m.transfer_id = t.id and t.called_off_at is null order by m.id)
    from unit_transfers t join participants p on p.id = t.participant_id join register_entries e on e.participant_id = t.participant_id
      join units u on u.id = t.to_unit_id join units v on v.id = t.from_unit_id join colleagues c on c.id = t.announced_by left join unit_transfer_reasons r on r.transfer_id = t.id
      cross join lateral (select reads_why and t.called_off_at is null) k(comes)
    where t.to_unit_id = any (mine) and t.taken_at is null and (t.called_off_at is null or (t.called_off_at > moment() - interval '14 days' and t.called_off_by <> actor_id())) and (f = 0 or t.participant_id = f) order by t.moves_on limit 100;
end $$;
revoke all on function people_arriving() from public;
grant execute on function people_arriving() to :casework;

-- The next unit has them: from this moment they belong to it, for every question about units, and to the former one no longer. Only its coordinator says so, on the day or later.
create policy participants_moved_by_owner on participants for update to :owner using (exists (select from unit_transfers t where t.participant_id = participants.id and t.taken_at = (select moment())))
  with check (unit_id in (select t.to_unit_id from unit_transfers t where t.participant_id = participants.id and t.taken_at = (select moment())));
create policy unit_transfers_taken_by_owner on unit_transfers for update to :owner using (taken_at is null and called_off_at is null) with check (taken_at = (select moment()) and taken_by = (select actor_id()));
create or replace function take_over_person(transfer text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare t unit_transfers; at timestamptz := moment();
begin
  if not is_allowed('identity_name', 'write') then return false; end if;
  update unit_transfers x set taken_at = at, taken_by = actor_id()
    where x.public_id = transfer and x.taken_at is null and x.called_off_at is null and x.moves_on <= today_on() and x.to_unit_id = any (units_for('register', 'write')) returning x.* into t;
  if not found then return false; end if;
  update participants p set unit_id = t.to_unit_id, revision = p.revision + 1 where p.id = t.participant_id;
  return true;
end $$;
revoke all on function take_over_person(text) from public;
grant execute on function take_over_person(text) to :casework;

-- A recall undoes a release: who reads the release reads that and when. What the authority alleges stands with the legal status, and so does what the person says of it.
grant select on recalls, recall_reasons, recall_answers to :casework, :person, :oversight;
grant insert on recalls, recall_reasons, recall_answers to :casework;
grant insert on recall_answers to :person;

-- recalls
create policy recalls_read_team on recalls for select to :casework using (participant_id = any ((select people_for('release', 'read', 'team'))::int[]));
create policy recalls_read_request on recalls for select to :oversight using (participant_id = any ((select people_for('release', 'read', 'request'))::int[]));
create policy recalls_read_mine on recalls for select to :person using (participant_id = any ((select people_for('release', 'read', 'mine'))::int[]));
create policy recalls_write_team on recalls for insert to :casework with check (participant_id = any ((select people_for('release', 'write', 'team'))::int[]) and recorded_by = (select actor_id()) and recalled_on <= (select today_on()));

-- recall_reasons
create policy recall_reasons_read_team on recall_reasons for select to :casework using (participant_id = any ((select people_for('legal_status', 'read', 'team'))::int[]));
create policy recall_reasons_read_request on recall_reasons for select to :oversight using (participant_id = any ((select people_for('legal_status', 'read', 'request'))::int[]));
create policy recall_reasons_read_mine on recall_reasons for select to :person using (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]));
create policy recall_reasons_write_team on recall_reasons for insert to :casework with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and written_by = (select actor_id()));

-- recall_answers
create policy recall_answers_read_team on recall_answers for select to :casework using (participant_id = any ((select people_for('legal_status', 'read', 'team'))::int[]));
create policy recall_answers_read_request on recall_answers for select to :oversight using (participant_id = any ((select people_for('legal_status', 'read', 'request'))::int[]));
create policy recall_answers_read_mine on recall_answers for select to :person using (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]));
create policy recall_answers_write_team on recall_answers for insert to :casework with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and recorded_by = (select actor_id())
  and exists (select from recalls r where r.id = recall_answers.recall_id and r.participant_id = recall_answers.participant_id));
create policy recall_answers_write_mine on recall_answers for insert to :person with check (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]) and recorded_by is null
  and exists (select from recalls r where r.id = recall_answers.recall_id and r.participant_id = recall_answers.participant_id));

-- Each member of the team says for themself that they know.
grant select, insert on recall_notings to :casework;
create policy recall_notings_read_own on recall_notings for select to :casework using (colleague_id = (select actor_id()) and exists (select from recalls r where r.id = recall_id));
create policy recall_notings_write_own on recall_notings for insert to :casework with check (colleague_id = (select actor_id()) and exists (select from recalls r where r.id = recall_id));

-- re_entries: how far somebody is belongs to plan_dates.
grant select on re_entries to :casework, :person, :oversight;
grant insert on re_entries to :casework;
create policy re_entries_read_team on re_entries for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy re_entries_read_agreed on re_entries for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy re_entries_read_request on re_entries for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy re_entries_read_mine on re_entries for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy re_entries_write_team on re_entries for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));

-- What was decided to be erased, on its day, by the caretaker: with the plan what was arranged for outside, and who said that they know; with a transfer its reason, who stayed and who knew.
grant select (participant_id, named_at), delete on transition_owners to :machine;
grant select (participant_id, told_at), delete on transition_links to :machine;
grant select (participant_id, arranged_at), delete on transition_maintenance to :machine;
grant select (participant_id, handed_at), delete on transition_hand_overs to :machine;
create policy transition_owners_erased on transition_owners to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy transition_links_erased on transition_links to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy transition_maintenance_erased on transition_maintenance to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy transition_hand_overs_erased on transition_hand_overs to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
grant select (participant_id, announced_at), delete on unit_transfers to :machine;
grant select (participant_id, said_at), delete on recall_answers to :machine;
grant select (participant_id, recorded_at), delete on re_entries to :machine;
create policy unit_transfers_erased on unit_transfers to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy recall_answers_erased on recall_answers to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy re_entries_erased on re_entries to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
-- The closing report: each part is a table of the record that it belongs to and has exactly its scopes. A version is written by a facilitator of the person, of a plan that has ended, and
-- never changed. The facilitator signs what they wrote, the coordinator says that they saw it, the person says what they think of it: each for themselves alone.
create or replace function people_with_me_as(p_role text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' then return '{}'; end if;
  return array(select a.participant_id from assignments a where a.colleague_id = actor_id() and a.role = p_role and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())
    and (focus_id() = 0 or a.participant_id = focus_id()));
end $$;
revoke all on function people_with_me_as(text) from public;
grant execute on function people_with_me_as(text) to :casework;

grant select on closing_reports, closing_answers, closing_signatures, closing_doses, closing_units, closing_goals, closing_agreements to :casework, :person, :oversight;
grant insert on closing_reports, closing_answers, closing_signatures, closing_doses, closing_units, closing_goals, closing_agreements to :casework;
grant insert on closing_answers to :person;


-- closing_reports: plan_dates
create policy closing_reports_read_team on closing_reports for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy closing_reports_read_agreed on closing_reports for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy closing_reports_read_request on closing_reports for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy closing_reports_read_mine on closing_reports for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy closing_reports_write_team on closing_reports for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[]) and written_by = (select actor_id())
  and exists (select from plans p where p.id = plan_id and p.participant_id = closing_reports.participant_id and p.state = 'ended'));

-- closing_answers: plan_dates
create policy closing_answers_read_team on closing_answers for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy closing_answers_read_agreed on closing_answers for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy closing_answers_read_request on closing_answers for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy closing_answers_read_mine on closing_answers for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy closing_answers_write_team on closing_answers for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[]) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_answers.participant_id));
create policy closing_answers_write_mine on closing_answers for insert to :person with check (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_answers.participant_id));

-- closing_signatures: plan_dates
create policy closing_signatures_read_team on closing_signatures for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy closing_signatures_read_agreed on closing_signatures for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy closing_signatures_read_request on closing_signatures for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy closing_signatures_read_mine on closing_signatures for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy closing_signatures_sign_own on closing_signatures for insert to :casework with check (as_role = 'facilitator' and participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[]) and signed_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_signatures.participant_id and r.written_by = (select actor_id())));
create policy closing_signatures_see_team on closing_signatures for insert to :casework with check (as_role = 'coordinator' and participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('coordinator'))::int[]) and signed_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_signatures.participant_id));

-- closing_doses: session_attendance
create policy closing_doses_read_team on closing_doses for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[]));
create policy closing_doses_read_own on closing_doses for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'own'))::int[]) and written_by = (select actor_id()));
create policy closing_doses_read_staff on closing_doses for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'staff'))::int[]) and written_by = any ((select staff_for('session_attendance', 'read'))::int[]));
create policy closing_doses_read_agreed on closing_doses for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'agreed'))::int[]));
create policy closing_doses_read_request on closing_doses for select to :oversight using (participant_id = any ((select people_for('session_attendance', 'read', 'request'))::int[]));
create policy closing_doses_read_mine on closing_doses for select to :person using (participant_id = any ((select people_for('session_attendance', 'read', 'mine'))::int[]));
create policy closing_doses_write_team on closing_doses for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[]) and written_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_doses.participant_id and r.written_by = (select actor_id())));

-- closing_units: session_content
create policy closing_units_read_team on closing_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]));
create policy closing_units_read_own on closing_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and written_by = (select actor_id()));
create policy closing_units_read_named on closing_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]));
create policy closing_units_read_request on closing_units for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy closing_units_read_mine on closing_units for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]));
create policy closing_units_write_team on closing_units for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[]) and written_by = (select actor_id())
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_units.participant_id and r.written_by = (select actor_id())));

-- closing_goals: measure
create policy closing_goals_read_team on closing_goals for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'team'))::int[]));
create policy closing_goals_read_agreed on closing_goals for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'agreed'))::int[]));
create policy closing_goals_read_request on closing_goals for select to :oversight using (participant_id = any ((select people_for('measure', 'read', 'request'))::int[]));
create policy closing_goals_read_mine on closing_goals for select to :person using (participant_id = any ((select people_for('measure', 'read', 'mine'))::int[]));
create policy closing_goals_write_team on closing_goals for insert to :casework with check (participant_id = any ((select people_for('measure', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[])
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_goals.participant_id and r.written_by = (select actor_id())));

-- closing_agreements: agreement
create policy closing_agreements_read_team on closing_agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy closing_agreements_read_staff on closing_agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy closing_agreements_read_agreed on closing_agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy closing_agreements_read_request on closing_agreements for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy closing_agreements_read_mine on closing_agreements for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy closing_agreements_write_team on closing_agreements for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and participant_id = any ((select people_with_me_as('facilitator'))::int[])
  and exists (select from closing_reports r where r.id = report_id and r.participant_id = closing_agreements.participant_id and r.written_by = (select actor_id())));

-- What was decided to be erased goes from the reports too, part by part.
grant select (participant_id), delete on closing_reports to :machine;
grant select (participant_id), delete on closing_doses to :machine;
grant select (participant_id), delete on closing_units to :machine;
grant select (participant_id), delete on closing_goals to :machine;
grant select (participant_id), delete on closing_agreements to :machine;
create policy closing_reports_erased on closing_reports to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy closing_doses_erased on closing_doses to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);
create policy closing_units_erased on closing_units to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);
create policy closing_goals_erased on closing_goals to :machine using (participant_id = any ((select people_to_erase('measures'))::int[])) with check (false);
create policy closing_agreements_erased on closing_agreements to :machine using (participant_id = any ((select people_to_erase('agreements'))::int[])) with check (false);

-- What is arranged, said and signed carries the moment in which it is written, past the verbs too.
create policy closing_answers_in_their_moment on closing_answers as restrictive for insert to :casework, :person with check (said_at = (select moment()));
create policy closing_reports_in_their_moment on closing_reports as restrictive for insert to :casework with check (written_at = (select moment()));
create policy closing_signatures_in_their_moment on closing_signatures as restrictive for insert to :casework with check (signed_at = (select moment()));
create policy monitoring_orders_in_their_moment on monitoring_orders as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy re_entries_in_their_moment on re_entries as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy recall_answers_in_their_moment on recall_answers as restrictive for insert to :casework, :person with check (said_at = (select moment()));
create policy recall_reasons_in_their_moment on recall_reasons as restrictive for insert to :casework with check (written_at = (select moment()));
create policy recalls_in_their_moment on recalls as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy transition_maintenance_in_their_moment on transition_maintenance as restrictive for insert to :casework with check (arranged_at = (select moment()));
create policy transition_owners_in_their_moment on transition_owners as restrictive for insert to :casework with check (named_at = (select moment()));
create policy unit_transfer_reasons_in_their_moment on unit_transfer_reasons as restrictive for insert to :casework with check (written_at = (select moment()));
create policy unit_transfers_in_their_moment on unit_transfers as restrictive for insert to :casework with check (announced_at = (select moment()));
create policy recall_notings_in_their_moment on recall_notings as restrictive for insert to :casework with check (noted_at = (select moment()));
create policy transition_acknowledgements_in_their_moment on transition_acknowledgements as restrictive for insert to :casework with check (acknowledged_at = (select moment()));
create policy transition_hand_overs_in_their_moment on transition_hand_overs as restrictive for insert to :casework with check (handed_at = (select moment()));
create policy transition_hand_overs_taken_in_their_moment on transition_hand_overs_taken as restrictive for insert to :casework with check (taken_at = (select moment()));
create policy transition_links_in_their_moment on transition_links as restrictive for insert to :casework with check (told_at = (select moment()));
create policy unit_transfer_notings_in_their_moment on unit_transfer_notings as restrictive for insert to :casework with check (noted_at = (select moment()));
create policy monitoring_orders_ended_once on monitoring_orders as restrictive for update to :casework using (ended_on is null) with check (ended_on = (select today_on()));
create policy unit_transfers_called_off_once on unit_transfers as restrictive for update to :casework using (called_off_at is null) with check (called_off_at = (select moment()));
