-- How a session was held: said by its facilitator and by an observer, each without the other. Read by whom it is about, by who wrote it, and by the facilitator's
-- supervisor; by no head, and by nobody who coordinates. Nothing of it is ever changed.
-- "mine" is a facilitator's here: what is about how they themselves held a session. "staff": about those whom the actor supervises.

create policy observations_owner on observations for select to :owner using (true);
create policy observations_named_by_owner on observations for insert to :owner with check (named_by = (select actor_id()) and named_at = (select moment()));
create policy integrity_ratings_owner on integrity_ratings for select to :owner using (true);
create policy session_units_owner on session_units for select to :owner using (true);

-- The sessions that both have rated, of those about which the actor may read both.
create or replace function rated_by_both() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare about int[] := staff_for('integrity_rating', 'read') || case when has_right('integrity_rating', 'read', 'mine') then array[actor_id()] else '{}'::int[] end;
begin
  return (select coalesce(array_agg(own.session_id), '{}') from integrity_ratings own join integrity_ratings other on other.session_id = own.session_id and other.author_id <> own.facilitator_id
    where own.author_id = own.facilitator_id and own.facilitator_id = any (about));
end $$;
revoke all on function rated_by_both() from public;
grant execute on function rated_by_both() to :casework;

-- integrity_ratings
grant select, insert on integrity_ratings to :casework;
create policy integrity_ratings_read_mine on integrity_ratings for select to :casework using (facilitator_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'mine')) and (select focus_id()) = any (array[0, participant_id])
  and (author_id = (select actor_id()) or session_id = any ((select rated_by_both())::int[])));
create policy integrity_ratings_read_own on integrity_ratings for select to :casework using (author_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'own')) and (select focus_id()) = any (array[0, participant_id]));
create policy integrity_ratings_read_staff on integrity_ratings for select to :casework using (facilitator_id = any ((select staff_for('integrity_rating', 'read'))::int[]) and (select focus_id()) = any (array[0, participant_id])
  and session_id = any ((select rated_by_both())::int[]));

-- It rests on what was done and noted: where it was decided to keep that apart, it is closed like the notes.
create policy integrity_ratings_kept_apart on integrity_ratings as restrictive for select to :casework using (participant_id <> all ((select kept_apart('notes'))::int[]) and participant_id <> all ((select kept_apart('sessions'))::int[]));

-- observations
grant select on observations to :casework;
create policy observations_read_mine on observations for select to :casework using (facilitator_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'mine')) and (select focus_id()) = any (array[0, participant_id]));
create policy observations_read_own on observations for select to :casework using (author_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'own')) and (select focus_id()) = any (array[0, participant_id]));
create policy observations_read_staff on observations for select to :casework using (facilitator_id = any ((select staff_for('integrity_rating', 'read'))::int[]) and (select focus_id()) = any (array[0, participant_id]));

