-- Why: how much of a programme was given, and whose cause it was when not, is asked by the head of programmes. What they are told is protected before it is kept: nobody but the caretaker's
-- job ever holds the true figures, and it throws them away.
-- Undo by hand: drop function keep_deliveries(date, jsonb, jsonb), delivery_counts(date), delivery_workers(date); drop table delivery_cells, delivery_workers_told, deliveries_counted;

create table delivery_cells (
  programme text not null,
  outcomes text[] not null,
  quarters date[] not null,
  sessions int,
  constraint delivery_cells_once unique (programme, outcomes, quarters),
  constraint delivery_cells_in_steps check (sessions >= 0 and sessions % 5 = 0)
);
comment on table delivery_cells is 'For each programme, how many sessions were held or did not take place and for whose cause, by quarters; without outcomes or without quarters: all together. In steps of five; nothing where the figure is withheld, so that no cell of few people can be worked out from the others.';

create table delivery_workers_told (
  programme text not null,
  least int not null,
  most int,
  people int not null,
  constraint delivery_workers_once unique (programme, least),
  constraint delivery_workers_in_steps check (people >= 0 and people % 5 = 0)
);
comment on table delivery_workers_told is 'For each programme, how many people met so many colleagues in the sessions that were held in the last year. In steps of five; numbers of colleagues with few people are put together.';

create table deliveries_counted (
  id int primary key default 1,
  counted_at timestamptz not null,
  from_on date not null,
  constraint deliveries_counted_only_one check (id = 1)
);
comment on table deliveries_counted is 'When what programmes gave was last counted, and from which day on.';

alter table delivery_cells enable row level security;
alter table delivery_cells force row level security;
alter table delivery_workers_told enable row level security;
alter table delivery_workers_told force row level security;
alter table deliveries_counted enable row level security;
alter table deliveries_counted force row level security;
