-- Why: electronic monitoring is ordered only beside somebody who walks beside the person: never alone. The database refuses an order without one.
-- Undo by hand: drop table monitoring_orders.

create table monitoring_orders (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  support_id int not null references assignments on delete cascade,
  from_on date not null,
  until_on date not null,
  says text not null,
  authority text not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  ended_on date,
  ended_why text,
  constraint monitoring_orders_end_after_start check (until_on >= from_on),
  constraint monitoring_orders_ended_told_whole check (num_nonnulls(ended_on, ended_why) in (0, 2)),
  constraint monitoring_orders_lengths check (length(says) between 1 and 2000 and length(authority) between 1 and 200 and length(ended_why) between 1 and 500)
);
comment on table monitoring_orders is 'Electronic monitoring as an authority ordered it, with its end, and beside which support contact it was taken up: without a living one there is no order. It is never extended by itself.';
create index monitoring_orders_by_person on monitoring_orders (participant_id);
create index monitoring_orders_by_support on monitoring_orders (support_id);

alter table monitoring_orders enable row level security;
alter table monitoring_orders force row level security;
