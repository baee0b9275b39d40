-- The log: everybody's work writes its own line and no other's; nobody changes or deletes one, the owner included.

create or replace function refuse_change_of_the_log() returns trigger language plpgsql as
  $$ begin raise exception 'The access log is append-only.' using errcode = 'insufficient_privilege'; end $$;
drop trigger if exists access_log_is_append_only on access_log;
create trigger access_log_is_append_only before update or delete on access_log for each row execute function refuse_change_of_the_log();
-- A trigger for each row passes on to every part; one against emptying does not, and each part needs its own.
create or replace function keep_from_emptying(part text) returns void language plpgsql as $$
begin
  execute format('drop trigger if exists access_log_is_not_emptied on %I', part);
  execute format('create trigger access_log_is_not_emptied before truncate on %I for each statement execute function refuse_change_of_the_log()', part);
end $$;
select keep_from_emptying('access_log');
select keep_from_emptying('log_seals');
drop trigger if exists log_seals_are_append_only on log_seals;
create trigger log_seals_are_append_only before update or delete on log_seals for each row execute function refuse_change_of_the_log();
select keep_from_emptying(c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'access_log'::regclass;

-- Parts for the coming months exist before they are needed; each is made closed. Returns how many months ahead there are now.
create or replace function make_log_months(from_on date, months int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare first date := date_trunc('month', from_on)::date; part text; n int := 0;
begin
  for i in 0 .. months loop
    part := 'access_log_' || to_char(first + (i || ' months')::interval, 'YYYY_MM');
    if to_regclass('public.' || part) is null then
      begin
        execute format('create table %I partition of access_log for values from (%L) to (%L)', part,
          (first + (i || ' months')::interval)::date, (first + ((i + 1) || ' months')::interval)::date);
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('comment on table %I is %L', part, 'One month of the access log.');
        perform keep_from_emptying(part);
      exception when check_violation then null; -- lines of that month already stand in the default part: they are safe there
      end;
    end if;
    n := n + 1;
  end loop;
  return n - 1;
end $$;

create or replace function log_months_ahead(from_on date) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from generate_series(1, 24) i
  where to_regclass('public.access_log_' || to_char(date_trunc('month', from_on) + (i || ' months')::interval, 'YYYY_MM')) is not null $$;
grant execute on function make_log_months(date, int), log_months_ahead(date) to :machine;
-- The probe of a process asks for the months as the web role itself.
grant execute on function log_months_ahead(date) to :web;

grant insert on access_log to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy access_log_write_own on access_log for insert to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine
  with check (actor_kind = (select actor_kind()) and actor_id = (select actor_id()) and actor_name = (select actor_name()) and shape = (select actor_shape())
    and actor_roles = (select acting_roles()));

-- Lines of those who only looked, gathered from several people's work and written by the platform in one statement before anybody gets an answer. The roles in
-- them are those that the database gave when each work was opened. Only the scribe writes them, who reads nothing and is nobody's sign-in.
create policy access_log_write_gathered on access_log for insert to :machine with check ((select actor_name()) = 'scribe');

-- The person reads when, what, why and in which role; not who else stands in a line, and no name but through their own team.
grant select (id, at, actor_kind, actor_id, actor_roles, operation, record, purpose, recipient) on access_log to :person;
create policy access_log_read_mine on access_log for select to :person
  using (participant_ids && (select people_for('access_log', 'read', 'mine'))::int[]);

grant select on access_log to :oversight;
create policy access_log_read_oversight on access_log for select to :oversight using ((select has_right('access_log', 'read', 'all')));
create policy access_log_read_request on access_log for select to :oversight
  using (participant_ids && (select people_for('access_log', 'read', 'request'))::int[]);

-- A line holds inner ids. Who reads the log sees persons by their public ids, without a name; an inspector only those of the inspection.
create or replace function people_in_the_log(ids int[]) returns table (participant_id int, public_id text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare readable int[] := people_for('access_log', 'read', 'request');
begin
  if has_right('access_log', 'read', 'all') then readable := ids; end if;
  return query select p.id, p.public_id from participants p where p.id = any (ids) and p.id = any (readable) order by p.public_id;
end $$;
grant execute on function people_in_the_log(int[]) to :oversight;

-- Seals: a chain of hashes over finished days, so that a line changed by somebody whom nothing here could stop is noticed by whoever kept a seal.
create or replace function seal_of(p_day date, p_previous text) returns table (lines int, seal text) language sql stable as $$
  select count(*)::int, encode(sha256(convert_to(p_previous || E'\n' || coalesce(string_agg(jsonb_build_array(
      l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.actor_kind, l.actor_id, l.actor_name, l.actor_roles, l.shape, l.operation, l.record,
      l.participant_ids, l.object_ids, l.purpose, l.recipient, l.door, l.token_id, l.request_id)::text, E'\n' order by l.at, l.id), ''), 'UTF8')), 'hex')
  from access_log l where l.at >= p_day::timestamp at time zone 'UTC' and l.at < (p_day + 1)::timestamp at time zone 'UTC' $$;

-- Seals the days that ended at least an hour ago and have no seal yet, the earliest first. Nobody but this function writes a seal; the caretaker calls it.
create or replace function seal_finished_days() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare on_day date; previous text; made int := 0; finished date := ((moment() - interval '1 hour') at time zone 'UTC')::date - 1;
begin
  if actor_name() <> 'caretaker' then return 0; end if;
  select s.day + 1, s.seal into on_day, previous from log_seals s order by s.day desc limit 1;
  on_day := coalesce(on_day, (select (min(l.at) at time zone 'UTC')::date from access_log l));
  while on_day <= finished and made < 1000 loop
    insert into log_seals (day, lines, seal, sealed_at) select on_day, o.lines, o.seal, moment() from seal_of(on_day, coalesce(previous, '')) o;
    select s.seal into previous from log_seals s where s.day = on_day;
    on_day := on_day + 1;
    made := made + 1;
  end loop;
  return made;
end $$;
create policy access_log_owner on access_log for select to :owner using (true);
create policy log_seals_owner on log_seals for select to :owner using (true);
create policy log_seals_owner_writes on log_seals for insert to :owner with check (true);
grant execute on function seal_finished_days() to :machine;
grant execute on function seal_of(date, text) to :oversight;
grant select on log_seals to :oversight;
create policy log_seals_read on log_seals for select to :oversight using ((select has_right('access_log', 'read', 'all')));

-- Who opened something since it was written, and never anything else of the log: asked by other questions of the owner when what was opened is struck, and
-- granted to nobody. p_object is its public id; of the pages that show it among others (p_lists), only lines of roles that may read what was done count.
create or replace function colleagues_who_opened(p_person int, p_object text, p_writer int, p_since timestamptz, p_lists text[]) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare since timestamptz;
begin
  -- The log keeps real time, also where a demonstration pretends a day: the writer's own line says when it was written.
  select min(l.at) into since from access_log l where l.participant_ids && array[p_person] and l.actor_kind = 'colleague' and l.actor_id = p_writer
    and p_object = any (l.object_ids) and l.operation in ('collect', 'alter') and l.record in ('session_content', 'family_and_network');
  since := coalesce(since, p_since);
  return (select coalesce(array_agg(distinct l.actor_id), '{}') from access_log l
    where l.participant_ids && array[p_person] and l.actor_kind = 'colleague' and l.shape = 'casework' and l.actor_id <> p_writer and l.at >= since
      and (p_object = any (l.object_ids) or (l.door = any (p_lists)
        and l.actor_roles && array(select r.role from rights r where r.record = 'session_content' and r.verb = 'read' and r.scope = 'team'))));
end $$;
revoke all on function colleagues_who_opened(int, text, int, timestamptz, text[]) from public;
