-- Why: a person's dates are moved by weeks that were made from their random name alone; whoever once saw that name in an address could have reckoned them out. They are now made with a
-- secret of this service.
-- Undo by hand: drop table date_secrets; (and the older study_shift: dates are then moved by other weeks)

create table date_secrets (
  id int primary key default 1,
  secret text not null,
  constraint date_secrets_only_one check (id = 1)
);
comment on table date_secrets is 'By what the dates of people are moved in every study of this service. Made with the first study that is opened, never told, never changed: with another secret one person''s dates would be moved twice, and both together say more than one.';
alter table date_secrets enable row level security;
alter table date_secrets force row level security;
