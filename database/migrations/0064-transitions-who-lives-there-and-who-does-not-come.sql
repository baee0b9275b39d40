-- Why: a band at the ankle is worn in somebody's home, and nobody had asked those who live there; and a unit that had made room was told nothing when the person did not come after all.
-- Undo by hand: drop index unit_transfers_called_off; alter table monitoring_orders drop column household, drop column household_says.

alter table monitoring_orders add column household text not null default 'not-asked', add column household_says text not null default '',
  add constraint monitoring_orders_household_known check (household in ('alone', 'agreed', 'not-agreed', 'not-asked')),
  add constraint monitoring_orders_household_length check (length(household_says) <= 1000);
comment on column monitoring_orders.household is 'Whether those who live with the person were asked and agree. Not asked: recorded before it was asked for.';

create index unit_transfers_called_off on unit_transfers (to_unit_id, called_off_at) where called_off_at is not null;
