-- How it goes: the person's own, read and written by those who work on it with them. Nobody reads it for a decision about the person.

-- measure
grant select on measures to :casework, :person, :oversight;
grant insert on measures to :casework, :person;
-- What was said stays; only its writer takes it back or corrects it, and the rest of the row cannot be touched at all.
grant update (value, missing, own_words, recorded_at, taken_back_at, revision) on measures to :casework, :person;
create policy measure_read_team on measures for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'team'))::int[]));
create policy measure_read_agreed on measures for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'agreed'))::int[]));
create policy measure_read_request on measures for select to :oversight using (participant_id = any ((select people_for('measure', 'read', 'request'))::int[]));
create policy measure_read_mine on measures for select to :person using (participant_id = any ((select people_for('measure', 'read', 'mine'))::int[]));
create policy measure_write_team on measures for insert to :casework with check (
  participant_id = any ((select people_for('measure', 'write', 'team'))::int[]) and way = 'with-person' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy measure_write_mine on measures for insert to :person with check (
  participant_id = any ((select people_for('measure', 'write', 'mine'))::int[]) and way = 'by-person' and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));
create policy measure_change_team on measures for update to :casework using (
  participant_id = any ((select people_for('measure', 'write', 'team'))::int[]) and way = 'with-person' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy measure_change_mine on measures for update to :person using (
  participant_id = any ((select people_for('measure', 'write', 'mine'))::int[]) and way = 'by-person' and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));

-- import: a coordinator writes measures while confirming a file, for the people of their units, and reads none of them.
create policy measure_write_import on measures for insert to :casework with check ((select is_importing('measures', 'measure')) and way = 'imported' and said_by = 'not-said'
  and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[])
  and not (participant_id = any ((select people_with_erased('measures'))::int[]) and is_from_before_erasing('measures', participant_id, measured_on::timestamptz)));
create policy measures_owner on measures for select to :owner using (true);

-- Which rows of a file on its way in stand already, of people of the asker's units: that they do, never what they say.
create or replace function measures_standing(p_file text, p_keys text[]) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine int[] := people_for('register', 'write', 'unit');
begin
  if not has_right('measure', 'write', 'import') or not has_file('measures', p_file) then return '{}'; end if;
  return (select coalesce(array_agg(distinct m.row_key), '{}') from measures m where m.row_key = any (p_keys) and m.participant_id = any (mine));
end $$;
revoke all on function measures_standing(text, text[]) from public;
grant execute on function measures_standing(text, text[]) to :casework;

-- Which rows of it are from before measures of their person were erased: they do not come back by an old file.
create or replace function measures_not_taken(p_file text, p_rows jsonb) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine int[] := people_for('register', 'write', 'unit'); erased int[] := people_with_erased('measures');
begin
  if erased = '{}' or not has_right('measure', 'write', 'import') or not has_file('measures', p_file) then return '{}'; end if;
  return (select coalesce(array_agg(a.place), '{}') from jsonb_to_recordset(p_rows) as a(place int, participant_id int, measured_on date)
    where a.participant_id = any (mine) and a.participant_id = any (erased) and is_from_before_erasing('measures', a.participant_id, a.measured_on::timestamptz));
end $$;
revoke all on function measures_not_taken(text, jsonb) from public;
grant execute on function measures_not_taken(text, jsonb) to :casework;

-- A rating belongs to the goal that was in force on its day, in the order of the person's goals. Whoever imports is told which row it is, and no word of it.
create policy goals_found_by_owner on goals for select to :owner using (true);
create policy plans_found_by_owner on plans for select to :owner using (true);
create policy goal_closings_found_by_owner on goal_closings for select to :owner using (true);
create or replace function goals_then(p_asked jsonb) returns table (place int, goal_id int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine int[] := people_for('register', 'write', 'unit');
begin
  if not is_importing('measures', 'measure') then return; end if;
  return query select a.place, g.id
    from jsonb_to_recordset(p_asked) as a(place int, participant_id int, measured_on date, goal_place int)
    join lateral (select o.id from goals o join plans l on l.id = o.plan_id left join goal_closings c on c.goal_id = o.id
      where o.participant_id = a.participant_id and o.from_on <= a.measured_on and coalesce(o.until_on, 'infinity') >= a.measured_on and coalesce(c.closed_on, 'infinity') > a.measured_on
        and coalesce(l.ended_on, 'infinity') > a.measured_on
      order by o.from_on, o.id limit 1 offset a.goal_place - 1) g on true
    where a.participant_id = any (mine) and a.goal_place > 0;
end $$;
revoke all on function goals_then(jsonb) from public;
grant execute on function goals_then(jsonb) to :casework;

-- What was decided to be erased, on its day, by the caretaker.
grant select (participant_id, recorded_at), delete on measures to :machine;
create policy measures_erased on measures to :machine using (participant_id = any ((select people_to_erase('measures'))::int[])) with check (false);

-- What is measured carries the moment in which it is written, past the verbs too.
create policy measures_in_their_moment on measures as restrictive for insert to :casework, :person with check (recorded_at = (select moment()));
-- What is said otherwise is so from now on, and what was taken back stays so.
create policy measures_changed_in_their_moment on measures as restrictive for update to :casework, :person using (taken_back_at is null) with check (coalesce(taken_back_at, recorded_at) = (select moment()));
