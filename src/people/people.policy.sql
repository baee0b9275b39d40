-- Names of colleagues and units are the house's directory: staff see them all, a person sees their own team, nobody sees what was checked about them here.

create policy units_owner on units for select to :owner using (true);
create policy colleagues_owner on colleagues for select to :owner using (true);
create policy services_owner on services for select to :owner using (true);

grant select on services, units to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
grant insert on services, units to :administrator, :machine;
grant update (name, time_zone, languages, holidays, codes_required, revision) on services to :administrator;
-- In a demonstration the founder alone pretends another day.
grant update (clock_on) on services to :machine;
grant update (closed_on) on units to :administrator;
create policy services_read on services for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine using (true);
create policy services_edit on services for update to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')));
create policy services_found on services for insert to :machine with check ((select actor_name()) = 'founder');
create policy services_clock on services for update to :machine using ((select actor_name()) = 'founder');
create policy units_read on units for select to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine using (true);
create policy units_write on units for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')));
create policy units_edit on units for update to :administrator using ((select has_right('accounts_and_settings', 'write', 'all')));
create policy units_found on units for insert to :machine with check ((select actor_name()) = 'founder');

grant select on colleagues to :casework, :person, :referrer, :counts, :oversight, :administrator, :machine;
-- What somebody is called stays: the log and every signature name them by it.
grant insert on colleagues to :administrator, :machine;
create policy colleagues_read_staff on colleagues for select to :casework, :referrer, :counts, :oversight, :administrator using ((select actor_kind()) = 'colleague');
create policy colleagues_read_own_team on colleagues for select to :person using (id = any ((select team_of_mine())::int[]));
create policy colleagues_read_machine on colleagues for select to :machine using ((select actor_name()) in ('doorkeeper', 'founder'));
create policy colleagues_write on colleagues for insert to :administrator with check ((select has_right('accounts_and_settings', 'write', 'all')));
create policy colleagues_found on colleagues for insert to :machine with check ((select actor_name()) = 'founder');

-- A unit closes once.
create policy units_closed_once on units as restrictive for update to :administrator using (closed_on is null) with check (closed_on = (select today_on()));
