-- Drafts and answered keys belong to whoever wrote them, in every shape; a mapping belongs to those who import.

grant select, insert, update (fields, saved_at, expires_at), delete on drafts to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy drafts_own on drafts to :casework, :person, :referrer, :counts, :oversight, :administrator
  using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
create policy drafts_expire on drafts for delete to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));
create policy drafts_seen_by_caretaker on drafts for select to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));
-- A form sent after its sign-in ran out is kept as a draft of the person who wrote it. The doorkeeper may put it there and can never read one.
create policy drafts_owner on drafts to :owner using (true) with check (true);
create or replace function keep_draft_at_the_door(p_id int, p_kind text, p_owner int, p_form text, p_fields jsonb, p_expires timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if actor_name() <> 'doorkeeper' then raise insufficient_privilege; end if;
  insert into drafts (id, owner_kind, owner_id, form, fields, saved_at, expires_at) values (p_id, p_kind, p_owner, p_form, p_fields, moment(), p_expires)
  on conflict (owner_kind, owner_id, form) do update set fields = excluded.fields, saved_at = excluded.saved_at, expires_at = excluded.expires_at;
end $$;
grant execute on function keep_draft_at_the_door(int, text, int, text, jsonb, timestamptz) to :machine;

grant select, insert, update (answer), delete on idempotency_keys to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
create policy idempotency_keys_own on idempotency_keys to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine
  using (owner_kind = (select actor_kind()) and owner_id = (select actor_id()))
  with check (owner_kind = (select actor_kind()) and owner_id = (select actor_id()));
create policy idempotency_keys_expire on idempotency_keys for delete to :machine
  using ((select actor_name()) = 'caretaker' and made_at < (select moment()) - interval '7 days');
create policy idempotency_keys_seen_by_caretaker on idempotency_keys for select to :machine
  using ((select actor_name()) = 'caretaker' and made_at < (select moment()) - interval '7 days');

grant select, insert, update (mapping, saved_by, saved_at) on column_mappings to :casework;
create policy column_mappings_read on column_mappings for select to :casework using ((select has_right('register', 'write', 'unit')));
create policy column_mappings_write on column_mappings for insert to :casework with check ((select has_right('register', 'write', 'unit')) and saved_by = (select actor_id()));
create policy column_mappings_renew on column_mappings for update to :casework using ((select has_right('register', 'write', 'unit'))) with check (saved_by = (select actor_id()));

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
-- The same, some minutes later by the queue's own clock. The job looks itself whether it is time: a rule never asks this clock.
create or replace function enqueue_in(job text, ids int[], minutes int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(job, json_build_object('ids', coalesce(ids, '{}')), run_at => now() + make_interval(mins => minutes));
end $$;
grant execute on function enqueue_in(text, int[], int) to :casework, :machine;

-- A file on its way in belongs to whoever sent it, and only a coordinator imports. The caretaker clears away what nobody confirmed.
grant select, insert, update (mapping, seal, confirming_at, row_done, rows, written, left_out, there_before, waiting, stopped_by, confirmed_at, survey, expires_at), delete on import_files to :casework;
grant select, insert, delete on import_pieces to :casework;
grant select, delete on import_files to :machine;
create policy import_files_own on import_files to :casework
  using (owner_id = (select actor_id()) and (select has_right('register', 'read', 'all'))) with check (owner_id = (select actor_id()) and (select has_right('register', 'read', 'all')));
create policy import_pieces_own on import_pieces to :casework
  using (exists (select from import_files f where f.id = file_id)) with check (exists (select from import_files f where f.id = file_id));
create policy import_files_seen_by_caretaker on import_files for select to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));
create policy import_files_expire on import_files for delete to :machine using ((select actor_name()) = 'caretaker' and expires_at < (select moment()));

-- What is being confirmed belongs to its sender still; the caretaker only finds that there is something to go on with, and whose.
create policy import_files_going_on on import_files for select to :machine using ((select actor_name()) = 'caretaker' and confirming_at is not null and confirmed_at is null);

-- The scope "import" of access.yaml: it holds in a transaction that names a file of the actor's own which they have confirmed and which is not
-- written to its end. Before and after it there is no such right, whatever the application asks for.
create policy import_files_owner on import_files for select to :owner using (true);
create or replace function is_importing(p_kind text, p_record text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return has_right(p_record, 'write', 'import') and exists (select from import_files f where f.public_id = current_setting('app.importing', true) and f.kind = p_kind
    and f.owner_id = actor_id() and f.confirming_at is not null and f.confirmed_at is null and f.expires_at > moment());
end $$;
-- Whether the actor has a file of this kind on its way in, confirmed or not: only about its rows may they learn what stands already.
create or replace function has_file(p_kind text, p_file text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from import_files f where f.public_id = p_file and f.kind = p_kind and f.owner_id = actor_id() and f.confirmed_at is null and f.expires_at > moment());
end $$;
grant execute on function is_importing(text, text), has_file(text, text) to :casework;
