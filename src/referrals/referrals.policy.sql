-- Who may read and write a referral: the coordinators of the unit it was sent to, the case manager who wrote it, the team once the person is accepted,
-- the person. Nobody rewrites what was asked: only how far it is, whose it turned out to be and when it ends can be updated.

grant select on referrals, referral_decisions, referral_readings to :casework, :person, :oversight;
grant insert on referrals to :casework, :person;
grant insert on referral_decisions, referral_readings to :casework;
grant update (state, participant_id, answer, programme, programme_kept, erase_on, revision) on referrals to :casework;

-- What was kept apart when somebody asked for erasure is closed to everybody who works with the person; a request that came later is another one.
create or replace function referrals_kept_apart() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare people int[] := kept_apart('referral');
begin
  if people = '{}' then return '{}'; end if;
  return (select coalesce(array_agg(r.id), '{}') from referrals r where r.participant_id = any (people) and r.received_at <= (select max(e.decided_at) from erasure_decisions e join erasure_requests q on q.id = e.request_id
    where q.participant_id = r.participant_id and e.item = 'referral' and e.decision = 'restrict'));
end $$;
revoke all on function referrals_kept_apart() from public;
grant execute on function referrals_kept_apart() to :casework;
create policy referral_kept_apart on referrals as restrictive for select to :casework using (id <> all ((select referrals_kept_apart())::int[]));

-- referrals. A focus on one person closes those of everybody else, also the ones that name nobody in the register yet.
create policy referral_read_unit on referrals for select to :casework
  using (unit_id = any ((select units_for('referral', 'read'))::int[]) and (select focus_id()) = any (array[0, participant_id]));
create policy referral_read_own on referrals for select to :casework
  using (referred_by = (select actor_id()) and (select has_right('referral', 'read', 'own')) and (select focus_id()) = any (array[0, participant_id]));
create policy referral_read_team on referrals for select to :casework using (participant_id = any ((select people_for('referral', 'read', 'team'))::int[]));
create policy referral_read_request on referrals for select to :oversight using (participant_id = any ((select people_for('referral', 'read', 'request'))::int[]));
create policy referral_read_mine on referrals for select to :person using (participant_id = any ((select people_for('referral', 'read', 'mine'))::int[]));
-- Whoever refers names nobody of the register: a coordinator only somebody of their own units, and then it stays them.
create policy referral_write_unit on referrals for insert to :casework with check (unit_id = any ((select units_for('referral', 'write'))::int[])
  and (participant_id is null or participant_id = any ((select people_for('referral', 'write', 'unit'))::int[])));
create policy referral_write_own on referrals for insert to :casework
  with check (referred_by = (select actor_id()) and (select has_right('referral', 'write', 'own')) and state = 'received' and participant_id is null);
create policy referral_write_mine on referrals for insert to :person
  with check (participant_id = any ((select people_for('referral', 'write', 'mine'))::int[]) and source = 'self' and state = 'received' and referred_by is null
    and unit_id in (select p.unit_id from participants p));
