-- Studies belong to the evaluators. Outcomes come through the views of the rooms (x.evaluation.sql) alone, and only for a study that is locked.

grant usage on sequence ids to :evaluator;
grant select, insert, update (title, question, programme, design, outcome_kind, outcome, better, phases, effect, least_people, least_points, reliability, spread, cutoff, yardstick_source, conclusion,
  locked_at, locked_by, revision) on studies to :evaluator;
create policy studies_of_evaluators on studies for select to :evaluator using ((select has_right('evaluation_data', 'read', 'all')));
create policy studies_write on studies for insert to :evaluator with check ((select has_right('evaluation_data', 'read', 'all')) and written_by = (select actor_id()) and locked_at is null);
-- A locked plan is never changed: its row can no longer be reached by an update.
create policy studies_change_until_locked on studies for update to :evaluator using ((select has_right('evaluation_data', 'read', 'all')) and locked_at is null)
  with check (coalesce(locked_by = (select actor_id()) and locked_at = (select moment()), locked_by is null and locked_at is null));
create policy studies_owner on studies for select to :owner using (true);

create policy study_keys_owner on study_keys for select to :owner using (true);
create policy study_keys_made_by_owner on study_keys for insert to :owner with check (true);

grant select, insert on study_start_points, study_reports, study_releases to :evaluator;
create policy study_start_points_read on study_start_points for select to :evaluator using ((select has_right('evaluation_data', 'read', 'all')));
create policy study_start_points_draw on study_start_points for insert to :evaluator
  with check ((select has_right('evaluation_data', 'read', 'all')) and exists (select from studies s where s.id = study_id and s.locked_at is null));
create policy study_reports_read on study_reports for select to :evaluator using ((select has_right('evaluation_data', 'read', 'all')));
create policy study_reports_keep on study_reports for insert to :evaluator
  with check ((select has_right('evaluation_data', 'read', 'all')) and made_by = (select actor_id()) and exists (select from studies s where s.id = study_id and s.locked_at is not null));
create policy study_releases_read on study_releases for select to :evaluator using ((select has_right('evaluation_data', 'read', 'all')));
create policy study_releases_keep on study_releases for insert to :evaluator
  with check ((select has_right('evaluation_data', 'read', 'all')) and released_by = (select actor_id()) and exists (select from studies s where s.id = study_id and s.locked_at is not null));

-- A place of a draw, taken by a plan. Neither the evaluator nor the team reads which.
create policy study_enrolments_owner on study_enrolments for select to :owner using (true);
create policy study_enrolments_made_by_owner on study_enrolments for insert to :owner
  with check (exists (select from plans p where p.id = plan_id and p.participant_id = (select focus_id())));
create policy study_start_points_owner on study_start_points for select to :owner using (true);
create policy withdrawals_for_draws on withdrawals for select to :owner using (participant_id = (select focus_id()));

-- A free place of a locked study for a plan, chosen by lot, so that the number of a place says nothing of who came first: only where the asker arranges its dates and the person said yes to research and did not take it back.
create or replace function free_place_for(p_plan int) returns study_start_points
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare free study_start_points; pl plans;
begin
  select * into pl from plans p where p.id = p_plan and p.state = 'running' and p.participant_id = focus_id() and p.participant_id = any (people_for('plan_dates', 'write', 'team'));
  if pl.id is null or exists (select from study_enrolments e where e.plan_id = pl.id) then return null; end if;
  if not exists (select from (select c.answer, c.recorded_at from consents c where c.participant_id = pl.participant_id and c.purpose = 'research' order by c.recorded_at desc, c.id desc limit 1) said
      where said.answer = 'yes' and not exists (select from withdrawals w where w.participant_id = pl.participant_id and w.purpose in ('research', 'data') and w.withdrawn_at >= said.recorded_at)) then return null; end if;
  select sp.* into free from study_start_points sp join studies s on s.id = sp.study_id
    where s.programme = pl.programme and s.design = 'drawn-starts' and s.locked_at is not null and not exists (select from study_enrolments e where e.study_id = sp.study_id and e.place = sp.place)
    order by s.locked_at, sp.study_id, gen_random_uuid() limit 1;
  return free;
end $$;

-- Whether chance can choose the beginning of a plan: says no more to the team than yes or no.
create or replace function may_draw_beginning(p_plan int) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as
  $$ begin return (free_place_for(p_plan)).study_id is not null; end $$;

