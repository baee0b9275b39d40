-- A directory about nobody: no row names a person, so no record of access.yaml guards it. Whoever works with somebody reads it, and so does the person;
-- coordinators write it, at a browser, and never over what was told before.

grant select on community_places, community_place_facts to :casework, :person;
grant insert on community_places, community_place_facts to :casework;
grant update (revision, closed_on, closed_why, closed_by) on community_places to :casework;

create policy community_places_read on community_places for select to :casework, :person using (true);
create policy community_places_add on community_places for insert to :casework
  with check ('coordinator' = any ((select roles_held())::text[]) and (select is_at_a_browser()) and closed_on is null);
create policy community_places_change on community_places for update to :casework
  using ('coordinator' = any ((select roles_held())::text[]) and (select is_at_a_browser()) and closed_on is null) with check (closed_by is null or closed_by = (select actor_id()));

create policy community_place_facts_read on community_place_facts for select to :casework, :person using (true);
create policy community_place_facts_tell on community_place_facts for insert to :casework
  with check ('coordinator' = any ((select roles_held())::text[]) and (select is_at_a_browser()) and told_by = (select actor_id())
    and exists (select from community_places p where p.id = place_id and p.closed_on is null));