-- The held sessions that the actor may rate: a facilitator those they held themselves with people whom they work with today, an observer those for which they were named, until that ends. What it was
-- decided to keep apart is closed here, too.
create or replace function sessions_to_rate() returns table (session_id int, session text, participant_id int, person text, facilitator_id int, facilitator text, starts_at timestamptz,
  programme text, version int, unit_ids text[], unit_names text[], is_own boolean, is_observed boolean, until_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare mine int[] := people_for('integrity_rating', 'write', 'own'); f int := focus_id(); apart int[] := kept_apart('sessions') || kept_apart('notes');
begin
  if not has_right('integrity_rating', 'write', 'own') then return; end if;
  return query select s.id, s.public_id, s.participant_id, p.public_id, s.author_id, c.name, s.starts_at, l.programme, l.version, u.ids, u.names, s.author_id = actor_id(),
      exists (select from observations x where x.session_id = s.id and x.withdrawn_at is null), o.until_at
    from sessions s join participants p on p.id = s.participant_id join colleagues c on c.id = s.author_id join plans l on l.id = s.plan_id
      left join observations o on o.session_id = s.id and o.author_id = actor_id() and o.withdrawn_at is null and o.until_at > moment() and 'observer' = any (roles_held())
      cross join lateral (select coalesce(array_agg(i.unit_id order by i.name), '{}') as ids, coalesce(array_agg(i.name order by i.name), '{}') as names from session_units i where i.session_id = s.id and i.planned) u
    where s.state = 'held' and (f = 0 or s.participant_id = f) and s.participant_id <> all (apart) and ((s.author_id = actor_id() and s.participant_id = any (mine)) or (o.id is not null and s.author_id <> actor_id()))
    order by s.starts_at desc limit 200;
end $$;
revoke all on function sessions_to_rate() from public;
grant execute on function sessions_to_rate() to :casework;

create policy integrity_ratings_write_own on integrity_ratings for insert to :casework with check (author_id = (select actor_id()) and (select has_right('integrity_rating', 'write', 'own'))
  and exists (select from sessions_to_rate() r where r.session_id = integrity_ratings.session_id and r.participant_id = integrity_ratings.participant_id and r.facilitator_id = integrity_ratings.facilitator_id));

-- Which sessions somebody could sit in at: those ahead and those of today, of facilitators whose supervisor the actor is, or with people of the units that the actor coordinates. With whom it is
-- learns only who reads when that person's sessions are: no supervisor, and a coordinator only of people whose team they are on.
drop function if exists sessions_to_observe();
create function sessions_to_observe() returns table (session text, session_id int, participant_id int, facilitator_id int, facilitator text, starts_at timestamptz, knows_person boolean, observers text[], is_rated boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare units int[] := units_for('register', 'write'); staff int[] := staff_for('integrity_rating', 'read'); team int[] := people_for('session_attendance', 'read', 'team'); apart int[] := kept_apart('sessions');
begin
  return query select s.public_id, s.id, s.participant_id, s.author_id, c.name, s.starts_at, s.participant_id = any (team), coalesce((select array_agg(k.name order by k.name) from observations o join colleagues k on k.id = o.author_id where o.session_id = s.id and o.withdrawn_at is null), '{}'),
      exists (select from integrity_ratings i where i.session_id = s.id and i.author_id <> i.facilitator_id)
    from sessions s join participants p on p.id = s.participant_id join colleagues c on c.id = s.author_id
    where s.state in ('planned', 'held') and s.plan_id is not null and p.state <> 'paused' and s.starts_at > moment() - interval '12 hours' and s.starts_at < moment() + interval '93 days'
      and s.participant_id <> all (apart) and (p.unit_id = any (units) or s.author_id = any (staff))
      and exists (select from assignments a where a.colleague_id = s.author_id and a.participant_id = s.participant_id and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()))
    order by s.starts_at limit 200;
end $$;
revoke all on function sessions_to_observe() from public;
grant execute on function sessions_to_observe() to :casework;

-- Names the observer of one session, until a fortnight after it: one, since one rates it. Returns whom it is about and until when, for the two readings that go with it; nothing where the actor may not, or it is no session to sit in at.
drop function if exists name_observer(text, text, text);
create function name_observer(p_session text, p_observer text, p_reason text) returns table (participant_id int, observer_id int, until_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s record; who int; ends timestamptz;
begin
  select * into s from sessions_to_observe() t where t.session = p_session;
  select c.id into who from colleagues c join appointments a on a.colleague_id = c.id and a.role = 'observer' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()) where c.public_id = p_observer limit 1;
  if s.session is null or who is null or who = s.facilitator_id or s.is_rated then return; end if;
  -- Two who name at the same moment: the second waits here, and finds the first.
  perform pg_advisory_xact_lock(hashtext('observations'), s.session_id);
  if exists (select from observations o where o.session_id = s.session_id and o.author_id <> who and o.withdrawn_at is null) then return; end if;
  ends := greatest(s.starts_at, moment()) + interval '14 days';
  insert into observations (id, public_id, session_id, participant_id, facilitator_id, author_id, reason, named_by, named_at, until_at)
    values (nextval('ids')::int, translate(gen_random_uuid()::text, '-', ''), s.session_id, s.participant_id, s.facilitator_id, who, p_reason, actor_id(), moment(), ends);
  return query select s.participant_id, who, ends;
end $$;
revoke all on function name_observer(text, text, text) from public;
grant execute on function name_observer(text, text, text) to :casework;

-- With the naming go two readings by name, for exactly as long: what the person is called, and what is done in their sessions.
create or replace function my_namings() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(o.participant_id || ' ' || o.author_id || ' ' || o.until_at), '{}') from observations o where o.named_by = actor_id() and o.named_at = moment());
end $$;
revoke all on function my_namings() from public;
grant execute on function my_namings() to :casework;
grant insert on named_readings to :casework;
create policy named_readings_of_an_observer on named_readings for insert to :casework
  with check (role = 'observer' and record in ('identity_name', 'session_content') and made_by = (select actor_id()) and (participant_id || ' ' || reader_id || ' ' || until_at) = any ((select my_namings())::text[]));

