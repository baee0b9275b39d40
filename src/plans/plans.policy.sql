-- A plan's dates, and its content: two records with different readers.

-- Whether units and forms about the offence are open for a person. Asked with the asker's own rights: whoever may not read the legal status gets no.
-- Unknown is treated as open guilt. What is locked by the law's state (offence_locked) opens with the person's own answer alone, knowing the legal advice that is recorded now. While guilt is
-- open: given since it is, and with advice known when they answered; afterwards: a new yes, on the day of the end only if it came after the end was recorded. An acquittal leaves nothing to
-- open. The same rule stands in src/plans/offence/offence.ts.
create or replace function offence_is_open(person int) returns boolean language sql stable set search_path = public, pg_temp as $$
  with begun as (select status, until_on, from_on, as_told, coalesce(ended_at, recorded_at) as known_at, coalesce(until_on, 'infinity'::date) > today_on() as holds, status in ('remand', 'charges', 'appeal') as guilt_open
      from legal_statuses where participant_id = person and from_on <= today_on()),
  advised as (select recorded_at from legal_advice where participant_id = person order by recorded_at desc, id desc limit 1),
  latest as (select agreed, agreed_on, advice, recorded_at from offence_agreements where participant_id = person order by recorded_at desc, id desc limit 1),
  agreed as (select l.* from latest l where l.agreed and l.recorded_at >= coalesce((select a.recorded_at from advised a), '-infinity'::timestamptz))
  select case
    when not offence_locked(person) then exists (select from begun where holds and not as_told)
    when exists (select from begun where holds and status = 'acquitted') then false
    when exists (select from begun where holds and guilt_open)
      then exists (select from agreed a where a.advice is not null and a.agreed_on >= (select max(b.from_on) from begun b where b.holds and b.guilt_open))
    else exists (select from begun where holds and not as_told)
      and exists (select from agreed a where not exists (select from begun b where b.guilt_open and not b.holds
        and (a.agreed_on < b.until_on or a.agreed_on = b.until_on and a.recorded_at <= b.known_at))) end $$;
grant execute on function offence_is_open(int) to :casework;

-- plan_dates
grant select on plans to :casework, :person, :oversight;
grant insert, update (version, state, ended_on, ending, sessions_a_week, revision) on plans to :casework;
create policy plan_dates_read_team on plans for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_dates_read_agreed on plans for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_dates_read_request on plans for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_dates_read_mine on plans for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_dates_write_team on plans for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and made_by = (select actor_id()));
create policy plan_dates_change_team on plans for update to :casework using (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- plan_content
grant select on plan_aims to :casework, :person, :oversight;
grant insert, update (dropped_at) on plan_aims to :casework;
create policy plan_content_read_team on plan_aims for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_content_read_request on plan_aims for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_content_read_mine on plan_aims for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_content_write_team on plan_aims for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_content_change_team on plan_aims for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]));

-- The rest of plan_content: units, goals, adaptations, strands, states. What was decided stays; another row replaces it.
grant select on plan_units, goals, goal_levels, goal_closings, plan_adaptations, plan_strands, plan_states to :casework, :person, :oversight;
grant insert on plan_units, goals, goal_levels, goal_closings, plan_adaptations, plan_strands, plan_states to :casework;
grant update (position, replaced_at) on plan_units to :casework;
grant update (title, from_on, until_on, revision) on goals to :casework;
grant update (sentence) on goal_levels to :casework;
grant update (ended_at) on plan_adaptations, plan_strands to :casework;

-- plan_units
create policy plan_units_read_team on plan_units for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_units_read_request on plan_units for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_units_read_mine on plan_units for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
-- While guilt is open the database takes no unit about the offence either, chosen or done; leaving one out is always open.
create policy plan_units_write_team on plan_units for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and chosen_by = (select actor_id())
  and not (about_the_offence and position is not null and not (select offence_is_open(plan_units.participant_id))));
