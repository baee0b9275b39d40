-- Why: a place of a draw that somebody took stays theirs, also when their plan is erased: given to somebody else, the draw would no longer be what chance arranged.
-- Undo by hand: delete from study_enrolments where plan_id is null; alter table study_enrolments alter column plan_id set not null, drop constraint study_enrolments_plan_id_fkey,
--   add constraint study_enrolments_plan_id_fkey foreign key (plan_id) references plans on delete cascade;

alter table study_enrolments alter column plan_id drop not null;
alter table study_enrolments drop constraint study_enrolments_plan_id_fkey;
alter table study_enrolments add constraint study_enrolments_plan_id_fkey foreign key (plan_id) references plans on delete set null;
