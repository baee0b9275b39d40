-- Why: that nobody holds two roles for one person at once was kept by an index that answers "this colleague and this person", too, at three times the cost of a tree, and the planner took it for nearly every question under the guard. It is written so that only its own check can use it; the trees hold what is asked beside.
-- Undo by hand: put back the constraint and the two indexes of 0004.

alter table assignments
  drop constraint assignments_one_role_at_a_time,
  add constraint assignments_one_role_at_a_time exclude using gist (
    int4range(colleague_id, colleague_id, '[]') with &&, int4range(participant_id, participant_id, '[]') with &&, tstzrange(from_at, until_at) with &&);

drop index assignments_by_colleague;
create index assignments_by_colleague on assignments (colleague_id, participant_id) include (role, from_at, until_at);
drop index assignments_by_participant;
create index assignments_by_participant on assignments (participant_id, colleague_id) include (role, from_at, until_at);
