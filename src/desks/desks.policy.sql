-- A desk is opened by whoever may write referrals there: a case manager anywhere, a coordinator in their own unit. The doorkeeper works at it.

grant select (id, public_id, unit_id, place, opened_by, opened_at, ends_at, closed_at), insert, update (closed_at) on desks to :casework;
grant select on desks to :machine;
create policy desks_owner on desks for select to :owner using (true);
create policy desks_read_own on desks for select to :casework using (opened_by = (select actor_id()));
create policy desks_read_unit on desks for select to :casework using (unit_id = any ((select units_for('referral', 'write'))::int[]));
create policy desks_open_unit on desks for insert to :casework with check (opened_by = (select actor_id()) and unit_id = any ((select units_for('referral', 'write'))::int[]));
create policy desks_open_own on desks for insert to :casework with check (opened_by = (select actor_id()) and (select has_right('referral', 'write', 'own')));
create policy desks_close_own on desks for update to :casework using (opened_by = (select actor_id()));
create policy desks_close_unit on desks for update to :casework using (unit_id = any ((select units_for('referral', 'write'))::int[]));
create policy desks_worked_by_doorkeeper on desks for select to :machine using ((select actor_name()) = 'doorkeeper');

grant select, insert, delete on desk_uses to :machine;
create policy desk_uses_doorkeeper on desk_uses for select to :machine using ((select actor_name()) = 'doorkeeper');
create policy desk_uses_noted on desk_uses for insert to :machine with check ((select actor_name()) = 'doorkeeper');
create policy desk_uses_seen_by_caretaker on desk_uses for select to :machine using ((select actor_name()) = 'caretaker' and at < (select moment()) - interval '1 day');
create policy desk_uses_forgotten on desk_uses for delete to :machine using ((select actor_name()) = 'caretaker' and at < (select moment()) - interval '1 day');

-- A desk opens in its moment and for a working day at most, past the page too.
create policy desks_in_their_moment on desks as restrictive for insert to :casework with check (opened_at = (select moment()) and closed_at is null and ends_at <= (select moment()) + interval '12 hours');
-- A desk that was closed stays closed: it is opened anew, with another code.
create policy desks_closed_once on desks as restrictive for update to :casework using (closed_at is null) with check (closed_at = (select moment()));