-- Takes a place and says on which day the treatment begins: after so many measurements of the baseline, in the rhythm that the draw was made for.
-- One after the other, so that no two plans take one place. Null where there is none.
create or replace function draw_beginning(p_plan int, p_id int, p_public text) returns date
language plpgsql security definer set search_path = public, pg_temp as $$
declare free study_start_points; pl plans; from_on date; begins date;
begin
  perform pg_advisory_xact_lock(hashtext('draw_beginning'));
  free := free_place_for(p_plan);
  if free.study_id is null then return null; end if;
  select * into pl from plans where id = p_plan;
  from_on := greatest(today_on(), pl.begins_on);
  begins := from_on + free.drawn * free.every_days;
  insert into study_enrolments (study_id, place, plan_id, enrolled_on, begins_on) values (free.study_id, free.place, p_plan, from_on, begins);
  insert into plan_drawn_starts (id, public_id, participant_id, plan_id, begins_on, asked_by, drawn_at) values (p_id, p_public, pl.participant_id, p_plan, begins, actor_id(), moment());
  return begins;
end $$;
revoke execute on function free_place_for(int) from public;
grant execute on function may_draw_beginning(int), draw_beginning(int, int, text) to :casework;

-- Opens a study for this piece of work. Gives whether there is such a locked study; its key is made the first time.
create or replace function open_study(p_public text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare s int;
begin
  if not has_right('evaluation_data', 'read', 'all') then return false; end if;
  select id into s from studies where public_id = p_public and locked_at is not null;
  if s is null then return false; end if;
  insert into date_secrets (secret) values (gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing;
  insert into study_keys (study_id, secret) values (s, gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing;
  perform set_config('app.study', s::text, true);
  return true;
end $$;
grant execute on function open_study(text) to :evaluator;

-- The study that this work may see outcomes of; nothing unless it is locked, whatever was set.
create or replace function study_in_force() returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.study', true) is null or current_setting('app.study', true) = '' or not has_right('evaluation_data', 'read', 'all') then return null; end if;
  return (select s.id from studies s where s.id = current_setting('app.study', true)::int and s.locked_at is not null);
end $$;

comment on table study_keys is 'What a study''s pseudonyms are made from. Nobody reads it but the functions of the views; without it no key leads back to a person.';
-- What a person is called in this study: not to be guessed, and another in every other study.
create or replace function study_key(secret text, id text) returns text language sql immutable as
  $$ select substr(encode(sha256(convert_to(secret || ':' || id, 'UTF8')), 'hex'), 1, 10) $$;
-- By how many days a person's dates are moved: whole weeks, half a year either way, the same for all of one person's dates and in every study. A person can be known
-- again in a second study by what happened on which days; were the dates moved anew there, the mean over many studies would be the true ones. It is made from the
-- person's random name with the secret of this service: neither leads to it alone. What it cannot hide: the last date of somebody who is met every week lies near today.
create policy date_secrets_owner on date_secrets for select to :owner using (true);
create policy date_secrets_made_by_owner on date_secrets for insert to :owner with check (true);
drop function if exists study_shift(text, text);
create or replace function study_shift(public_id text) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare k text;
begin
  select d.secret into k from date_secrets d;
  return ((('x' || substr(encode(sha256(convert_to(k || ':dates of ' || public_id, 'UTF8')), 'hex'), 1, 6))::bit(24)::int % 53) - 26) * 7;
end $$;
revoke all on function study_shift(text) from public;

-- An evaluator signs in like everybody else, but their work reaches the database as a role of its own, which can enter no shape and sees no table of a room.
grant execute on function actor_kind(), actor_id(), actor_name(), actor_shape(), moment(), today_on(), focus_id(), is_allowed(text, text), has_right(text, text, text), roles_held(), acting_roles(),
  is_at_a_browser(), open_work(text, int, text, text, timestamptz, text, text) to :evaluator;
grant insert on access_log to :evaluator;
create policy access_log_write_evaluator on access_log for insert to :evaluator
  with check (actor_kind = (select actor_kind()) and actor_id = (select actor_id()) and actor_name = (select actor_name()) and shape = (select actor_shape()) and shape = 'evaluator'
    and actor_roles = (select acting_roles()));
grant select, insert, update (fields, saved_at, expires_at), delete on drafts to :evaluator;
grant select, insert, update (answer), delete on idempotency_keys to :evaluator;
create policy drafts_of_evaluators on drafts to :evaluator using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
create policy idempotency_keys_of_evaluators on idempotency_keys to :evaluator using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
grant select on programme_versions, services to :evaluator;
create policy programme_versions_read_by_evaluators on programme_versions for select to :evaluator using (true);
create policy services_read_by_evaluators on services for select to :evaluator using (true);
