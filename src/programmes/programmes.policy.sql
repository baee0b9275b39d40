-- What a programme is, is no secret and is about nobody: everybody may read it; who makes plans keeps the version that is used.
grant select on programme_versions to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
grant insert on programme_versions to :casework;
create policy programme_versions_read on programme_versions for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine using (true);
create policy programme_versions_keep on programme_versions for insert to :casework with check ((select actor_kind()) = 'colleague');
