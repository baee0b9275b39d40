-- Why: how many meetings there were each month is asked by the head of programmes and must not go through millions of rows each time. The counts are kept, with
-- the moment when they were made; nobody but the caretaker's job writes them.
-- Undo by hand: drop table session_months; drop table session_months_counted;

create table session_months (
  month date not null,
  unit_id int references units,
  programme text not null,
  held int not null,
  missed int not null,
  people int not null,
  constraint session_months_counted_once unique nulls not distinct (month, unit_id, programme),
  constraint session_months_begin_months check (extract(day from month) = 1)
);
comment on table session_months is 'Meetings held and missed in a month, by the unit where the person is and the programme of the plan ('''': none), and with how many people: what points at few of them is told to nobody.';

create table session_months_counted (
  id int primary key default 1,
  counted_at timestamptz not null,
  constraint session_months_counted_only_one check (id = 1)
);
comment on table session_months_counted is 'When the meetings of all months were last counted.';

alter table session_months enable row level security;
alter table session_months force row level security;
alter table session_months_counted enable row level security;
alter table session_months_counted force row level security;