create policy plan_units_before_a_change on plan_units for select to :owner using (participant_id = (select focus_id()));
-- Whether a part stood chosen before the change that is just made: a policy cannot look at its own table.
create or replace function unit_had_a_place(p_id int) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as
  $$ begin return exists (select from plan_units u where u.id = p_id and u.position is not null); end $$;
revoke all on function unit_had_a_place(int) from public;
grant execute on function unit_had_a_place(int) to :casework;
-- What was replaced stays as it was; and what was left out is not chosen by being moved, while guilt is open. A part that was chosen before keeps its place in the order.
create policy plan_units_change_team on plan_units for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and replaced_at is null)
  with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and not (about_the_offence and position is not null and replaced_at is null
    and not (select unit_had_a_place(plan_units.id)) and not (select offence_is_open(plan_units.participant_id))));
-- A plan that was moved to a version which says that a part is about the offence says so itself from then on: sessions are locked by what stands here. Set by whoever may move the plan, who need
-- not read its content, and taken off by nobody: a part that is decided on anew is another row.
create policy plan_units_locked_by_owner on plan_units for update to :owner using (participant_id = (select focus_id()) and replaced_at is null) with check (about_the_offence);
create or replace function lock_units(p_plan int, p_units text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update plan_units u set about_the_offence = true where u.plan_id = p_plan and u.unit_id = any (p_units) and u.replaced_at is null and not u.about_the_offence
    and u.participant_id = any (people_for('plan_dates', 'write', 'team'));
end $$;
revoke all on function lock_units(int, text[]) from public;
grant execute on function lock_units(int, text[]) to :casework;

-- goals
create policy goals_read_team on goals for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy goals_read_request on goals for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy goals_read_mine on goals for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
-- A period that has begun has fixed words: a goal is written before it starts, or on its first day.
create policy goals_write_team on goals for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and written_by = (select actor_id()) and from_on >= (select today_on()));
create policy goals_change_team on goals for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and from_on > (select today_on()))
  with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and from_on >= (select today_on()));

-- goal_levels
create policy goal_levels_read_team on goal_levels for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy goal_levels_read_request on goal_levels for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy goal_levels_read_mine on goal_levels for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy goal_levels_write_team on goal_levels for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[])
  and exists (select from goals g where g.id = goal_id and g.from_on >= (select today_on())));
create policy goal_levels_change_team on goal_levels for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[])
  and exists (select from goals g where g.id = goal_id and g.from_on > (select today_on())));

-- goal_closings
create policy goal_closings_read_team on goal_closings for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy goal_closings_read_request on goal_closings for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy goal_closings_read_mine on goal_closings for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy goal_closings_write_team on goal_closings for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and closed_by = (select actor_id()));

-- plan_adaptations
create policy plan_adaptations_read_team on plan_adaptations for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_adaptations_read_request on plan_adaptations for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_adaptations_read_mine on plan_adaptations for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_adaptations_write_team on plan_adaptations for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_adaptations_change_team on plan_adaptations for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]));

-- plan_strands
create policy plan_strands_read_team on plan_strands for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_strands_read_request on plan_strands for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_strands_read_mine on plan_strands for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_strands_write_team on plan_strands for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_strands_change_team on plan_strands for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]));

-- plan_states
create policy plan_states_read_team on plan_states for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_states_read_request on plan_states for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_states_read_mine on plan_states for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_states_write_team on plan_states for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and noted_by = (select actor_id()));

-- The rest of plan_dates: people needed, what fits before release, moves between versions.
grant select on plan_people, plan_fits, plan_moves, plan_stages to :casework, :person, :oversight;
grant insert on plan_people, plan_fits, plan_moves, plan_stages to :casework;
grant update (taken_back_at) on plan_stages to :casework;
grant update (ended_at) on plan_people to :casework;

