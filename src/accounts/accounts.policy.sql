-- The doorkeeper (the machine actor that checks who somebody is) works these tables; the administrator opens and closes accounts and never sees
-- a secret. What concerns one's own account (password, codes, language, sign-ins) is the doorkeeper's work too: it asks for the sign-in itself, so that no
-- token and no borrowed right reaches it.

-- Whose an account, a sign-in or a code is, and since when, never changes.
grant select, insert on accounts, sign_ins, one_time_codes to :machine;
grant update (password_hash, code_secret, code_last_step, language, closed_at) on accounts to :machine;
grant update (ends_at, ended_at) on sign_ins to :machine;
grant update (used_at, ended_at, tries) on one_time_codes to :machine;
grant select, insert, delete on attempts to :machine;
create policy accounts_doorkeeper on accounts to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) = 'doorkeeper');
create policy accounts_founder on accounts for insert to :machine with check ((select actor_name()) = 'founder');
create policy accounts_founder_reads on accounts for select to :machine using ((select actor_name()) = 'founder');
create policy sign_ins_doorkeeper on sign_ins to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) = 'doorkeeper');
create policy attempts_doorkeeper on attempts to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) = 'doorkeeper');
create policy one_time_codes_doorkeeper on one_time_codes to :machine using ((select actor_name()) = 'doorkeeper') with check ((select actor_name()) = 'doorkeeper');
create policy one_time_codes_founder on one_time_codes for insert to :machine with check ((select actor_name()) = 'founder');

-- Whoever has the machine itself in hand (waymark account) closes colleagues' accounts and gives their holders a code; never a participant's.
create policy accounts_founder_closes on accounts for update to :machine using ((select actor_name()) = 'founder' and kind = 'colleague');
create policy sign_ins_founder_sees on sign_ins for select to :machine using ((select actor_name()) = 'founder');
create policy sign_ins_founder_ends on sign_ins for update to :machine using ((select actor_name()) = 'founder');
create policy one_time_codes_founder_sees on one_time_codes for select to :machine using ((select actor_name()) = 'founder');
create policy one_time_codes_founder_ends on one_time_codes for update to :machine using ((select actor_name()) = 'founder');

-- The caretaker clears away what has ended: attempts after a day, sign-ins after a week, printed codes after a month: until then whoever holds the account reads of them.
grant delete on sign_ins, one_time_codes to :machine;
create policy attempts_seen_by_caretaker on attempts for select to :machine using ((select actor_name()) = 'caretaker' and at < (select moment()) - interval '1 day');
create policy attempts_forgotten on attempts for delete to :machine using ((select actor_name()) = 'caretaker' and at < (select moment()) - interval '1 day');
create policy sign_ins_seen_by_caretaker on sign_ins for select to :machine
  using ((select actor_name()) = 'caretaker' and least(ended_at, ends_at) < (select moment()) - interval '7 days');
create policy sign_ins_forgotten on sign_ins for delete to :machine
  using ((select actor_name()) = 'caretaker' and least(ended_at, ends_at) < (select moment()) - interval '7 days');
create policy one_time_codes_seen_by_caretaker on one_time_codes for select to :machine
  using ((select actor_name()) = 'caretaker' and expires_at < (select moment()) - interval '30 days');
create policy one_time_codes_forgotten on one_time_codes for delete to :machine
  using ((select actor_name()) = 'caretaker' and expires_at < (select moment()) - interval '30 days');

-- The administrator: colleagues' accounts, without their secrets, and never a participant's.
grant select (id, public_id, username, kind, colleague_id, participant_id, language, made_at, closed_at, is_open, has_codes),
  insert (id, public_id, username, kind, colleague_id, language, made_at), update (closed_at) on accounts to :administrator;
create policy accounts_read_administrator on accounts for select to :administrator using (kind = 'colleague' and (select has_right('accounts_and_settings', 'read', 'all')));
create policy accounts_open_administrator on accounts for insert to :administrator with check (kind = 'colleague' and (select has_right('accounts_and_settings', 'write', 'all')));
create policy accounts_close_administrator on accounts for update to :administrator using (kind = 'colleague' and (select has_right('accounts_and_settings', 'write', 'all')));

-- The data-protection officer sees which accounts there are, an inspector the account of the person whose inspection is open; neither sees a secret.
grant select (id, public_id, username, kind, colleague_id, participant_id, language, made_at, closed_at, is_open, has_codes) on accounts to :oversight;
create policy accounts_read_oversight on accounts for select to :oversight using ((select has_right('accounts_and_settings', 'read', 'all')));
create policy accounts_read_request on accounts for select to :oversight using (participant_id = any ((select people_for('accounts_and_settings', 'read', 'request'))::int[]));

