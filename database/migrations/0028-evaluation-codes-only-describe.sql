-- Why: decision 0027 allows a study of codes no design but the one that describes, and no phases but the first ones against the later ones. The database holds to it too.
-- Undo by hand: alter table studies drop constraint studies_of_codes_describe;

alter table studies add constraint studies_of_codes_describe check (outcome_kind <> 'code' or (design = 'ab' and phases = 'first-ones'));
