-- Why: programmes name a time of maintenance, and a meeting after the end could be wished for and neither planned nor recorded. It rests on the plan whose work was done and says
-- that it came after its end, so that no count of what the programme delivered takes it for treatment.
-- Undo by hand: alter table sessions drop column after_the_end;

alter table sessions add column after_the_end boolean not null default false;
alter table sessions add constraint sessions_after_the_end_of_a_plan check (not after_the_end or plan_id is not null);
comment on column sessions.after_the_end is 'The plan it rests on had ended with its work done: a meeting of the time of maintenance that the programme names, and no part of its dose.';
