-- Why: an hour with somebody inside takes a colleague an afternoon. What they needed before it and on the way is written beside the length of the meeting: time of the colleague, never dose of
-- the person. It may be left out, and nobody is asked about it twice.
-- Undo by hand: alter table sessions drop column preparation_minutes, drop column travel_minutes;

alter table sessions add column preparation_minutes int, add column travel_minutes int;
alter table sessions add constraint sessions_preparation_of_a_day check (preparation_minutes between 0 and 480);
alter table sessions add constraint sessions_travel_of_a_day check (travel_minutes between 0 and 720);
alter table sessions add constraint sessions_time_around_once_recorded check (state in ('held', 'missed', 'struck') or (preparation_minutes is null and travel_minutes is null));
comment on column sessions.preparation_minutes is 'What whoever held it needed to prepare, as they say: their time, never dose. Empty where nothing was said.';
comment on column sessions.travel_minutes is 'What the way there and back took, as they say, also where the meeting was missed: their time, never dose. Empty where nothing was said.';
