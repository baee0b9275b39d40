-- The questions that every policy may ask, answered in one place. All are about the actor of this transaction.
-- They read assignments as the owner ("security definer"), never per row: each is asked once a statement, as "(select people_for(…))".

create or replace function actor_kind() returns text language sql stable as
  $$ select coalesce(current_setting('app.actor_kind', true), '') $$;
create or replace function actor_id() returns int language sql stable as
  $$ select coalesce(nullif(current_setting('app.actor', true), '')::int, -1) $$;
create or replace function actor_name() returns text language sql stable as
  $$ select coalesce(current_setting('app.actor_name', true), '') $$;
create or replace function actor_shape() returns text language sql stable as
  $$ select coalesce(current_setting('app.shape', true), '') $$;
-- Time is given, never asked of the machine: tests and the demonstration move the clock.
create or replace function moment() returns timestamptz language sql stable as
  $$ select nullif(current_setting('app.moment', true), '')::timestamptz $$;
create or replace function today_on() returns date language sql stable as
  $$ select nullif(current_setting('app.today', true), '')::date $$;
-- 0: no focus. -1: a focus that names nobody, so that nobody exists in this request.
create or replace function focus_id() returns int language sql stable as
  $$ select coalesce(nullif(current_setting('app.focus', true), '')::int, 0) $$;

-- Which role of the house works in which shape.
create or replace function shape_of(role text) returns text language sql immutable as $$
  select case
    when role in ('security') then 'referrer'
    when role in ('head') then 'counts'
    when role in ('rights_officer', 'data_protection_officer', 'inspector') then 'oversight'
    when role in ('administrator') then 'administrator'
    when role in ('participant') then 'person'
    when role in ('evaluator', 'trainer', 'machine') then role
    else 'casework' end $$;

