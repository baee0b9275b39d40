-- Why: the figures of all units by month and programme were added up by whoever asked, from one row a unit: two hundred units made the answer two hundred times as long.
-- What is shown together is kept together, and made only of what is shown of the units, so that nobody learns a small unit's count by subtracting.
-- Undo by hand: drop table session_months_together;

create table session_months_together (
  month date not null,
  programme text not null,
  held int not null,
  missed int not null,
  constraint session_months_together_once primary key (month, programme),
  constraint session_months_together_begin_months check (extract(day from month) = 1)
);
comment on table session_months_together is 'Meetings held and missed in a month under a programme ('''': none), of all units together in which at least five people met; counted together with the units.';

alter table session_months_together enable row level security;
alter table session_months_together force row level security;
