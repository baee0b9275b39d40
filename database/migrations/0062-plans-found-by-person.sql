-- Why: plans that have ended are asked for by person since there are reports at the end and changes of programme, on each colleague's day. Only the open plan of a
-- person could be found so; for the others all plans were gone through.
-- Undo by hand: drop index plans_by_person;

create index plans_by_person on plans (participant_id);
