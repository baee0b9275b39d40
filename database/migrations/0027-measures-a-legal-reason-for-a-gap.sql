-- Why: what cannot be answered because guilt is open is "not assessed (legal)": a reason of its own, never a zero and never "did not want to say".
-- Undo by hand: put the constraint back without 'legal', once no row says so.

alter table measures drop constraint measures_missing_known;
alter table measures add constraint measures_missing_known check (missing is null or missing in ('not-asked', 'did-not-want', 'could-not-say', 'legal', 'empty-in-file', 'marked-in-file', 'item-missing'));
