-- Why: a session had one cause for everything that went another way than planned. Each unit that was planned and not worked on, and each that was worked on and not planned, now has a reason of
-- its own: tailoring to a person and a closed gate are not the same, and both can happen in one hour. What was recorded before keeps its one cause for the whole session.
-- Undo by hand: alter table session_units drop column reason, drop column reason_words;

alter table session_units add column reason text, add column reason_words text not null default '';
alter table session_units add constraint session_units_reason_where_they_differ check (reason is null or planned <> delivered);
alter table session_units add constraint session_units_words_with_a_reason check (reason is not null or reason_words = '');
alter table session_units add constraint session_units_reason_known check (reason in ('cut-short', 'no-means', 'person-asked', 'too-early', 'came-first', 'needs-longer', 'came-up', 'not-open', 'other'));
comment on table session_units is 'Which units of the plan were planned for a session and which were worked on, by the name they had then. Both kept: dose is told as planned and as delivered. Where the two differ, why: a reason of the service''s list and the writer''s own words, written once. Records from before that list have one cause for the whole session, in session_contents.';
comment on column session_contents.differs_cause is 'For whose cause something else was done than planned, of the whole session: no longer written, since each unit has its own reason.';