-- plan_people
create policy plan_people_read_team on plan_people for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_people_read_agreed on plan_people for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_people_read_request on plan_people for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_people_read_mine on plan_people for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_people_write_team on plan_people for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_people_change_team on plan_people for update to :casework using (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- plan_fits
create policy plan_fits_read_team on plan_fits for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_fits_read_agreed on plan_fits for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_fits_read_request on plan_fits for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_fits_read_mine on plan_fits for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_fits_write_team on plan_fits for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and chosen_by = (select actor_id()));

-- plan_moves
create policy plan_moves_read_team on plan_moves for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_moves_read_agreed on plan_moves for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_moves_read_request on plan_moves for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_moves_read_mine on plan_moves for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_moves_write_team on plan_moves for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and moved_by = (select actor_id()));

-- plan_stages
create policy plan_stages_read_team on plan_stages for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_stages_read_agreed on plan_stages for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_stages_read_request on plan_stages for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_stages_read_mine on plan_stages for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_stages_write_team on plan_stages for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_stages_take_back_team on plan_stages for update to :casework using (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- plan_drawn_starts: written by draw_beginning (evaluation.policy.sql) alone, for whoever may write the dates of the plan.
grant select on plan_drawn_starts to :casework, :person, :oversight;
create policy plan_drawn_starts_read_team on plan_drawn_starts for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_drawn_starts_read_agreed on plan_drawn_starts for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_drawn_starts_read_request on plan_drawn_starts for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_drawn_starts_read_mine on plan_drawn_starts for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_drawn_starts_made_by_owner on plan_drawn_starts for insert to :owner with check (participant_id = (select focus_id()));

-- offence_agreements belong to consent_and_notice: whether the person agrees. Whether they had advice is written with the legal status and only copied here, as it was known then.
grant select on offence_agreements to :casework, :person, :oversight;
grant insert on offence_agreements to :casework;
create policy offence_agreements_read_team on offence_agreements for select to :casework using (participant_id = any ((select people_for('consent_and_notice', 'read', 'team'))::int[]));
create policy offence_agreements_read_request on offence_agreements for select to :oversight using (participant_id = any ((select people_for('consent_and_notice', 'read', 'request'))::int[]));
create policy offence_agreements_read_mine on offence_agreements for select to :person using (participant_id = any ((select people_for('consent_and_notice', 'read', 'mine'))::int[]));
create policy offence_agreements_write_team on offence_agreements for insert to :casework with check (participant_id = any ((select people_for('consent_and_notice', 'write', 'team'))::int[]) and recorded_by = (select actor_id())
  and advice is not distinct from (select a.state from legal_advice a where a.participant_id = offence_agreements.participant_id order by a.recorded_at desc, a.id desc limit 1));

-- What was decided to be erased, on its day, by the caretaker. Goals stay as long as a measure of them is kept, and a plan as long as a session under it is.
grant select (participant_id), delete on plan_aims to :machine;
grant select (participant_id), delete on plan_units to :machine;
grant select (participant_id), delete on plan_adaptations to :machine;
grant select (participant_id), delete on plan_strands to :machine;
grant select (participant_id), delete on plan_states to :machine;
grant select (participant_id), delete on plan_people to :machine;
grant select (participant_id), delete on plan_fits to :machine;
grant select (participant_id), delete on plan_moves to :machine;
grant select (participant_id), delete on plan_stages to :machine;
grant select (participant_id), delete on offence_agreements to :machine;
grant select (participant_id), delete on goals to :machine;
grant select (id, participant_id), delete on plans to :machine;
create policy plan_aims_erased on plan_aims to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_units_erased on plan_units to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_adaptations_erased on plan_adaptations to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_strands_erased on plan_strands to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_states_erased on plan_states to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_people_erased on plan_people to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_fits_erased on plan_fits to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_moves_erased on plan_moves to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_stages_erased on plan_stages to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy offence_agreements_erased on offence_agreements to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy goals_erased on goals to :machine using (participant_id = any ((select people_to_erase('plan'))::int[]) and participant_id = any ((select people_to_erase('measures'))::int[])) with check (false);
create policy plans_erased on plans to :machine using (participant_id = any ((select people_to_erase('plan'))::int[]) and participant_id = any ((select people_to_erase('measures'))::int[])
  and participant_id = any ((select people_to_erase('sessions'))::int[]) and participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);

-- From which plan to which, and why, belongs to the dates of a plan; what of its content goes on, to the content.
grant select on plan_changes, plan_carryings to :casework, :person, :oversight;
grant insert on plan_changes, plan_carryings to :casework;
create policy plan_changes_read_team on plan_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_changes_read_agreed on plan_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_changes_read_request on plan_changes for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_changes_read_mine on plan_changes for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_changes_write_team on plan_changes for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and changed_by = (select actor_id()));
create policy plan_carryings_read_team on plan_carryings for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_carryings_read_request on plan_carryings for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_carryings_read_mine on plan_carryings for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_carryings_write_team on plan_carryings for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and chosen_by = (select actor_id()));
grant select (participant_id), delete on plan_changes to :machine;
grant select (participant_id), delete on plan_carryings to :machine;
create policy plan_changes_erased on plan_changes to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);
create policy plan_carryings_erased on plan_carryings to :machine using (participant_id = any ((select people_to_erase('plan'))::int[])) with check (false);