-- The observations that the actor can take back, or took back: those they were named for, and those they named somebody for. When it is and who holds it, never with whom.
create or replace function observations_of_mine() returns table (observation text, participant_id int, facilitator text, observer text, starts_at timestamptz, until_at timestamptz, reason text, withdrawn_at timestamptz, withdrawn_why text, is_rated boolean, is_mine boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not is_allowed('integrity_rating', 'read') then return; end if;
  return query select o.public_id, o.participant_id, f.name, c.name, s.starts_at, o.until_at, o.reason, o.withdrawn_at, o.withdrawn_why,
      exists (select from integrity_ratings i where i.session_id = o.session_id and i.author_id = o.author_id), o.author_id = actor_id()
    from observations o join sessions s on s.id = o.session_id join colleagues f on f.id = o.facilitator_id join colleagues c on c.id = o.author_id
    where (o.author_id = actor_id() and has_right('integrity_rating', 'read', 'own')) or o.named_by = actor_id() order by s.starts_at desc, o.id desc limit 100;
end $$;
revoke all on function observations_of_mine() from public;
grant execute on function observations_of_mine() to :casework;

-- Takes an observation back, and with it the two readings by name, at once. The observer may at any time, before its end and after; whoever named them until something was rated, so that
-- nobody takes a rating away that they do not like.
create policy observations_changed_by_owner on observations for update to :owner using (withdrawn_at is null) with check (withdrawn_by = (select actor_id()) and withdrawn_at = (select moment()));
create policy named_readings_ended_by_owner on named_readings for update to :owner using (role = 'observer') with check (until_at = (select moment()));
create or replace function withdraw_observation(p_observation text, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare o observations; is_rated boolean;
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not is_allowed('integrity_rating', 'write') then return false; end if;
  select * into o from observations x where x.public_id = p_observation and x.withdrawn_at is null;
  is_rated := exists (select from integrity_ratings i where i.session_id = o.session_id and i.author_id = o.author_id);
  if o.id is null or not coalesce((o.author_id = actor_id() and has_right('integrity_rating', 'write', 'own')) or (o.named_by = actor_id() and not is_rated), false) then return false; end if;
  update observations x set withdrawn_at = moment(), withdrawn_by = actor_id(), withdrawn_why = p_reason where x.id = o.id;
  update named_readings n set until_at = moment() where n.participant_id = o.participant_id and n.reader_id = o.author_id and n.role = 'observer' and n.made_by = o.named_by and n.until_at = o.until_at and n.until_at > moment();
  return true;
end $$;
revoke all on function withdraw_observation(text, text) from public;
grant execute on function withdraw_observation(text, text) to :casework;

-- An observation follows its session. Where that does not take place, the readings by name that went with it end; where it moves, they move with it, for it is the session that the person said yes
-- to. By the caretaker, every hour; returns how many.
create policy observations_followed_by_owner on observations for update to :owner using ((select actor_name()) = 'caretaker' and withdrawn_at is null) with check ((select actor_name()) = 'caretaker' and withdrawn_at is null);
create policy named_readings_followed_by_owner on named_readings for update to :owner using ((select actor_name()) = 'caretaker' and role = 'observer') with check ((select actor_name()) = 'caretaker' and role = 'observer');
create or replace function follow_sessions() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare o record; at timestamptz := service_moment(moment()); followed int := 0;
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  for o in select f.* from (select x.id, x.participant_id, x.author_id, x.named_by, x.until_at, case when s.state in ('planned', 'held') then greatest(s.starts_at, x.named_at) + interval '14 days' else greatest(at, x.named_at + interval '1 second') end as ends
      from observations x join sessions s on s.id = x.session_id where x.withdrawn_at is null) f where f.ends <> f.until_at and greatest(f.ends, f.until_at) > at + interval '1 second' loop
    update named_readings n set until_at = o.ends where n.participant_id = o.participant_id and n.reader_id = o.author_id and n.role = 'observer' and n.made_by = o.named_by and n.until_at = o.until_at;
    update observations x set until_at = o.ends where x.id = o.id;
    followed := followed + 1;
  end loop;
  return followed;
end $$;
revoke all on function follow_sessions() from public;
grant execute on function follow_sessions() to :machine;

-- What one colleague gave as a facilitator: to themself and to their supervisor, as counts of their own work. It asks for the right to read how they hold sessions, since it is told for learning
-- and to nobody else: no head, no coordinator, no other facilitator, and there is no question that answers for two. With whom it was is not in it. What it was decided to keep apart is not counted.
create or replace function may_read_work_of(p_colleague int) returns boolean language sql stable set search_path = public, pg_temp as
  $$ select (p_colleague = actor_id() and has_right('integrity_rating', 'read', 'mine')) or p_colleague = any (staff_for('integrity_rating', 'read')) $$;
revoke all on function may_read_work_of(int) from public;
grant execute on function may_read_work_of(int) to :casework;

-- Week by week, a week without a meeting too. Tailored: something else was worked on than was planned. "Neither" is where no cause was said, too. What it took to prepare and on the way is the
-- colleague's time, of missed sessions as well; told: of how many something was said. Unwritten: its moment has come, and nothing is written down yet. Beside: held by another, with this
-- colleague there as the second one.
drop function if exists work_by_week(int, date, date);
create function work_by_week(p_colleague int, p_from date, p_until date)
returns table (week date, held int, minutes int, tailored int, ahead int, unwritten int, service int, person int, neither int, preparation int, travel int, told int, beside int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare zone text := (select s.time_zone from services s); apart int[] := kept_apart('sessions');
begin
  if actor_shape() <> 'casework' or not may_read_work_of(p_colleague) then return; end if;
  return query select w.day::date, count(s.id) filter (where s.state = 'held')::int, coalesce(sum(s.minutes) filter (where s.state = 'held'), 0)::int,
      count(s.id) filter (where s.state = 'held' and exists (select from session_units u where u.session_id = s.id and u.planned) and exists (select from session_units u where u.session_id = s.id and u.planned <> u.delivered))::int,
      count(s.id) filter (where s.state = 'planned' and s.starts_at > moment())::int, count(s.id) filter (where s.state = 'planned' and s.starts_at <= moment())::int,
      count(s.id) filter (where s.state in ('missed', 'called-off') and whose_cause(s.cause) = 'service')::int, count(s.id) filter (where s.state in ('missed', 'called-off') and whose_cause(s.cause) = 'person')::int,
      count(s.id) filter (where s.state in ('missed', 'called-off') and coalesce(whose_cause(s.cause), 'neither') = 'neither')::int,
      coalesce(sum(s.preparation_minutes), 0)::int, coalesce(sum(s.travel_minutes), 0)::int, count(s.id) filter (where s.preparation_minutes is not null or s.travel_minutes is not null)::int,
      (select count(*)::int from sessions b where b.second_id = p_colleague and b.participant_id <> all (apart) and b.plan_id is not null and b.state = 'held' and b.starts_at >= w.day at time zone zone and b.starts_at < (w.day + interval '7 days') at time zone zone)
    from generate_series(date_trunc('week', p_from::timestamp), p_until::timestamp, interval '7 days') w(day)
      left join sessions s on s.author_id = p_colleague and s.participant_id <> all (apart) and s.plan_id is not null and s.state <> 'struck' and s.starts_at >= w.day at time zone zone and s.starts_at < (w.day + interval '7 days') at time zone zone
        and exists (select from assignments a where a.colleague_id = p_colleague and a.participant_id = s.participant_id and a.role = 'facilitator')
    group by w.day order by w.day;
end $$;
revoke all on function work_by_week(int, date, date) from public;
grant execute on function work_by_week(int, date, date) to :casework;

-- Unit by unit, in the sessions that were held.
create or replace function work_by_unit(p_colleague int, p_from date, p_until date) returns table (name text, planned int, as_planned int, instead int, not_reached int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare zone text := (select s.time_zone from services s); apart int[] := kept_apart('sessions');
begin
  if actor_shape() <> 'casework' or not may_read_work_of(p_colleague) then return; end if;
  return query select u.name, count(*) filter (where u.planned)::int, count(*) filter (where u.planned and u.delivered)::int, count(*) filter (where not u.planned and u.delivered)::int, count(*) filter (where u.planned and not u.delivered)::int
    from sessions s join session_units u on u.session_id = s.id
    where s.author_id = p_colleague and s.participant_id <> all (apart) and s.plan_id is not null and s.state = 'held' and s.starts_at >= date_trunc('week', p_from::timestamp) at time zone zone and s.starts_at < (p_until + 1)::timestamp at time zone zone
      and exists (select from assignments a where a.colleague_id = p_colleague and a.participant_id = s.participant_id and a.role = 'facilitator')
    group by u.name order by u.name;
end $$;
revoke all on function work_by_unit(int, date, date) from public;
grant execute on function work_by_unit(int, date, date) to :casework;

-- Why units went another way, as was said of each of them.
create or replace function work_reasons(p_colleague int, p_from date, p_until date) returns table (reason text, times int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare zone text := (select s.time_zone from services s); apart int[] := kept_apart('sessions');
begin
  if actor_shape() <> 'casework' or not may_read_work_of(p_colleague) then return; end if;
  return query select u.reason, count(*)::int
    from sessions s join session_units u on u.session_id = s.id
    where s.author_id = p_colleague and s.participant_id <> all (apart) and s.plan_id is not null and s.state = 'held' and u.reason is not null and s.starts_at >= date_trunc('week', p_from::timestamp) at time zone zone and s.starts_at < (p_until + 1)::timestamp at time zone zone
      and exists (select from assignments a where a.colleague_id = p_colleague and a.participant_id = s.participant_id and a.role = 'facilitator')
    group by u.reason order by u.reason;
end $$;
revoke all on function work_reasons(int, date, date) from public;
grant execute on function work_reasons(int, date, date) to :casework;

-- Of the people whom a colleague works with as a facilitator today and who have an open plan: how many sessions were held under it, at how many of them this colleague was, and how many of these people met nobody else.
create or replace function work_continuity(p_colleague int) returns table (people int, held int, own int, met_nobody_else int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare apart int[] := kept_apart('sessions');
begin
  if actor_shape() <> 'casework' or not may_read_work_of(p_colleague) then return; end if;
  return query select count(*)::int, coalesce(sum(c.held), 0)::int, coalesce(sum(c.own), 0)::int, count(*) filter (where c.held > 0 and c.held = c.alone)::int
    from assignments a join plans l on l.participant_id = a.participant_id and l.state <> 'ended'
      cross join lateral (select count(*) as held, count(*) filter (where p_colleague in (s.author_id, s.second_id)) as own, count(*) filter (where s.author_id = p_colleague and s.second_id is null) as alone
        from sessions s where s.participant_id = l.participant_id and s.plan_id = l.id and s.state = 'held' and not s.after_the_end) c
    where a.colleague_id = p_colleague and a.participant_id <> all (apart) and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment());
end $$;
revoke all on function work_continuity(int) from public;
grant execute on function work_continuity(int) to :casework;

-- What programmes gave, for the head alone and only as protected counts. The true figures go to the caretaker's job, which protects them and keeps nothing else. Which units were worked on is
-- the content of sessions, which no head reads as a count either: it is in none of this.
create policy delivery_cells_owner on delivery_cells to :owner using (true) with check (true);
create policy delivery_workers_told_owner on delivery_workers_told to :owner using (true) with check (true);
create policy deliveries_counted_owner on deliveries_counted to :owner using (true) with check (true);
grant select on delivery_cells, delivery_workers_told, deliveries_counted to :counts;
create policy delivery_cells_read_count on delivery_cells for select to :counts using ((select has_right('session_attendance', 'read', 'count')));
create policy delivery_workers_told_read_count on delivery_workers_told for select to :counts using ((select has_right('session_attendance', 'read', 'count')));
create policy deliveries_counted_read_count on deliveries_counted for select to :counts using ((select has_right('session_attendance', 'read', 'count')));

-- Sessions whose day has come, from a day on, with how many people each figure is about: by quarter and outcome, and each of the two alone.
create or replace function delivery_counts(p_from date) returns table (programme text, quarter date, outcome text, sessions int, people int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare zone text := (select s.time_zone from services s);
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  return query select c.programme, c.quarter, c.outcome, count(*)::int, count(distinct c.participant_id)::int
    from (select l.programme, date_trunc('quarter', s.starts_at at time zone zone)::date as quarter, case s.state when 'held' then 'held' else coalesce(whose_cause(s.cause), 'neither') end as outcome, s.participant_id
      from sessions s join plans l on l.id = s.plan_id where s.state in ('held', 'missed', 'called-off') and s.starts_at >= p_from::timestamp at time zone zone and s.starts_at <= moment()) c
    group by grouping sets ((c.programme, c.quarter, c.outcome), (c.programme, c.quarter), (c.programme, c.outcome));
end $$;
revoke all on function delivery_counts(date) from public;
grant execute on function delivery_counts(date) to :machine;

create or replace function delivery_workers(p_from date) returns table (programme text, workers int, people int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare zone text := (select s.time_zone from services s);
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  return query select c.programme, least(c.workers, 4)::int, count(*)::int
    from (select l.programme, count(distinct w.id) as workers from sessions s join plans l on l.id = s.plan_id cross join lateral unnest(array[s.author_id, s.second_id]) w(id)
      where s.state = 'held' and s.starts_at >= p_from::timestamp at time zone zone and s.starts_at <= moment() group by l.programme, s.participant_id) c
    group by 1, 2;
end $$;
revoke all on function delivery_workers(date) from public;
grant execute on function delivery_workers(date) to :machine;

create or replace function keep_deliveries(p_from date, p_cells jsonb, p_workers jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  delete from delivery_cells;
  delete from delivery_workers_told;
  insert into delivery_cells (programme, outcomes, quarters, sessions) select r.programme, r.outcomes, r.quarters, r.sessions from jsonb_to_recordset(p_cells) as r(programme text, outcomes text[], quarters date[], sessions int);
  insert into delivery_workers_told (programme, least, most, people) select r.programme, r.least, r.most, r.people from jsonb_to_recordset(p_workers) as r(programme text, least int, most int, people int);
  insert into deliveries_counted (counted_at, from_on) values (moment(), p_from) on conflict (id) do update set counted_at = excluded.counted_at, from_on = excluded.from_on;
end $$;
revoke all on function keep_deliveries(date, jsonb, jsonb) from public;
grant execute on function keep_deliveries(date, jsonb, jsonb) to :machine;

-- What was decided to be erased, on its day, by the caretaker: with the notes of the sessions that it is about.
grant select (participant_id, locked_at), delete on integrity_ratings to :machine;
grant select (participant_id, named_at), delete on observations to :machine;
create policy integrity_ratings_erased on integrity_ratings to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
create policy observations_erased on observations to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);

-- A rating carries the moment in which it is locked, past the verbs too.
create policy integrity_ratings_in_their_moment on integrity_ratings as restrictive for insert to :casework with check (locked_at = (select moment()));