-- Begins one transaction's work: who, when, and about whom. The platform calls it before anything else, and gets back the focus,
-- what time it is for this work, the roles held in this shape, and in which roles somebody acts, for the log: by their assignment to the one person this is about, else by
-- their appointments in this shape. A demonstration may pretend a day (services.clock_on); machine actors and the log keep real time.
drop function if exists open_work(text, int, text, text, timestamptz, text, text);
create function open_work(kind text, id int, name text, shape text, at timestamptz, about text, allows text)
returns table (about_id int, moment_text text, today_text text, zone text, acting text[], roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare found int := 0; z text; pretended date; m timestamptz := at; d date; held text[] := '{}'; here text[] := '{}';
begin
  select s.time_zone, s.clock_on into z, pretended from services s;
  z := coalesce(z, 'UTC');
  if pretended is not null and kind <> 'machine' then
    m := (pretended + (at at time zone z)::time) at time zone z;
  end if;
  d := (m at time zone z)::date;
  if about <> '' then
    select p.id into found from participants p where p.public_id = about;
    found := coalesce(found, -1);
  end if;
  if kind = 'colleague' then
    select coalesce(array_agg(distinct a.role), '{}') into held from appointments a where a.colleague_id = open_work.id and a.from_at <= m and (a.until_at is null or a.until_at > m);
    if found > 0 then
      acting := (select array_agg(a.role) from assignments a where a.colleague_id = open_work.id and a.participant_id = found and a.from_at <= m and (a.until_at is null or a.until_at > m));
    end if;
    here := array(select r from unnest(held) r where shape_of(r) = open_work.shape);
    acting := coalesce(acting, here);
  else
    acting := array[case kind when 'participant' then 'participant' else 'machine' end];
  end if;
  perform set_config('app.rights', (select ' ' || coalesce(string_agg(r.record || ':' || r.verb || ':' || r.scope, ' '), '') || ' ' from rights r
    where r.role = any (case kind when 'colleague' then held when 'participant' then array['participant'] end) and r.shape = open_work.shape), true);
  perform set_config('app.roles', array_to_string(held, ','), true), set_config('app.acting', array_to_string(acting, ','), true);
  perform set_config('app.actor_kind', kind, true), set_config('app.actor', id::text, true), set_config('app.actor_name', name, true),
    set_config('app.shape', shape, true), set_config('app.moment', m::text, true), set_config('app.today', d::text, true),
    set_config('app.focus', found::text, true), set_config('app.allows', allows, true);
  return query select found, to_char(m at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), d::text, z, acting, here;
end $$;

-- A token lists the records it may use; a browser's sign-in lists none and is limited by its person's rights alone.
create or replace function is_allowed(p_record text, p_verb text) returns boolean language sql stable as $$
  select coalesce(current_setting('app.allows', true), '') = ''
      or (p_record || ':' || p_verb) = any (string_to_array(current_setting('app.allows', true), ','))
        -- A yes is never read without whether it was taken back.
        and (p_record <> 'consent_and_notice' or p_verb <> 'read' or 'withdrawal:read' = any (string_to_array(current_setting('app.allows', true), ','))) $$;

-- Whether the actor sits at a browser. What concerns somebody's own account (password, codes, tokens) is closed to every token.
create or replace function is_at_a_browser() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.allows', true), '') = '' $$;

-- What moment it is for the service's own affairs: real time, or the day that a demonstration pretends. The doorkeeper works in
-- real time, but an appointment or a printed code made on a pretended day holds on that day.
create or replace function service_moment(at timestamptz) returns timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare z text; pretended date;
begin
  select s.time_zone, s.clock_on into z, pretended from services s;
  return case when pretended is null then at else (pretended + (at at time zone z)::time) at time zone z end;
end $$;

-- The roles that the actor is appointed to today, as the work was opened. An assignment without its appointment opens nothing.
create or replace function roles_held() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') $$;

-- How often this transaction has changed anything that rights rest on. What was asked before such a change is asked again after it. One that has
-- no number of its own yet has changed nothing at all: that is every transaction that only looks, and saves counting.
-- (In plpgsql: called as a function of SQL it took six microseconds, a hundred times for a page.)
create or replace function changes_of_rights() returns bigint language plpgsql stable as $$
begin
  if pg_current_xact_id_if_assigned() is null then return 0; end if;
  return (select sum(pg_stat_get_xact_tuples_inserted(t) + pg_stat_get_xact_tuples_updated(t) + pg_stat_get_xact_tuples_deleted(t))::bigint
    from unnest(array['assignments'::regclass, 'appointments'::regclass, 'supervisions'::regclass, 'named_readings'::regclass, 'agreed_readings'::regclass, 'break_glasses'::regclass,
      'opened_requests'::regclass, 'participants'::regclass]) t);
end $$;

-- Does the actor hold, today and in this shape, an appointment whose role has this right in this scope?
create or replace function has_right(p_record text, p_verb text, p_scope text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or not is_allowed(p_record, p_verb) then return false; end if;
  return exists (select from rights r where r.role = any ((select roles_held())::text[])
    and r.record = p_record and r.verb = p_verb and r.scope = p_scope and r.shape = actor_shape());
end $$;

-- The units that the actor coordinates today, for a record and verb.
create or replace function units_for(p_record text, p_verb text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or not is_allowed(p_record, p_verb) then return '{}'; end if;
  return (select coalesce(array_agg(a.unit_id), '{}') from appointments a join rights r on r.role = a.role
    where a.colleague_id = actor_id() and a.unit_id is not null and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())
      and r.record = p_record and r.verb = p_verb and r.scope = 'unit' and r.shape = actor_shape());
end $$;

-- The colleagues whose coach or supervisor the actor is today, for a record and verb.
create or replace function staff_for(p_record text, p_verb text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or not is_allowed(p_record, p_verb) then return '{}'; end if;
  return (select coalesce(array_agg(distinct s.colleague_id), '{}') from supervisions s join rights r on r.role = s.role
    where s.supervisor_id = actor_id() and s.role = any ((select roles_held())::text[]) and s.from_at <= moment() and (s.until_at is null or s.until_at > moment())
      and r.record = p_record and r.verb = p_verb and r.scope = 'staff' and r.shape = actor_shape());
end $$;

-- The participants whose rows of a record the actor may read or write in one scope; with a focus, that one person or nobody. The same question
-- comes with nearly every statement of a piece of work, so its answer is kept for the transaction, until something changes that it rests on.
create or replace function people_for(p_record text, p_verb text, p_scope text) returns int[]
language plpgsql stable as $$
declare key text := 'app.people_' || p_record || '_' || p_verb || '_' || p_scope; kept text := current_setting(key, true); rights text; people int[]; apart int[];
begin
  if coalesce(kept, '') <> '' and starts_with(kept, changes_of_rights() || ':') then return substr(kept, strpos(kept, ':') + 1)::int[]; end if;
  -- None of the roles held has this right in this scope: there is nobody to look for. ('' where the work was opened in another way: then it is asked.)
  rights := current_setting('app.rights', true);
  if rights <> '' and strpos(rights, ' ' || p_record || ':' || p_verb || ':' || p_scope || ' ') = 0 then return '{}'; end if;
  people := people_asked(p_record, p_verb, p_scope);
  -- What a decision about erasing keeps apart is closed to everybody but the person and whoever answers a request. Answers are not: whether somebody said yes or stop decides what may be done tomorrow.
  if people <> '{}' and p_scope not in ('mine', 'request') then
    apart := kept_apart(case p_record when 'facilitator_note' then 'notes' when 'mentor_note' then 'notes' when 'measure' then 'measures' when 'session_attendance' then 'sessions' when 'session_content' then 'sessions'
      when 'plan_content' then 'plan' when 'agreement' then 'agreements' when 'access_needs' then 'everything-else' when 'personal_times' then 'everything-else' when 'functional_advice' then 'everything-else' end);
    if apart <> '{}' then people := array(select p from unnest(people) p where p <> all (apart)); end if;
  end if;
  perform set_config(key, changes_of_rights() || ':' || people::text, true);
  return people;
end $$;

-- The participants whom the actor works with today in one of these roles; with a focus, that one person or nobody. Nearly every record is asked for the
-- same roles, so this, too, is kept for the transaction.
create or replace function assigned_as(roles text[]) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare me int := actor_id(); f int := focus_id(); at timestamptz := moment(); key text := 'app.assigned_' || array_to_string(roles, '_');
  stamp text := changes_of_rights() || ':'; kept text := current_setting(key, true); people int[];
begin
  if starts_with(kept, stamp) then return substr(kept, length(stamp) + 1)::int[]; end if;
  if f <> 0 then
    people := (select coalesce(array_agg(a.participant_id), '{}') from assignments a
      where a.colleague_id = me and a.participant_id = f and a.role = any (roles) and a.from_at <= at and (a.until_at is null or a.until_at > at));
  else
    people := (select coalesce(array_agg(a.participant_id), '{}') from assignments a
      where a.colleague_id = me and a.role = any (roles) and a.from_at <= at and (a.until_at is null or a.until_at > at));
  end if;
  perform set_config(key, stamp || people::text, true);
  return people;
end $$;
revoke all on function assigned_as(text[]) from public;

-- The same, asked. A focus on nobody (-1) takes the same steps as one on somebody else's person, so that the time taken tells nothing either.
create or replace function people_asked(p_record text, p_verb text, p_scope text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare me int := actor_id(); f int := focus_id(); at timestamptz := moment(); held text[]; units int[];
begin
  if not is_allowed(p_record, p_verb) then return '{}'; end if;

  if p_scope = 'mine' then
    return (select coalesce(array_agg(me), '{}') from rights r
      where actor_kind() = 'participant' and actor_shape() = 'person' and (f = 0 or f = me)
        and r.record = p_record and r.verb = p_verb and r.scope = 'mine' and r.role = 'participant');
  end if;
  if actor_kind() <> 'colleague' then return '{}'; end if;
  held := roles_held();

  if p_scope in ('team', 'own') then
    return assigned_as(array(select r.role from rights r where r.record = p_record and r.verb = p_verb and r.scope = p_scope and r.shape = actor_shape() and r.role = any (held) order by r.role));
  elsif p_scope = 'agreed' then
    return (select coalesce(array_agg(distinct a.participant_id), '{}') from assignments a join rights r on r.role = a.role
      join agreed_readings g on g.participant_id = a.participant_id and g.role = a.role and g.record = p_record
      where a.colleague_id = me and a.role = any (held) and (f = 0 or a.participant_id = f) and a.from_at <= at and (a.until_at is null or a.until_at > at)
        and g.from_at <= at and (g.withdrawn_at is null or g.withdrawn_at > at)
        and r.record = p_record and r.verb = p_verb and r.scope = 'agreed' and r.shape = actor_shape());
  elsif p_scope = 'staff' then
    return (select coalesce(array_agg(distinct a.participant_id), '{}') from supervisions s join rights r on r.role = s.role
      join assignments a on a.colleague_id = s.colleague_id
      where s.supervisor_id = me and s.role = any (held) and (f = 0 or a.participant_id = f) and s.from_at <= at and (s.until_at is null or s.until_at > at)
        and a.from_at <= at and (a.until_at is null or a.until_at > at)
        and r.record = p_record and r.verb = p_verb and r.scope = 'staff' and r.shape = actor_shape());
  elsif p_scope = 'unit' then
    units := units_for(p_record, p_verb);
    return (select coalesce(array_agg(p.id), '{}') from participants p where (f = 0 or p.id = f) and p.unit_id = any (units));
  elsif p_scope = 'named' then
    return (select coalesce(array_agg(distinct n.participant_id), '{}') from named_readings n join rights r on r.role = n.role and r.record = n.record
      where n.reader_id = me and n.role = any (held) and n.participant_id is not null and (f = 0 or n.participant_id = f) and n.from_at <= at and n.until_at > at
        and n.record = p_record and r.verb = p_verb and r.scope = 'named' and r.shape = actor_shape());
  elsif p_scope = 'emergency' then
    return (select coalesce(array_agg(distinct b.participant_id), '{}') from break_glasses b join rights r on r.role = b.role
      where b.colleague_id = me and b.role = any (held) and (f = 0 or b.participant_id = f) and b.from_at <= at and b.until_at > at
        and r.record = p_record and r.verb = p_verb and r.scope = 'emergency' and r.shape = actor_shape());
  elsif p_scope = 'request' then
    return (select coalesce(array_agg(distinct o.participant_id), '{}') from opened_requests o join rights r on r.role = o.role
      where o.colleague_id = me and o.role = any (held) and (f = 0 or o.participant_id = f) and o.from_at <= at and o.until_at > at
        and r.record = p_record and r.verb = p_verb and r.scope = 'request' and r.shape = actor_shape());
  end if;
  return '{}';
end $$;

-- Everybody whose name the actor may know in this shape, in any scope: the anchor row and the team of a person follow the name.
create or replace function people_known() returns int[]
language plpgsql stable as $$
declare stamp text := changes_of_rights() || ':'; kept text := current_setting('app.people_known', true); people int[];
begin
  if starts_with(kept, stamp) then return substr(kept, length(stamp) + 1)::int[]; end if;
  people := case actor_shape()
    when 'person' then people_for('identity_name', 'read', 'mine')
    when 'oversight' then people_for('identity_name', 'read', 'request')
    when 'casework' then people_for('identity_name', 'read', 'team') || people_for('identity_name', 'read', 'unit')
      || people_for('identity_name', 'read', 'staff') || people_for('identity_name', 'read', 'agreed')
      || people_for('identity_name', 'read', 'named') || people_for('identity_particulars', 'read', 'emergency')
    else '{}' end;
  perform set_config('app.people_known', stamp || people::text, true);
  return people;
end $$;

-- The colleagues who are, or were, on the team of the person asking: their names are theirs to know.
create or replace function team_of_mine() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'participant' then return '{}'; end if;
  return (select coalesce(array_agg(distinct a.colleague_id), '{}') from assignments a where a.participant_id = actor_id());
end $$;

-- In which roles somebody acts, for the log, as the work was opened.
create or replace function acting_roles() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('app.acting', true), ''), ',') $$;

-- Who may read what of one person today, and by which scope: for the words "Who can read this". Asked by somebody who knows the
-- person, or by the person. What was opened by name, emergency or request is told only to those who may read that record themselves:
-- otherwise the answer would say that the record exists. The person learns the names of their own team, and of others the role.
drop function if exists readers_of(text);
create function readers_of(p_record text)
returns table (record text, scope text, role text, colleague_id int, name text, until_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare at timestamptz := moment(); person int := case actor_kind() when 'participant' then actor_id() else focus_id() end;
  mine text[]; my_team int[] := case actor_kind() when 'participant' then team_of_mine() end;
begin
  if person <= 0 or not person = any (people_known()) then return; end if;
  mine := case actor_kind() when 'participant' then array['participant'] else
    (select coalesce(array_agg(a.role), '{}') from assignments a where a.colleague_id = actor_id() and a.participant_id = person and a.from_at <= at and (a.until_at is null or a.until_at > at))
    || (select coalesce(array_agg(a.role), '{}') from appointments a join participants p on p.id = person and p.unit_id = a.unit_id
        where a.colleague_id = actor_id() and a.role = 'coordinator' and a.from_at <= at and (a.until_at is null or a.until_at > at)) end;
  return query
  with r as (select x.record, x.role, x.scope from rights x where x.verb = 'read' and (p_record is null or x.record = p_record)),
  held as (select a.colleague_id, a.role, a.unit_id from appointments a where a.from_at <= at and (a.until_at is null or a.until_at > at)),
  team as (select a.colleague_id, a.role, a.until_at from assignments a
    where a.participant_id = person and a.from_at <= at and (a.until_at is null or a.until_at > at)
      and exists (select from held h where h.colleague_id = a.colleague_id and h.role = a.role)),
  found as (
    select r.record, r.scope, r.role, t.colleague_id, t.until_at from team t join r on r.role = t.role and r.scope in ('team', 'own')
    union all
    select r.record, r.scope, r.role, t.colleague_id, t.until_at from team t join r on r.role = t.role and r.scope = 'agreed'
      join agreed_readings g on g.participant_id = person and g.role = t.role and g.record = r.record and g.from_at <= at and (g.withdrawn_at is null or g.withdrawn_at > at)
    union all
    select r.record, r.scope, r.role, s.supervisor_id, s.until_at from supervisions s join team t on t.colleague_id = s.colleague_id
      join r on r.role = s.role and r.scope = 'staff'
      where s.from_at <= at and (s.until_at is null or s.until_at > at) and exists (select from held h where h.colleague_id = s.supervisor_id and h.role = s.role)
    union all
    select r.record, r.scope, r.role, h.colleague_id, null from held h join participants p on p.id = person and p.unit_id = h.unit_id join r on r.role = h.role and r.scope = 'unit'
    union all
    select r.record, r.scope, r.role, h.colleague_id, null from held h join r on r.role = h.role and r.scope = 'all'
    union all
    select o.record, o.scope, o.role, o.colleague_id, o.until_at from (
      select r.record, r.scope, r.role, n.reader_id as colleague_id, n.until_at from named_readings n join r on r.role = n.role and r.record = n.record and r.scope = 'named'
        where n.participant_id = person and n.from_at <= at and n.until_at > at
      union all
      select r.record, r.scope, r.role, b.colleague_id, b.until_at from break_glasses b join r on r.role = b.role and r.scope = 'emergency'
        where b.participant_id = person and b.from_at <= at and b.until_at > at
      union all
      select r.record, r.scope, r.role, q.colleague_id, q.until_at from opened_requests q join r on r.role = q.role and r.scope = 'request'
        where q.participant_id = person and q.from_at <= at and q.until_at > at) o
      -- A right to be named is not to know who else was: of a complaint forwarded to one coordinator the other one learns nothing.
      where exists (select from rights x where x.record = o.record and x.verb = 'read' and x.role = any (mine)
        and (x.scope not in ('named', 'emergency', 'request') or o.colleague_id = actor_id())))
  select distinct on (f.record, f.colleague_id, f.role, f.scope) f.record, f.scope, f.role, f.colleague_id,
    case when my_team is null or f.colleague_id = any (my_team) then c.name end, f.until_at
  from found f join colleagues c on c.id = f.colleague_id where c.left_on is null or c.left_on > today_on();
end $$;

grant execute on function actor_kind(), actor_id(), actor_name(), actor_shape(), moment(), today_on(), focus_id(), shape_of(text), is_allowed(text, text),
  has_right(text, text, text), units_for(text, text), staff_for(text, text), people_for(text, text, text), people_asked(text, text, text), changes_of_rights(), people_known(), team_of_mine(), acting_roles(),
  is_at_a_browser(), service_moment(timestamptz), roles_held(), readers_of(text),
  open_work(text, int, text, text, timestamptz, text, text)
  to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
grant usage on schema extensions to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
grant usage on schema public to :web, :evaluator, :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
grant usage on sequence ids to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
