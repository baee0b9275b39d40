-- Why: a way back (re_entries) is read by everybody who reads how far somebody is, the circle with them; whether the person had taken their yes back belongs to their answers, which fewer
-- read. It stood beside the way back and was kept from the others by the verb alone. It is found among the answers and withdrawals, under their own policies, and needs no copy.
-- Undo by hand: alter table re_entries add column needs_yes boolean; it is filled from consents and withdrawals as of recorded_at (cameWithoutAYes in src/transitions/recall/recall.queries.ts).
alter table re_entries drop column needs_yes;
comment on table re_entries is 'That somebody who had ended comes back into the programme, why, and when they had ended. Whether a new yes is needed is read from their answers. The plan before stays history.';
