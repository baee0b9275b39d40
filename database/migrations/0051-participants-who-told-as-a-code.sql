-- Why: what comes over with a referral says from whom and of which day it is; it was kept as a sentence in the language of whoever decided, and everybody else read that language.
-- Undo by hand: alter table legal_statuses drop column told_on, drop column told_from; alter table releases drop column told_on, drop column told_from;

alter table legal_statuses add column told_on date;
alter table legal_statuses add column told_from text;
alter table legal_statuses add constraint legal_statuses_told_whole check ((told_on is null) = (told_from is null));
alter table legal_statuses add constraint legal_statuses_told_from_known check (told_from in ('security', 'self', 'case-manager', 'chaplain', 'court', 'family', 'other-agency', 'other', 'not-said'));
comment on column legal_statuses.told_from is 'By whom a referral told it, of the day told_on, as a code, so that everybody reads it in their own language; a name, or a source of the service''s own, stands in source.';
alter table releases add column told_on date;
alter table releases add column told_from text;
alter table releases add constraint releases_told_whole check ((told_on is null) = (told_from is null));
alter table releases add constraint releases_told_from_known check (told_from in ('security', 'self', 'case-manager', 'chaplain', 'court', 'family', 'other-agency', 'other', 'not-said'));
comment on column releases.told_from is 'By whom a referral told it, of the day told_on, as a code; a name, or a source of the service''s own, stands in reason.';
