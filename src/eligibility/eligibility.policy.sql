-- Whether a programme's rules are met by a person. What the coordinator and the case manager write down belongs to the referral, for which it is asked; what the assessor
-- finds is the state of the assessment ("which rule is met, with its evidence line"). Nobody changes or takes away an answer: there is no update and no delete.

grant select on eligibility_answers to :casework, :person, :oversight;
grant insert on eligibility_answers to :casework;

-- eligibility_answers: referral
create policy eligibility_answers_read_unit on eligibility_answers for select to :casework using (participant_id = any ((select people_for('referral', 'read', 'unit'))::int[]));
create policy eligibility_answers_read_team on eligibility_answers for select to :casework using (participant_id = any ((select people_for('referral', 'read', 'team'))::int[]));
create policy eligibility_answers_read_own on eligibility_answers for select to :casework
  using (written_by = (select actor_id()) and participant_id = any ((select people_for('referral', 'read', 'own'))::int[]));
create policy eligibility_answers_read_request on eligibility_answers for select to :oversight using (participant_id = any ((select people_for('referral', 'read', 'request'))::int[]));
create policy eligibility_answers_read_mine on eligibility_answers for select to :person using (participant_id = any ((select people_for('referral', 'read', 'mine'))::int[]));
create policy eligibility_answers_write_unit on eligibility_answers for insert to :casework
  with check (participant_id = any ((select people_for('referral', 'write', 'unit'))::int[]) and written_by = (select actor_id()));
create policy eligibility_answers_write_own on eligibility_answers for insert to :casework
  with check (participant_id = any ((select people_for('referral', 'write', 'own'))::int[]) and written_by = (select actor_id()));

-- assessor_answers: assessment_state
grant select on assessor_answers to :casework, :person;
grant insert on assessor_answers to :casework;
create policy assessor_answers_read_team on assessor_answers for select to :casework using (participant_id = any ((select people_for('assessment_state', 'read', 'team'))::int[]));
create policy assessor_answers_read_mine on assessor_answers for select to :person using (participant_id = any ((select people_for('assessment_state', 'read', 'mine'))::int[]));
create policy assessor_answers_write_team on assessor_answers for insert to :casework
  with check (participant_id = any ((select people_for('assessment_state', 'write', 'team'))::int[]) and written_by = (select actor_id()));

-- What was decided to be erased, on its day, by the caretaker.
grant select (participant_id, written_at), delete on eligibility_answers to :machine;
grant select (participant_id, written_at), delete on assessor_answers to :machine;
create policy eligibility_answers_erased on eligibility_answers to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy assessor_answers_erased on assessor_answers to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- What is answered carries the moment in which it is written, past the verbs too.
create policy eligibility_answers_in_their_moment on eligibility_answers as restrictive for insert to :casework with check (written_at = (select moment()));
create policy assessor_answers_in_their_moment on assessor_answers as restrictive for insert to :casework with check (written_at = (select moment()));
