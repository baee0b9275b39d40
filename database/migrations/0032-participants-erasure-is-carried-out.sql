-- Why: what was decided to be erased is erased when its day comes, and it is written down that it was; a withdrawal of the data itself asks for a decision too.
-- Undo by hand: alter table erasure_requests drop column erase_on, drop constraint erasure_requests_cause_known; delete from erasure_requests where cause = 'withdrawn';
--   alter table erasure_requests add constraint erasure_requests_cause_known check (cause in ('asked', 'acquitted')); alter table erasure_decisions drop column carried_out_at;

alter table erasure_requests drop constraint erasure_requests_cause_known;
alter table erasure_requests add constraint erasure_requests_cause_known check (cause in ('asked', 'acquitted', 'withdrawn'));
alter table erasure_requests add column erase_on date;
alter table erasure_requests add constraint erasure_requests_erased_after_the_answer check (erase_on is null or answered_at is not null);
comment on column erasure_requests.erase_on is 'The day on which what was decided to be erased is erased: some days after the answer, so that the person can read it and object.';
alter table erasure_decisions add column carried_out_at timestamptz;
alter table erasure_decisions add constraint erasure_decisions_only_erasing_is_carried_out check (carried_out_at is null or decision = 'erase');
comment on column erasure_decisions.carried_out_at is 'When it was done. What was erased is nowhere any more; that it was, and on which grounds, stays.';
create index erasure_requests_to_carry_out on erasure_requests (erase_on) where erase_on is not null;