create or replace function referral_is_of(p_referral int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return (select r.participant_id from referrals r where r.id = p_referral and r.unit_id = any (units_for('referral', 'write')));
end $$;
revoke all on function referral_is_of(int) from public;
grant execute on function referral_is_of(int) to :casework;
-- What was declined, or went another way, is kept its three months: neither longer nor shorter, whoever decides.
create policy referral_change_unit on referrals for update to :casework
  using (unit_id = any ((select units_for('referral', 'write'))::int[])) with check (unit_id = any ((select units_for('referral', 'write'))::int[])
    and case when referral_is_of(id) is not null then participant_id = referral_is_of(id) else participant_id is null or participant_id = any ((select people_for('referral', 'write', 'unit'))::int[]) end
    and case when state in ('declined', 'another-route') then erase_on = ((select today_on()) + interval '3 months')::date when state = 'accepted' then erase_on is null else true end);

-- Decisions and second readings are read by whoever reads the referral itself.
create policy referral_decisions_read on referral_decisions for select to :casework, :person, :oversight
  using (exists (select from referrals r where r.id = referral_id));
create policy referral_decisions_write_unit on referral_decisions for insert to :casework
  with check (decided_by = (select actor_id()) and exists (select from referrals r where r.id = referral_id and r.unit_id = any ((select units_for('referral', 'write'))::int[])));
create policy referral_readings_read on referral_readings for select to :casework, :person, :oversight
  using (exists (select from referrals r where r.id = referral_id));
create policy referral_readings_write_unit on referral_readings for insert to :casework
  with check (reader_id = (select actor_id()) and exists (select from referrals r where r.id = referral_id and r.unit_id = any ((select units_for('referral', 'write'))::int[])));

-- What was declined, led nowhere or ran out is erased on its day.
grant select, delete on referrals to :machine;
create policy referrals_seen_by_caretaker on referrals for select to :machine using ((select actor_name()) = 'caretaker' and erase_on <= (select today_on()));
create policy referrals_erased_by_caretaker on referrals for delete to :machine using ((select actor_name()) = 'caretaker' and erase_on <= (select today_on()));

-- security_referral. The officer reads their own words and the day; what follows stands in other tables, to which their shape has no grant at all.
grant select, insert on security_referrals to :referrer;
grant select on security_referrals to :casework, :oversight;
create policy security_referral_read_own on security_referrals for select to :referrer
  using (author_id = (select actor_id()) and (select has_right('security_referral', 'read', 'own')) and (select focus_id()) = 0);
create policy security_referral_write_own on security_referrals for insert to :referrer
  with check (author_id = (select actor_id()) and (select has_right('security_referral', 'write', 'own')));
create policy security_referral_read_unit on security_referrals for select to :casework
  using (unit_id = any ((select units_for('security_referral', 'read'))::int[]) and (select focus_id()) = 0);
create policy security_referral_read_request on security_referrals for select to :oversight
  using (exists (select from referrals r where r.security_receipt = security_referrals.receipt and r.participant_id = any ((select people_for('security_referral', 'read', 'request'))::int[])));
grant select, delete on security_referrals to :machine;
create policy security_referrals_seen_by_caretaker on security_referrals for select to :machine using ((select actor_name()) = 'caretaker' and erase_on <= (select today_on()));
create policy security_referrals_erased_by_caretaker on security_referrals for delete to :machine using ((select actor_name()) = 'caretaker' and erase_on <= (select today_on()));

-- That it happened, when and of which kind, for the data-protection officer; how many, for the head, in steps of five, so that no figure points at a person.
create policy referrals_owner on referrals for select to :owner using (true);
create or replace function referrals_happened(from_on date, until_on date) returns table (received_on date, source text, state text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('referral', 'read', 'meta') then return; end if;
  return query select r.referred_on, r.source, r.state from referrals r where r.referred_on between from_on and until_on order by 1, 2, 3;
end $$;
create or replace function referrals_counted() returns table (state text, at_least int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('referral', 'read', 'count') then return; end if;
  return query select r.state, (count(*)::int / 5) * 5 from referrals r group by r.state order by 1;
end $$;
grant execute on function referrals_happened(date, date) to :oversight;
grant execute on function referrals_counted() to :counts;

-- The day on which somebody first asked for this person, else that of their acceptance: for whoever records a release, which cannot lie before it.
create or replace function first_day_here(p_participant int) returns date
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_participant <> all (people_for('release', 'write', 'team')) then return null; end if;
  return coalesce((select min(r.referred_on) from referrals r where r.participant_id = p_participant),
    (select (p.made_at at time zone (select v.time_zone from services v))::date from participants p where p.id = p_participant));
end $$;
revoke all on function first_day_here(int) from public;
grant execute on function first_day_here(int) to :casework;

-- Keys by which an imported row is known again: no name stands in them, and only who may write to the unit asks.
grant select, insert on referral_keys to :casework;
create policy referral_keys_known on referral_keys for select to :casework
  using (exists (select from referrals r where r.id = referral_id and r.unit_id = any ((select units_for('referral', 'write'))::int[])));
create policy referral_keys_write on referral_keys for insert to :casework
  with check (exists (select from referrals r where r.id = referral_id and r.unit_id = any ((select units_for('referral', 'write'))::int[])));

-- What was erased on its day leaves prints: by them, and by nothing else, a row of an old file is known to be what was erased. Of the number, of name and birth, of the name alone, each
-- with the day on which somebody asked: another day is another referral. Made with a secret of this service, so that whoever stole the table could try out no names.
create policy referral_secrets_owner on referral_secrets to :owner using (true) with check (true);
create policy referrals_gone_owner on referrals_gone to :owner using (true) with check (true);
create or replace function referral_marks(p_secret text, p_number text, p_name text, p_born date, p_on date) returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(select encode(sha256(convert_to(p_secret || ':' || m.kind || ' on ' || p_on, 'UTF8')), 'hex')
    from (select lower(regexp_replace(coalesce(p_number, ''), '[^[:alnum:]]', '', 'g')) as number,
        array_to_string(array(select w from regexp_split_to_table(lower(coalesce(p_name, '')), '[^[:alnum:]]+') w where w <> '' order by w), ' ') as name) r,
      unnest(array[case when r.number <> '' then 'number ' || r.number end, case when r.name <> '' and p_born is not null then 'person ' || r.name || ' ' || p_born end, case when r.name <> '' then 'name ' || r.name end])
        with ordinality as m(kind, place)
    where m.kind is not null order by m.place)
$$;
revoke all on function referral_marks(text, text, text, date, date) from public;
create or replace function remember_referrals_gone() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare k text;
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  insert into referral_secrets (secret) values (gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing;
  select s.secret into k from referral_secrets s;
  insert into referrals_gone (mark, forget_on) select m, (today_on() + interval '10 years')::date from referrals r cross join lateral unnest(referral_marks(k, r.number, r.name, r.born_on, r.referred_on)) m
    where r.erase_on <= today_on() group by m on conflict (mark) do update set forget_on = excluded.forget_on;
  delete from referrals_gone g where g.forget_on < today_on();
end $$;
revoke all on function remember_referrals_gone() from public;
grant execute on function remember_referrals_gone() to :machine;

-- Which rows of a file do not come back: those of somebody whose referral was erased with other records of theirs, and from before that, known again by number, or by name and birth; and those
-- that were erased on their day. The name alone counts where a row has neither number nor birth.
create or replace function referrals_not_taken(p_rows jsonb) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare erased int[] := people_with_erased('referral'); k text; gone int[] := '{}';
begin
  if cardinality(units_for('referral', 'write')) = 0 then return '{}'; end if;
  if exists (select from referrals_gone) then
    select s.secret into k from referral_secrets s;
    gone := array(select a.place from jsonb_to_recordset(p_rows) as a(place int, number text, name text, born_on date, referred_on date)
      cross join lateral (select referral_marks(k, a.number, a.name, a.born_on, a.referred_on) as marks) m
      where exists (select from referrals_gone g where g.mark = any (case when a.number is null and a.born_on is null then m.marks else m.marks[1:greatest(cardinality(m.marks) - 1, 1)] end)));
  end if;
  if erased = '{}' then return gone; end if;
  return gone || (select coalesce(array_agg(distinct a.place), '{}') from jsonb_to_recordset(p_rows) as a(place int, number text, name text, born_on date, referred_on date)
    join register_entries e on e.participant_id = any (erased) left join identity_particulars q on q.participant_id = e.participant_id
    where (a.number = lower(regexp_replace(e.number, '[^[:alnum:]]', '', 'g')) or lower(a.name) = lower(e.name) and a.born_on = q.born_on)
      and is_from_before_erasing('referral', e.participant_id, a.referred_on::timestamptz));
end $$;
revoke all on function referrals_not_taken(jsonb) from public;
grant execute on function referrals_not_taken(jsonb) to :casework;
create policy identity_particulars_owner on identity_particulars for select to :owner using (true);

-- Somebody without an account asks at a desk that a colleague has opened: the doorkeeper writes it down as theirs, to that desk's unit, and reads nothing back. Of a receipt
-- it learns the day, for the calendar's answer, and of a receipt that is nobody's the same nothing as of one long gone.
grant insert on referrals to :machine;
create policy referral_write_at_the_desk on referrals for insert to :machine
  with check ((select actor_name()) = 'doorkeeper' and source = 'self' and ground = 'own-wish' and answer = 'yes' and state = 'received' and participant_id is null
    and referred_by is null and recorded_by is null and exists (select from desks d where d.id = desk_id and d.unit_id = referrals.unit_id));
create or replace function day_of_receipt(p_receipt text) returns date
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_name() <> 'doorkeeper' then return null; end if;
  return (select r.referred_on from referrals r where r.receipt = p_receipt and r.desk_id is not null);
end $$;
grant execute on function day_of_receipt(text) to :machine;

-- From where this service takes referrals.
grant select on referral_sources to :casework, :administrator;
grant insert, update (is_offered, changed_by, changed_at) on referral_sources to :administrator;
create policy referral_sources_read on referral_sources for select to :casework, :administrator using (true);
create policy referral_sources_write on referral_sources for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')));
create policy referral_sources_change on referral_sources for update to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')))
  with check (changed_by = (select actor_id()) and changed_at = (select moment()));

-- What was decided to be erased, on its day, by the caretaker.
create policy referrals_erased on referrals to :machine using (participant_id = any ((select people_to_erase('referral'))::int[])) with check (false);

-- What is asked, read and decided carries the moment in which it is written, past the verbs too.
create policy referrals_in_their_moment on referrals as restrictive for insert to :casework, :person with check (received_at = (select moment()) and referred_on <= (select today_on()));
create policy referral_decisions_in_their_moment on referral_decisions as restrictive for insert to :casework with check (decided_at = (select moment()));
create policy referral_readings_in_their_moment on referral_readings as restrictive for insert to :casework with check (read_at = (select moment()));
create policy security_referrals_in_their_moment on security_referrals as restrictive for insert to :referrer with check (written_at = (select moment()) and written_on = (select today_on()) and erase_on = ((select today_on()) + interval '6 months')::date);
create policy referral_sources_in_their_moment on referral_sources as restrictive for insert to :administrator with check (changed_by = (select actor_id()) and changed_at = (select moment()));
