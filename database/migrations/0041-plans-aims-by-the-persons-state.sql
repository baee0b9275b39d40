-- Why: a programme may have other aims for somebody who has begun to doubt than for somebody who left long ago. An aim says to which state it belongs, so that the plan shows
-- what holds now; when the person stands elsewhere again, so do the aims.
-- Undo by hand: alter table plan_aims drop column state;

alter table plan_aims add column state text;
alter table plan_aims add constraint plan_aims_state_is_named check (length(state) between 1 and 100);
comment on column plan_aims.state is 'The state of the programme''s definition to which the aim belongs; none: it holds wherever the person stands.';
