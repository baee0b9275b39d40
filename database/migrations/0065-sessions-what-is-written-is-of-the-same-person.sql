-- Why: what was done in a session, its units, notes, moves and strikes name the session and the person, each for itself. Nothing but the verbs kept the two together: a row that names
-- somebody's session and another person would have been read by those who work with the other one. So does a session name its plan.
-- Undo by hand: alter table session_contents drop constraint session_contents_of_one_person, add foreign key (session_id) references sessions on delete cascade; the same for session_units,
--   facilitator_notes, mentor_notes, session_strikes, session_moves; alter table sessions drop constraint sessions_under_a_plan_of_theirs, add foreign key (plan_id) references plans, drop constraint sessions_of_one_person;
alter table sessions add constraint sessions_of_one_person unique (id, participant_id);
alter table sessions drop constraint sessions_plan_id_fkey;
alter table sessions add constraint sessions_under_a_plan_of_theirs foreign key (plan_id, participant_id) references plans (id, participant_id);

alter table session_contents drop constraint session_contents_session_id_fkey;
alter table session_contents add constraint session_contents_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
alter table session_units drop constraint session_units_session_id_fkey;
alter table session_units add constraint session_units_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
alter table facilitator_notes drop constraint facilitator_notes_session_id_fkey;
alter table facilitator_notes add constraint facilitator_notes_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
alter table mentor_notes drop constraint mentor_notes_session_id_fkey;
alter table mentor_notes add constraint mentor_notes_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
alter table session_strikes drop constraint session_strikes_session_id_fkey;
alter table session_strikes add constraint session_strikes_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
alter table session_moves drop constraint session_moves_session_id_fkey;
alter table session_moves add constraint session_moves_of_one_person foreign key (session_id, participant_id) references sessions (id, participant_id) on delete cascade;
