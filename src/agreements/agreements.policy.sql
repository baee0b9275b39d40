-- agreement: who may read and write each row. Whoever is not named here meets an empty table: security has no grant at all.
-- Scopes are those of access.yaml. Each party signs or refuses for themselves alone, and nobody rewrites what was said: only the ending and the
-- count of changes of an agreement can be updated, nothing can be deleted.

grant select on agreements, agreement_versions, agreement_clauses, agreement_parties, agreement_signatures, agreement_reviews, clause_outcomes to :casework, :person, :oversight;
grant insert on agreements, agreement_versions, agreement_clauses, agreement_parties, agreement_signatures, agreement_reviews, clause_outcomes to :casework;
grant update (ended_on, ended_at, ended_word, ended_reason, ended_by, revision) on agreements to :casework;
grant insert on agreement_signatures to :person;

-- agreements
create policy agreements_read_team on agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreements_read_staff on agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreements_read_agreed on agreements for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreements_read_request on agreements for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreements_read_mine on agreements for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy agreements_propose_team on agreements for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and ended_on is null);
create policy agreements_change_team on agreements for update to :casework using (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and ended_on is null)
  with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and (ended_by is null or ended_by = (select actor_id()) and ended_at = (select moment()) and ended_on = (select today_on())));

-- agreement_versions
create policy agreement_versions_read_team on agreement_versions for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreement_versions_read_staff on agreement_versions for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreement_versions_read_agreed on agreement_versions for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreement_versions_read_request on agreement_versions for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreement_versions_read_mine on agreement_versions for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy agreement_versions_write_team on agreement_versions for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and proposed_by = (select actor_id()));

-- agreement_clauses
create policy agreement_clauses_read_team on agreement_clauses for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreement_clauses_read_staff on agreement_clauses for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreement_clauses_read_agreed on agreement_clauses for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreement_clauses_read_request on agreement_clauses for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreement_clauses_read_mine on agreement_clauses for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy agreement_clauses_write_team on agreement_clauses for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]));

-- agreement_parties
create policy agreement_parties_read_team on agreement_parties for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreement_parties_read_staff on agreement_parties for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreement_parties_read_agreed on agreement_parties for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreement_parties_read_request on agreement_parties for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreement_parties_read_mine on agreement_parties for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy agreement_parties_write_team on agreement_parties for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]));

-- agreement_signatures
create policy agreement_signatures_read_team on agreement_signatures for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreement_signatures_read_staff on agreement_signatures for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreement_signatures_read_agreed on agreement_signatures for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreement_signatures_read_request on agreement_signatures for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreement_signatures_read_mine on agreement_signatures for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
-- For themselves alone: the party of this row is the one who acts.
create policy agreement_signatures_write_own on agreement_signatures for insert to :casework with check (
  participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and way = 'own-account' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id())
  and exists (select from agreement_parties p where p.id = party_id and p.colleague_id = (select actor_id())));
create policy agreement_signatures_write_mine on agreement_signatures for insert to :person with check (
  participant_id = any ((select people_for('agreement', 'write', 'mine'))::int[]) and way = 'own-account' and recorded_by_kind = 'participant' and recorded_by = (select actor_id())
  and exists (select from agreement_parties p where p.id = party_id and p.colleague_id is null));
-- On paper: the person's own answer alone can be recorded so, by another party of the same version, who says who saw it.
create policy agreement_signatures_record_paper on agreement_signatures for insert to :casework with check (
  participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and way = 'on-paper' and recorded_by_kind = 'colleague' and recorded_by = (select actor_id())
  and exists (select from agreement_parties p join agreement_parties other on other.version_id = p.version_id
    where p.id = party_id and p.colleague_id is null and other.colleague_id = (select actor_id())));

-- agreement_reviews
create policy agreement_reviews_read_team on agreement_reviews for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy agreement_reviews_read_staff on agreement_reviews for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy agreement_reviews_read_agreed on agreement_reviews for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy agreement_reviews_read_request on agreement_reviews for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy agreement_reviews_read_mine on agreement_reviews for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy agreement_reviews_write_team on agreement_reviews for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));

-- clause_outcomes
create policy clause_outcomes_read_team on clause_outcomes for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'team'))::int[]));
create policy clause_outcomes_read_staff on clause_outcomes for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'staff'))::int[]));
create policy clause_outcomes_read_agreed on clause_outcomes for select to :casework using (participant_id = any ((select people_for('agreement', 'read', 'agreed'))::int[]));
create policy clause_outcomes_read_request on clause_outcomes for select to :oversight using (participant_id = any ((select people_for('agreement', 'read', 'request'))::int[]));
create policy clause_outcomes_read_mine on clause_outcomes for select to :person using (participant_id = any ((select people_for('agreement', 'read', 'mine'))::int[]));
create policy clause_outcomes_write_team on clause_outcomes for insert to :casework with check (participant_id = any ((select people_for('agreement', 'write', 'team'))::int[]));

-- head: count. How many agreements, never whose; a number below five is not given, so that it cannot point at a person.
create policy agreements_owner on agreements for select to :owner using (true);
create policy agreement_reviews_owner on agreement_reviews for select to :owner using (true);
drop function if exists agreement_counts();
create function agreement_counts() returns table (what text, how_many int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('agreement', 'read', 'count') then return; end if;
  return query
    with counted as (
      select 'open' as what, count(*)::int as how_many from agreements where ended_on is null
      union all select 'ended', count(*)::int from agreements where ended_on is not null
      union all select 'reviewed', count(distinct r.agreement_id)::int from agreement_reviews r where r.held_on > today_on() - interval '3 months')
    select c.what, case when c.how_many >= 5 then c.how_many end from counted c;
end $$;
grant execute on function agreement_counts() to :counts;

-- What was decided to be erased, on its day, by the caretaker. An agreement whose words are gone stays as long as a meeting rests on it.
grant select (participant_id, proposed_at), delete on agreement_versions to :machine;
grant select (id, participant_id, ended_at), delete on agreements to :machine;
create policy agreement_versions_erased on agreement_versions to :machine using (participant_id = any ((select people_to_erase('agreements'))::int[])) with check (false);
create policy agreements_erased on agreements to :machine using (participant_id = any ((select people_to_erase('agreements'))::int[]) and participant_id = any ((select people_to_erase('measures'))::int[])
  and participant_id = any ((select people_to_erase('sessions'))::int[]) and participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);

-- What is proposed, answered and reviewed carries the moment in which it is written, past the verbs too.
create policy agreement_versions_in_their_moment on agreement_versions as restrictive for insert to :casework with check (proposed_at = (select moment()));
create policy agreement_signatures_in_their_moment on agreement_signatures as restrictive for insert to :casework, :person with check (recorded_at = (select moment()));
create policy agreement_reviews_in_their_moment on agreement_reviews as restrictive for insert to :casework with check (recorded_at = (select moment()));
