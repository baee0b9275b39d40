-- Why: what is decided to be kept apart is closed to the team, so nearly every piece of work asks whether anything is; few decisions are of this kind, and an index of them alone answers at once.
-- Undo by hand: drop index erasure_decisions_kept_apart, erasure_decisions_of_item;

create index erasure_decisions_kept_apart on erasure_decisions (request_id) where decision = 'restrict';
create index erasure_decisions_of_item on erasure_decisions (item, decided_at);
