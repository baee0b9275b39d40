-- How it goes: the person's own, read and written by those who work on it with them. Nobody reads it for a decision about the person.

-- measure
grant select on measures to :casework, :person, :oversight;
grant insert on measures to :casework, :person;
-- What was said stays; only its writer takes it back or corrects it, and the rest of the row cannot be touched at all.
grant update (value, missing, own_words, recorded_at, taken_back_at, revision) on measures to :casework, :person;
create policy measure_read_team on measures for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'team'))::int[]));
create policy measure_read_agreed on measures for select to :casework using (participant_id = any ((select people_for('measure', 'read', 'agreed'))::int[]));
create policy measure_read_request on measures for select to :oversight using (participant_id = any ((select people_for('measure', 'read', 'request'))::int[]));
create policy measure_read_mine on measures for select to :person using (participant_id = any ((select people_for('measure', 'read', 'mine'))::int[]));
create policy measure_write_team on measures for insert to :casework with check (
  participant_id = any ((select people_for('measure', 'write', 'team'))::int[]) and way = 'with-person' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy measure_write_mine on measures for insert to :person with check (
  participant_id = any ((select people_for('measure', 'write', 'mine'))::int[]) and way = 'by-person' and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));
create policy measure_change_team on measures for update to :casework using (
  participant_id = any ((select people_for('measure', 'write', 'team'))::int[]) and way = 'with-person' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy measure_change_mine on measures for update to :person using (
  participant_id = any ((select people_for('measure', 'write', 'mine'))::int[]) and way = 'by-person' and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));
