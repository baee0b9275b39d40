-- Why: somebody was named for the wrong session, could not come, or sat in at something that should not count. An observation is taken back with a reason and stays in sight; what
-- was said in it is not counted any more, and what it opened is closed at once.
-- Undo by hand: drop index observations_once_a_session; alter table observations drop column withdrawn_at, drop column withdrawn_by, drop column withdrawn_why; alter table observations add constraint observations_once_a_session unique (session_id, author_id);

alter table observations add column withdrawn_at timestamptz, add column withdrawn_by int references colleagues, add column withdrawn_why text;
alter table observations add constraint observations_withdrawn_with_a_reason check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null) and length(withdrawn_why) between 1 and 500);
alter table observations drop constraint observations_once_a_session;
create unique index observations_once_a_session on observations (session_id, author_id) where withdrawn_at is null;
comment on column observations.withdrawn_why is 'Why the observation was taken back, by the observer or, before anything was rated, by whoever named them. What was rated in it stays and is not counted.';
