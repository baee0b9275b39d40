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

-- restriction_and_monitoring: monitoring is taken up only beside an assignment that runs now, of the same person, of somebody who supports them. Words and days of an order
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
      and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))));
create policy monitoring_orders_end_team on monitoring_orders for update to :casework
  using (participant_id = any ((select people_for('restriction_and_monitoring', 'write', 'team'))::int[]) and ended_on is null) with check (ended_on is not null);
