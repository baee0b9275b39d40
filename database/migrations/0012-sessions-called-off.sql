-- Why: what was planned can be called off, by whoever planned it or because the person said stop. That is neither held nor missed, so it is a
-- word of its own: nobody's attendance is counted by it.
-- Undo by hand: delete from sessions where state = 'called-off'; alter table sessions drop constraint sessions_state_known, drop constraint sessions_missed_have_a_cause,
--   add constraint sessions_state_known check (state in ('planned', 'held', 'missed')), add constraint sessions_missed_have_a_cause check ((state = 'missed') = (cause is not null));

alter table sessions drop constraint sessions_state_known;
alter table sessions add constraint sessions_state_known check (state in ('planned', 'held', 'missed', 'called-off'));
alter table sessions drop constraint sessions_missed_have_a_cause;
alter table sessions add constraint sessions_missed_have_a_cause check (case state when 'missed' then cause is not null when 'called-off' then true else cause is null end);
comment on table sessions is 'When, where, how long, with whom; planned, held, missed with whose cause, or called off (without a cause: because the person said stop, or the plan ended). The service''s causes are the service''s. author_id is who meets the person.';
