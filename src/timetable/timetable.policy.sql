-- When colleagues work, rooms, when people of a unit can be met, ways, and feeds: settings about nobody. What is planned with them is about a person and stands in sessions.

-- working_hours, days_away: each their own, and nobody else's
grant select, insert, delete on working_hours, days_away to :casework;
create policy working_hours_read_own on working_hours for select to :casework using (colleague_id = (select actor_id()));
create policy working_hours_write_own on working_hours for insert to :casework with check (colleague_id = (select actor_id()));
create policy working_hours_end_own on working_hours for delete to :casework using (colleague_id = (select actor_id()));
create policy working_hours_owner on working_hours for select to :owner using (true);
create policy days_away_read_own on days_away for select to :casework using (colleague_id = (select actor_id()));
create policy days_away_write_own on days_away for insert to :casework with check (colleague_id = (select actor_id()));
create policy days_away_end_own on days_away for delete to :casework using (colleague_id = (select actor_id()));
create policy days_away_owner on days_away for select to :owner using (true);

-- rooms, regime_hours, ways_between: read by those who plan, kept by whoever coordinates the unit
grant select, insert, update (closed_on) on rooms to :casework;
grant select, insert, delete on regime_hours to :casework;
grant select, insert, update (minutes) on ways_between to :casework;
create policy rooms_read on rooms for select to :casework using ((select actor_kind()) = 'colleague');
create policy rooms_write on rooms for insert to :casework with check (unit_id = any ((select units_for('register', 'write'))::int[]));
create policy rooms_close on rooms for update to :casework using (unit_id = any ((select units_for('register', 'write'))::int[]));
create policy rooms_owner on rooms for select to :owner using (true);
create policy regime_hours_read on regime_hours for select to :casework using ((select actor_kind()) = 'colleague');
create policy regime_hours_write on regime_hours for insert to :casework with check (unit_id = any ((select units_for('register', 'write'))::int[]));
create policy regime_hours_end on regime_hours for delete to :casework using (unit_id = any ((select units_for('register', 'write'))::int[]));
create policy ways_between_read on ways_between for select to :casework using ((select actor_kind()) = 'colleague');
create policy ways_between_write on ways_between for insert to :casework with check (array[from_unit_id, to_unit_id] && (select units_for('register', 'write'))::int[]);
create policy ways_between_change on ways_between for update to :casework using (array[from_unit_id, to_unit_id] && (select units_for('register', 'write'))::int[]);

-- Which units somebody coordinates today, for the forms that only they are shown.
create or replace function units_i_coordinate() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return units_for('register', 'write');
end $$;
revoke all on function units_i_coordinate() from public;
grant execute on function units_i_coordinate() to :casework;

-- Whoever may plan a session with somebody learns when something is taken: they themselves, the second colleague, the person, the rooms of the person's unit. When, and in which room or
-- unit: never with whom, never for what. The second one is asked about only where they work with the same person as a facilitator.
create or replace function times_taken(p_participant int, p_second int, p_from timestamptz, p_until timestamptz)
returns table (kind text, starts_at timestamptz, minutes int, unit_id int, room_id int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare second int; unit int;
begin
  if not (p_participant = any (people_for('session_attendance', 'write', 'team')) or p_participant = any (people_for('session_attendance', 'write', 'own'))) then return; end if;
  select p.unit_id into unit from participants p where p.id = p_participant;
  select a.colleague_id into second from assignments a where a.colleague_id = p_second and a.participant_id = p_participant and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment());
  return query select k.kind, s.starts_at, s.minutes, p.unit_id, s.room_id
    from sessions s join participants p on p.id = s.participant_id
    cross join lateral (select 'mine' as kind where actor_id() in (s.author_id, s.second_id) union all select 'second' where second in (s.author_id, s.second_id)
      union all select 'person' where s.participant_id = p_participant union all select 'room' where s.room_id in (select r.id from rooms r where r.unit_id = unit)) k
    where s.state = 'planned' and s.starts_at >= p_from - interval '12 hours' and s.starts_at < p_until;
end $$;
revoke all on function times_taken(int, int, timestamptz, timestamptz) from public;
grant execute on function times_taken(int, int, timestamptz, timestamptz) to :casework;

-- The ordinary week and the days away of a second facilitator of the same person, for whoever plans with both.
create or replace function hours_of_second(p_participant int, p_second int) returns table (weekday int, from_time time, until_time time, from_on date, until_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not (p_participant = any (people_for('session_attendance', 'write', 'team'))) or not exists (select from assignments a where a.colleague_id = p_second and a.participant_id = p_participant
    and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())) then return; end if;
  return query select w.weekday, w.from_time, w.until_time, null::date, null::date from working_hours w where w.colleague_id = p_second
    union all select null, null, null, d.from_on, d.until_on from days_away d where d.colleague_id = p_second and d.until_on >= today_on();
