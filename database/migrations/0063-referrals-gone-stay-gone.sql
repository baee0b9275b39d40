-- Why: a referral that led nowhere is erased on its day, and an old file brought it back: nothing knew that it had been here. And a row that two units had taken in was known again by the
-- first of them alone, so that the second doubled it with each file.
-- Undo by hand: drop table referrals_gone, referral_secrets; delete from referral_keys a using referral_keys b where a.key = b.key and a.referral_id > b.referral_id;
--   alter table referral_keys drop constraint referral_keys_pkey, add primary key (key);

alter table referral_keys drop constraint referral_keys_pkey, add primary key (key, referral_id);

create table referral_secrets (
  id int primary key default 1,
  secret text not null,
  constraint referral_secrets_only_one check (id = 1)
);
comment on table referral_secrets is 'By what prints of erased referrals are made in this service. Made with the first that is erased and never told: without it nobody tries out names against the prints.';

create table referrals_gone (
  mark text primary key,
  forget_on date not null
);
comment on table referrals_gone is 'Prints of referrals that were erased on their day: of the number, of name and birth, of the name, each with the day on which it was asked. They hold nothing about anybody and are read by one question alone: whether a row of a file is such a one. Forgotten after ten years.';
create index referrals_gone_to_forget on referrals_gone (forget_on);

alter table referral_secrets enable row level security;
alter table referral_secrets force row level security;
alter table referrals_gone enable row level security;
alter table referrals_gone force row level security;