-- What is planned, chosen and closed carries the moment in which it is written, past the verbs too.
create policy plans_in_their_moment on plans as restrictive for insert to :casework with check (made_at = (select moment()));
create policy goals_in_their_moment on goals as restrictive for insert to :casework with check (written_at = (select moment()));
create policy goal_closings_in_their_moment on goal_closings as restrictive for insert to :casework with check (closed_at = (select moment()));
create policy offence_agreements_in_their_moment on offence_agreements as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy plan_adaptations_in_their_moment on plan_adaptations as restrictive for insert to :casework with check (written_at = (select moment()));
create policy plan_aims_in_their_moment on plan_aims as restrictive for insert to :casework with check (written_at = (select moment()));
create policy plan_carryings_in_their_moment on plan_carryings as restrictive for insert to :casework with check (chosen_at = (select moment()));
create policy plan_changes_in_their_moment on plan_changes as restrictive for insert to :casework with check (changed_at = (select moment()));
create policy plan_fits_in_their_moment on plan_fits as restrictive for insert to :casework with check (chosen_at = (select moment()));
create policy plan_moves_in_their_moment on plan_moves as restrictive for insert to :casework with check (moved_at = (select moment()));
create policy plan_people_in_their_moment on plan_people as restrictive for insert to :casework with check (written_at = (select moment()));
create policy plan_stages_in_their_moment on plan_stages as restrictive for insert to :casework with check (written_at = (select moment()));
create policy plan_states_in_their_moment on plan_states as restrictive for insert to :casework with check (noted_at = (select moment()));
create policy plan_strands_in_their_moment on plan_strands as restrictive for insert to :casework with check (written_at = (select moment()));
create policy plan_units_in_their_moment on plan_units as restrictive for insert to :casework with check (chosen_at = (select moment()));
-- What was ended, dropped or taken back stays so, and so does a plan that has ended.
create policy plan_adaptations_ended_once on plan_adaptations as restrictive for update to :casework using (ended_at is null) with check (ended_at = (select moment()));
create policy plan_strands_ended_once on plan_strands as restrictive for update to :casework using (ended_at is null) with check (ended_at = (select moment()));
create policy plan_people_ended_once on plan_people as restrictive for update to :casework using (ended_at is null) with check (ended_at = (select moment()));
create policy plan_aims_dropped_once on plan_aims as restrictive for update to :casework using (dropped_at is null) with check (dropped_at = (select moment()));
create policy plan_stages_taken_back_once on plan_stages as restrictive for update to :casework using (taken_back_at is null) with check (taken_back_at = (select moment()));
create policy plans_end_once on plans as restrictive for update to :casework using (state <> 'ended') with check (true);