-- A participant's account is opened, and its password replaced, at a desk by the coordinator or case manager of their team.
grant select (id, public_id, username, kind, colleague_id, participant_id, language, made_at, closed_at, is_open, has_codes),
  insert (id, public_id, username, kind, participant_id, language, made_at), update (closed_at) on accounts to :casework;
create policy accounts_read_at_the_desk on accounts for select to :casework
  using (kind = 'participant' and participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));
create policy accounts_open_at_the_desk on accounts for insert to :casework
  with check (kind = 'participant' and participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));
create policy accounts_close_at_the_desk on accounts for update to :casework
  using (kind = 'participant' and participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));

-- Printed codes: made, seen to be there and ended by whoever may open the account; their content is a keyed hash that only the doorkeeper compares.
grant select (id, account_id, purpose, made_by, made_at, expires_at, used_at, ended_at, ends_codes),
  insert (id, account_id, code_hash, purpose, made_by, made_at, expires_at, ends_codes), update (ended_at) on one_time_codes to :administrator, :casework;
create policy one_time_codes_administrator on one_time_codes for insert to :administrator
  with check (made_by = (select actor_id()) and (select has_right('accounts_and_settings', 'write', 'all'))
    and account_id in (select a.id from accounts a where a.kind = 'colleague' and a.colleague_id <> (select actor_id())));
create policy one_time_codes_seen_by_administrator on one_time_codes for select to :administrator using ((select has_right('accounts_and_settings', 'read', 'all')));
create policy one_time_codes_ended_by_administrator on one_time_codes for update to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')));
create policy one_time_codes_at_the_desk on one_time_codes for insert to :casework
  with check (made_by = (select actor_id()) and not ends_codes and account_id in (select a.id from accounts a where a.kind = 'participant'));
create policy one_time_codes_seen_at_the_desk on one_time_codes for select to :casework using (account_id in (select a.id from accounts a where a.kind = 'participant'));
create policy one_time_codes_ended_at_the_desk on one_time_codes for update to :casework using (account_id in (select a.id from accounts a where a.kind = 'participant'));

-- Tokens are their maker's alone, made at a browser, in the shape they then work in.
grant select (id, public_id, name, made_by, shape, allows, made_at, expires_at, ended_at),
  insert (id, public_id, name, made_by, shape, token_hash, allows, made_at, expires_at), update (ended_at) on tokens to :casework, :administrator, :oversight, :counts;
create policy tokens_read_own on tokens for select to :casework, :administrator, :oversight, :counts using (made_by = (select actor_id()) and (select is_at_a_browser()));
create policy tokens_make_own on tokens for insert to :casework, :administrator, :oversight, :counts
  with check (made_by = (select actor_id()) and shape = (select actor_shape()) and (select is_at_a_browser()) and expires_at <= (select moment()) + interval '367 days');
create policy tokens_end_own on tokens for update to :casework, :administrator, :oversight, :counts using (made_by = (select actor_id()) and (select is_at_a_browser()));

-- A password that changes, signing out everywhere and the closing of an account end the tokens too: whoever knew the one may have made the other, and a colleague's next account
-- brings none of them back to life. For the doorkeeper, who has the sign-in, and for whoever may close accounts.
create or replace function may_end_what_was_made() returns boolean language sql stable set search_path = public, pg_temp as
  $$ select actor_name() in ('doorkeeper', 'founder') and actor_kind() = 'machine' or has_right('accounts_and_settings', 'write', 'all') and is_at_a_browser() $$;
create policy tokens_ended_by_owner on tokens for update to :owner using (ended_at is null) with check (ended_at = (select moment()));
create or replace function end_tokens_of(p_colleague int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_end_what_was_made() then return; end if;
  update tokens set ended_at = moment() where made_by = p_colleague and ended_at is null;
end $$;
revoke all on function may_end_what_was_made(), end_tokens_of(int) from public;
grant execute on function may_end_what_was_made(), end_tokens_of(int) to :machine, :administrator;

-- The one question that comes before any work: whose sign-in or token is this? Asked by the web role itself, which may nothing else.
-- A sign-in ends after 30 minutes without a request (10 on a kiosk) and at its absolute end, whatever happens. One that still awaits a
-- step is nobody's. Whoever holds no appointment of its shape any more is nobody, too.
create policy accounts_owner on accounts for select to :owner using (true);
create policy sign_ins_owner on sign_ins for select to :owner using (true);
create policy sign_ins_owner_notes on sign_ins for update to :owner using (true);
create policy tokens_owner on tokens for select to :owner using (true);

create or replace function roles_of(p_colleague int, p_shape text, p_at timestamptz) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(distinct a.role), '{}') from appointments a join colleagues c on c.id = a.colleague_id
    where a.colleague_id = p_colleague and shape_of(a.role) = p_shape and a.from_at <= p_at and (a.until_at is null or a.until_at > p_at)
      and (c.left_on is null or c.left_on > p_at::date));
