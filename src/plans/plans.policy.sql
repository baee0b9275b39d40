-- A plan's dates, and its content: two records with different readers.

-- plan_dates
grant select on plans to :casework, :person, :oversight;
grant insert, update on plans to :casework;
create policy plan_dates_read_team on plans for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy plan_dates_read_agreed on plans for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy plan_dates_read_request on plans for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy plan_dates_read_mine on plans for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy plan_dates_write_team on plans for insert to :casework with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and made_by = (select actor_id()));
create policy plan_dates_change_team on plans for update to :casework using (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- plan_content
grant select on plan_aims to :casework, :person, :oversight;
grant insert, update on plan_aims to :casework;
create policy plan_content_read_team on plan_aims for select to :casework using (participant_id = any ((select people_for('plan_content', 'read', 'team'))::int[]));
create policy plan_content_read_request on plan_aims for select to :oversight using (participant_id = any ((select people_for('plan_content', 'read', 'request'))::int[]));
create policy plan_content_read_mine on plan_aims for select to :person using (participant_id = any ((select people_for('plan_content', 'read', 'mine'))::int[]));
create policy plan_content_write_team on plan_aims for insert to :casework with check (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]) and written_by = (select actor_id()));
create policy plan_content_change_team on plan_aims for update to :casework using (participant_id = any ((select people_for('plan_content', 'write', 'team'))::int[]));
