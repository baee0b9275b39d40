-- The doorkeeper (the machine actor that checks who somebody is) works these tables; the administrator opens and closes accounts and never sees a secret.

grant select, insert, update on accounts, sign_ins, one_time_codes to :machine;
grant select, insert, delete on attempts to :machine;
grant select, update on tokens to :machine;
create policy accounts_doorkeeper on accounts to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) in ('doorkeeper', 'founder'));
create policy accounts_founder on accounts for insert to :machine with check ((select actor_name()) = 'founder');
create policy accounts_founder_reads on accounts for select to :machine using ((select actor_name()) = 'founder');
create policy sign_ins_doorkeeper on sign_ins to :machine using ((select actor_name()) in ('doorkeeper', 'caretaker')) with check ((select actor_name()) = 'doorkeeper');
create policy attempts_doorkeeper on attempts to :machine using ((select actor_name()) in ('doorkeeper', 'caretaker')) with check ((select actor_name()) = 'doorkeeper');
create policy one_time_codes_doorkeeper on one_time_codes to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) = 'doorkeeper');
create policy tokens_doorkeeper on tokens for select to :machine using ((select actor_name()) = 'doorkeeper');

grant select (id, public_id, username, kind, colleague_id, participant_id, language, made_at, closed_at) on accounts to :administrator;
grant insert, update on accounts to :administrator;
create policy accounts_administrator on accounts to :administrator
  using (kind = 'colleague' and (select has_right('accounts_and_settings', 'read', 'all')))
  with check (kind = 'colleague' and (select has_right('accounts_and_settings', 'write', 'all')));
grant insert on one_time_codes to :administrator, :casework;
create policy one_time_codes_administrator on one_time_codes for insert to :administrator
  with check (made_by = (select actor_id()) and (select has_right('accounts_and_settings', 'write', 'all')));

-- A participant's account is opened, and its password replaced, at a desk by the coordinator or case manager of their team.
grant select (id, public_id, username, kind, participant_id, language, made_at, closed_at), insert, update on accounts to :casework;
create policy accounts_at_the_desk on accounts to :casework
  using (kind = 'participant' and participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]))
  with check (kind = 'participant' and participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));
create policy one_time_codes_at_the_desk on one_time_codes for insert to :casework
  with check (made_by = (select actor_id()) and exists (select from accounts a where a.id = account_id and a.kind = 'participant'));

grant select (id, public_id, name, made_by, shape, allows, made_at, expires_at, ended_at), insert, update (ended_at) on tokens to :casework, :administrator, :oversight, :counts;
create policy tokens_own on tokens to :casework, :administrator, :oversight, :counts
  using (made_by = (select actor_id())) with check (made_by = (select actor_id()) and shape = (select actor_shape()));

-- The one question that comes before any work: whose sign-in or token is this? Asked by the web role itself, which may nothing else.
-- A sign-in ends after 30 minutes without a request (10 on a kiosk) and at its absolute end, whatever happens.
create policy accounts_owner on accounts for select to :owner using (true);
create policy sign_ins_owner on sign_ins for select to :owner using (true);
create policy sign_ins_owner_notes on sign_ins for update to :owner using (true);
create policy tokens_owner on tokens for select to :owner using (true);

drop function if exists who_is(text, timestamptz);
create function who_is(p_hash text, p_at timestamptz)
returns table (kind text, id int, shape text, name text, roles text[], language text, sign_in_id int, kiosk boolean, is_live boolean, has_code boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare s record;
begin
  select si.id, si.account_id, si.shape, si.seen_at, si.ends_at, si.ended_at, si.kiosk, a.kind, a.language, a.closed_at, a.colleague_id, a.participant_id,
      a.code_secret is not null as has_code, c.name, c.left_on
    into s from sign_ins si join accounts a on a.id = si.account_id left join colleagues c on c.id = a.colleague_id where si.token_hash = p_hash;
  if not found or s.ended_at is not null or s.closed_at is not null or s.left_on <= p_at::date then return; end if;
  is_live := s.ends_at > p_at and s.seen_at > p_at - case when s.kiosk then interval '10 minutes' else interval '30 minutes' end;
  if is_live and s.seen_at < p_at - interval '1 minute' then
    update sign_ins set seen_at = p_at where sign_ins.id = s.id;
  end if;
  kind := s.kind; id := coalesce(s.colleague_id, s.participant_id); shape := s.shape; name := coalesce(s.name, 'participant'); language := s.language;
  sign_in_id := s.id; kiosk := s.kiosk; has_code := s.has_code;
  roles := case when s.kind = 'participant' then array['participant'] else
    (select coalesce(array_agg(distinct ap.role), '{}') from appointments ap where ap.colleague_id = s.colleague_id and shape_of(ap.role) = s.shape
      and ap.from_at <= p_at and (ap.until_at is null or ap.until_at > p_at)) end;
  return next;
end $$;

drop function if exists who_is_token(text, timestamptz);
create function who_is_token(p_hash text, p_at timestamptz)
returns table (kind text, id int, shape text, name text, roles text[], language text, token_id int, allows text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select 'colleague', t.made_by, t.shape, t.name, '{}'::text[], 'en', t.id, t.allows
  from tokens t join accounts a on a.colleague_id = t.made_by and a.closed_at is null join colleagues c on c.id = t.made_by
  where t.token_hash = p_hash and t.ended_at is null and t.expires_at > p_at and (c.left_on is null or c.left_on > p_at::date) $$;
grant execute on function who_is(text, timestamptz), who_is_token(text, timestamptz) to :web;
