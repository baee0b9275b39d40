-- Drafts and answered keys belong to whoever wrote them, in every shape; a mapping belongs to those who import.

grant select, insert, update, delete on drafts to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy drafts_own on drafts to :casework, :person, :referrer, :counts, :oversight, :administrator
  using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
create policy drafts_expire on drafts for delete to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));
create policy drafts_seen_by_caretaker on drafts for select to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));
-- A form sent after its sign-in ran out is kept as a draft of the person who wrote it, by the doorkeeper, who cannot read it back.
create policy drafts_kept_at_the_door on drafts for insert to :machine with check ((select actor_name()) = 'doorkeeper');

grant select, insert, update, delete on idempotency_keys to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy idempotency_keys_own on idempotency_keys to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine
  using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
create policy idempotency_keys_expire on idempotency_keys for delete to :machine
  using ((select actor_name()) = 'caretaker' and made_at < (select moment()) - interval '7 days');
create policy idempotency_keys_seen_by_caretaker on idempotency_keys for select to :machine
  using ((select actor_name()) = 'caretaker' and made_at < (select moment()) - interval '7 days');

grant select, insert, update on column_mappings to :casework;
create policy column_mappings_read on column_mappings for select to :casework using ((select has_right('register', 'write', 'unit')));
create policy column_mappings_write on column_mappings for insert to :casework with check ((select has_right('register', 'write', 'unit')) and saved_by = (select actor_id()));
create policy column_mappings_renew on column_mappings for update to :casework using ((select has_right('register', 'write', 'unit')));

-- Asked by the web role itself, before any work: to which state was this database last brought?
create or replace function deployment_hash() returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select hash from deployments order by id desc limit 1 $$;
grant execute on function deployment_hash() to :web;

-- The one way into the queue of jobs, whose schema is the owner's alone. A job is named, and is given ids and nothing else.
create or replace function enqueue(job text, ids int[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(job, json_build_object('ids', coalesce(ids, '{}')));
end $$;
grant execute on function enqueue(text, int[]) to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