end $$;

-- A sign-in that is not ended, of an account that is not closed, and what can be said of it without asking for roles.
create or replace function sign_in_held(p_hash text, p_at timestamptz)
returns table (sign_in_id int, kind text, id int, shape text, name text, language text, kiosk boolean, has_code boolean, left_on date, is_live boolean, is_unseen boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query select si.id, a.kind, coalesce(a.colleague_id, a.participant_id), si.shape, coalesce(c.name, 'participant'), a.language, si.kiosk, a.code_secret is not null, c.left_on,
      l.is_live, l.is_live and si.seen_at < p_at - interval '1 minute'
    from sign_ins si join accounts a on a.id = si.account_id left join colleagues c on c.id = a.colleague_id
      cross join lateral (select si.ends_at > p_at and si.seen_at > p_at - case when si.kiosk then interval '10 minutes' else interval '30 minutes' end as is_live) l
    where si.token_hash = p_hash and si.awaits is null and si.ended_at is null and a.closed_at is null;
end $$;
revoke all on function sign_in_held(text, timestamptz) from public;

drop function if exists who_is(text, timestamptz);
drop function if exists who_is(text, timestamptz, boolean);
create function who_is(p_hash text, p_at timestamptz)
returns table (kind text, id int, shape text, name text, roles text[], language text, sign_in_id int, kiosk boolean, is_live boolean, has_code boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare s record;
begin
  select * into s from sign_in_held(p_hash, p_at);
  if not found then return; end if;
  roles := case when s.kind = 'participant' then array['participant'] else roles_of(s.id, s.shape, service_moment(p_at)) end;
  if roles = '{}' then return; end if;
  if s.is_unseen then
    update sign_ins set seen_at = p_at where sign_ins.id = s.sign_in_id;
  end if;
  kind := s.kind; id := s.id; shape := s.shape; name := s.name; language := s.language; sign_in_id := s.sign_in_id; kiosk := s.kiosk; has_code := s.has_code; is_live := s.is_live;
  return next;
end $$;

-- Whose sign-in, and the work of that person opened, in one step: opening asks for the roles anyway. Nobody's, or ended by time: nothing comes back, and the caller enters no shape.
-- That they were seen is noted by a question of its own: work that reads may not write it, and work that writes would keep others of the same sign-in waiting.
drop function if exists enter_work(text, timestamptz, text);
create function enter_work(p_hash text, p_at timestamptz, p_about text)
returns table (kind text, id int, shape text, name text, roles text[], language text, sign_in_id int, kiosk boolean, is_unseen boolean, about_id int, moment_text text, today_text text, zone text, acting text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare s record; o record; held text[];
begin
  select * into s from sign_in_held(p_hash, p_at);
  if not found or not s.is_live then return; end if;
  select * into o from open_work(s.kind, s.id, s.name, s.shape, p_at, p_about, '');
  held := case when s.kind = 'participant' then array['participant'] else o.roles end;
  if held = '{}' or s.left_on <= o.today_text::date then return; end if;
  return query select s.kind, s.id, s.shape, s.name, held, s.language, s.sign_in_id, s.kiosk, s.is_unseen, o.about_id, o.moment_text, o.today_text, o.zone, o.acting;
end $$;

drop function if exists who_is_token(text, timestamptz);
create function who_is_token(p_hash text, p_at timestamptz)
returns table (kind text, id int, shape text, name text, roles text[], language text, token_id int, allows text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare t record; held text[];
begin
  select k.id, k.made_by, k.shape, k.name, k.allows, a.language into t from tokens k join accounts a on a.colleague_id = k.made_by and a.closed_at is null
    where k.token_hash = p_hash and k.ended_at is null and k.expires_at > service_moment(p_at);
  if not found then return; end if;
  held := roles_of(t.made_by, t.shape, service_moment(p_at));
  if held = '{}' then return; end if;
  return query select 'colleague', t.made_by, t.shape, t.name, held, t.language, t.id, t.allows;
end $$;
grant execute on function who_is(text, timestamptz), enter_work(text, timestamptz, text), who_is_token(text, timestamptz) to :web;

-- What was closed or ended stays so: no account opens again, no code and no token works again, and when that was is not moved.
create policy accounts_closed_once on accounts as restrictive for update to :administrator, :casework using (closed_at is null) with check (closed_at = (select moment()));
create policy one_time_codes_ended_once on one_time_codes as restrictive for update to :administrator, :casework using (ended_at is null) with check (ended_at = (select moment()));
create policy tokens_ended_once on tokens as restrictive for update to :casework, :administrator, :oversight, :counts using (ended_at is null) with check (ended_at = (select moment()));
