-- Why: a row of advice or a safety plan could name one of somebody else as the one that it replaces. That held up the other person's replacing, and whether it was taken told that such a number stands there.
-- Undo by hand: put back the simple foreign keys of 0070 on replaces_id, and drop the two unique constraints.

alter table functional_advice
  add constraint functional_advice_of_a_person unique (id, participant_id),
  drop constraint functional_advice_replaces_id_fkey,
  add constraint functional_advice_replaces_of_the_same_person foreign key (replaces_id, participant_id) references functional_advice (id, participant_id) on delete set null (replaces_id);

alter table safety_plans
  add constraint safety_plans_of_a_person unique (id, participant_id),
  drop constraint safety_plans_replaces_id_fkey,
  add constraint safety_plans_replaces_of_the_same_person foreign key (replaces_id, participant_id) references safety_plans (id, participant_id) on delete set null (replaces_id);
