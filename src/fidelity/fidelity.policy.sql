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

-- observations
grant select on observations to :casework;
create policy observations_read_mine on observations for select to :casework using (facilitator_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'mine')) and (select focus_id()) = any (array[0, participant_id]));
create policy observations_read_own on observations for select to :casework using (author_id = (select actor_id()) and (select has_right('integrity_rating', 'read', 'own')) and (select focus_id()) = any (array[0, participant_id]));
create policy observations_read_staff on observations for select to :casework using (facilitator_id = any ((select staff_for('integrity_rating', 'read'))::int[]) and (select focus_id()) = any (array[0, participant_id]));

-- The held sessions that the actor may rate: a facilitator those they held themselves with people whom they work with today, an observer those for which they were named, until that ends.
create or replace function sessions_to_rate() returns table (session_id int, session text, participant_id int, person text, facilitator_id int, facilitator text, starts_at timestamptz,
  programme text, version int, unit_ids text[], unit_names text[], is_own boolean, is_observed boolean, until_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare mine int[] := people_for('integrity_rating', 'write', 'own'); f int := focus_id();
begin
  if not has_right('integrity_rating', 'write', 'own') then return; end if;
  return query select s.id, s.public_id, s.participant_id, p.public_id, s.author_id, c.name, s.starts_at, l.programme, l.version, u.ids, u.names, s.author_id = actor_id(),
      exists (select from observations x where x.session_id = s.id), o.until_at
    from sessions s join participants p on p.id = s.participant_id join colleagues c on c.id = s.author_id join plans l on l.id = s.plan_id
      left join observations o on o.session_id = s.id and o.author_id = actor_id() and o.until_at > moment() and 'observer' = any (roles_held())
      cross join lateral (select coalesce(array_agg(i.unit_id order by i.name), '{}') as ids, coalesce(array_agg(i.name order by i.name), '{}') as names from session_units i where i.session_id = s.id and i.planned) u
    where s.state = 'held' and (f = 0 or s.participant_id = f) and ((s.author_id = actor_id() and s.participant_id = any (mine)) or (o.id is not null and s.author_id <> actor_id()))
    order by s.starts_at desc limit 200;
end $$;
revoke all on function sessions_to_rate() from public;
grant execute on function sessions_to_rate() to :casework;

create policy integrity_ratings_write_own on integrity_ratings for insert to :casework with check (author_id = (select actor_id()) and (select has_right('integrity_rating', 'write', 'own'))
  and exists (select from sessions_to_rate() r where r.session_id = integrity_ratings.session_id and r.participant_id = integrity_ratings.participant_id and r.facilitator_id = integrity_ratings.facilitator_id));

-- Which sessions somebody could sit in at: those ahead and those of today, of facilitators whose supervisor the actor is, or with people of the units that the actor coordinates. A supervisor
-- does not learn with whom it is.
create or replace function sessions_to_observe() returns table (session text, session_id int, participant_id int, facilitator_id int, facilitator text, starts_at timestamptz, knows_person boolean, observers text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare units int[] := units_for('register', 'write'); staff int[] := staff_for('integrity_rating', 'read');
begin
  return query select s.public_id, s.id, s.participant_id, s.author_id, c.name, s.starts_at, p.unit_id = any (units), coalesce((select array_agg(k.name order by k.name) from observations o join colleagues k on k.id = o.author_id where o.session_id = s.id), '{}')
    from sessions s join participants p on p.id = s.participant_id join colleagues c on c.id = s.author_id
    where s.state in ('planned', 'held') and s.plan_id is not null and p.state <> 'paused' and s.starts_at > moment() - interval '12 hours' and s.starts_at < moment() + interval '93 days'
      and (p.unit_id = any (units) or s.author_id = any (staff))
      and exists (select from assignments a where a.colleague_id = s.author_id and a.participant_id = s.participant_id and a.role = 'facilitator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()))
    order by s.starts_at limit 200;
end $$;
revoke all on function sessions_to_observe() from public;
grant execute on function sessions_to_observe() to :casework;

-- Names an observer for one session, until a fortnight after it. Returns whom it is about and until when, for the two readings that go with it; nothing where the actor may not, or it is no session to sit in at.
drop function if exists name_observer(text, text, text);
create function name_observer(p_session text, p_observer text, p_reason text) returns table (participant_id int, observer_id int, until_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare s record; who int; ends timestamptz;
begin
  select * into s from sessions_to_observe() t where t.session = p_session;
  select c.id into who from colleagues c join appointments a on a.colleague_id = c.id and a.role = 'observer' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()) where c.public_id = p_observer limit 1;
  if s.session is null or who is null or who = s.facilitator_id then return; end if;
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

-- What was decided to be erased, on its day, by the caretaker: with the notes of the sessions that it is about.
grant select (participant_id), delete on integrity_ratings to :machine;
grant select (participant_id), delete on observations to :machine;
create policy integrity_ratings_erased on integrity_ratings to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
create policy observations_erased on observations to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
