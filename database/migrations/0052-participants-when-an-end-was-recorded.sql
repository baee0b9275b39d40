-- Why: on the day on which guilt is no longer open a person can say yes anew, and that yes counts if it came after the end was recorded; a day alone does not tell which came first.
-- Undo by hand: alter table legal_statuses drop column ended_at;

alter table legal_statuses add column ended_at timestamptz;
comment on column legal_statuses.ended_at is 'When the end of the status was recorded, where it was recorded after the beginning.';