end $$;
revoke all on function hours_of_second(int, int) from public;
grant execute on function hours_of_second(int, int) to :casework;

-- Not then: which of these beginnings the person does not want, all in one question. Yes or no, never why.
create or replace function not_then_at(p_participant int, p_starts timestamptz[], p_minutes int) returns setof timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare z text;
begin
  if not (p_participant = any (people_for('plan_dates', 'write', 'team')) or p_participant = any (people_for('session_attendance', 'write', 'team')) or p_participant = any (people_for('session_attendance', 'write', 'own'))) then return; end if;
  select s.time_zone into z from services s;
  return query select x.s from unnest(p_starts) x(s) cross join lateral (select x.s at time zone z as a, (x.s at time zone z) + make_interval(mins => p_minutes) as b) w
    where exists (select from personal_times t where t.participant_id = p_participant and (t.weekday is null or t.weekday = extract(isodow from w.a)::int)
      and (t.from_on is null or t.from_on <= w.a::date) and (t.until_on is null or t.until_on >= w.a::date) and w.a < w.a::date + t.until_time and w.b > w.a::date + t.from_time);
end $$;
revoke all on function not_then_at(int, timestamptz[], int) from public;
grant execute on function not_then_at(int, timestamptz[], int) to :casework;

-- appointment_feeds: their maker's, at a browser. The hash goes in and never out.
grant select (id, public_id, colleague_id, made_at, expires_at, ended_at), insert, update (ended_at) on appointment_feeds to :casework;
create policy appointment_feeds_read_own on appointment_feeds for select to :casework using (colleague_id = (select actor_id()) and (select is_at_a_browser()));
create policy appointment_feeds_make_own on appointment_feeds for insert to :casework with check (colleague_id = (select actor_id()) and (select is_at_a_browser()) and expires_at <= (select moment()) + interval '367 days');
create policy appointment_feeds_end_own on appointment_feeds for update to :casework using (colleague_id = (select actor_id()) and (select is_at_a_browser()));
create policy appointment_feeds_owner on appointment_feeds for select to :owner using (true);

-- They end with what ends tokens: a new password, signing out everywhere, the closing of the account.
create policy appointment_feeds_ended_by_owner on appointment_feeds for update to :owner using (ended_at is null) with check (ended_at = (select moment()));
create or replace function end_feeds_of(p_colleague int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_end_what_was_made() then return; end if;
  update appointment_feeds set ended_at = moment() where colleague_id = p_colleague and ended_at is null;
end $$;
revoke all on function end_feeds_of(int) from public;
grant execute on function end_feeds_of(int) to :machine, :administrator;

-- What a calendar may read at such an address: when, how long, in which place, where that is a room of the list. A place is typed freely, and what is typed may be a name. Only meetings with people whom the colleague works with now, and none that waits for a pause to end. Whoever has left has none, and neither has anybody whose account is closed.
create or replace function appointments_of_feed(p_hash text) returns table (feed text, meeting int, starts_at timestamptz, minutes int, place text, changed_at timestamptz, revision int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare mine record;
begin
  if actor_name() <> 'doorkeeper' then return; end if;
  select f.public_id, f.colleague_id into mine from appointment_feeds f join colleagues c on c.id = f.colleague_id and (c.left_on is null or c.left_on > today_on())
    where f.token_hash = p_hash and f.ended_at is null and f.expires_at > moment() and exists (select from accounts a where a.colleague_id = f.colleague_id and a.closed_at is null);
  if not found then return; end if;
  return query select mine.public_id, null::int, null::timestamptz, null::int, null::text, null::timestamptz, null::int
    union all select mine.public_id, s.id, s.starts_at, s.minutes, case when btrim(s.place) = '' or exists (select from rooms r where lower(r.name) = lower(btrim(s.place))) then s.place end, s.recorded_at, s.revision from sessions s join participants p on p.id = s.participant_id and p.state <> 'paused'
    where mine.colleague_id in (s.author_id, s.second_id) and s.state = 'planned' and s.starts_at > moment() - interval '7 days' and s.starts_at < moment() + interval '200 days'
      and exists (select from assignments a where a.colleague_id = mine.colleague_id and a.participant_id = s.participant_id and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()));
end $$;
revoke all on function appointments_of_feed(text) from public;
grant execute on function appointments_of_feed(text) to :machine;

-- What was ended or closed stays so.
create policy appointment_feeds_ended_once on appointment_feeds as restrictive for update to :casework using (ended_at is null) with check (ended_at = (select moment()));
create policy rooms_closed_once on rooms as restrictive for update to :casework using (closed_on is null) with check (closed_on = (select today_on()));
