-- Why: a restriction has to be looked at again while it runs, and an order of monitoring had a first and a last day and nothing between them: a band could be worn for a year without anybody asking
-- whether it is still needed.
-- Undo by hand: drop table monitoring_reviews; alter table monitoring_orders drop column review_on, drop constraint monitoring_orders_of_one_person.

alter table monitoring_orders add column review_on date, add constraint monitoring_orders_of_one_person unique (id, participant_id),
  add constraint monitoring_orders_looked_at_while_they_run check (review_on between from_on and until_on);
comment on column monitoring_orders.review_on is 'The day by which it is first looked at again. Nothing: recorded before it was asked for; three months after it began.';

create table monitoring_reviews (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  order_id int not null,
  finding text not null,
  words text not null,
  own_words text not null default '',
  next_on date not null,
  reviewed_by int not null references colleagues,
  reviewed_at timestamptz not null,
  constraint monitoring_reviews_of_one_person foreign key (order_id, participant_id) references monitoring_orders (id, participant_id) on delete cascade,
  constraint monitoring_reviews_finding_known check (finding in ('needed', 'ease', 'lift')),
  constraint monitoring_reviews_lengths check (length(words) between 1 and 2000 and length(own_words) <= 2000)
);
comment on table monitoring_reviews is 'That the case manager looked at an order of monitoring again: whether it is still needed or the authority is asked to ease or lift it, why nothing lighter would do, what the person says, and the day of the next look.';
create index monitoring_reviews_by_order on monitoring_reviews (order_id, reviewed_at);
create index monitoring_reviews_by_person on monitoring_reviews (participant_id);

alter table monitoring_reviews enable row level security;
alter table monitoring_reviews force row level security;
