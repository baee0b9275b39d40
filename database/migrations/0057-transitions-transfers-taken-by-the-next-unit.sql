-- Why: between two prisons, or a prison and probation, people fell into the gap: the old unit had let go and the new one knew of nobody. A transfer is announced, told to
-- everybody on the team with who stays and who does not, and holds only when the next unit says that it has the person. Until then they belong to the unit that has them.
-- Undo by hand: drop table unit_transfer_notings, unit_transfer_members, unit_transfer_reasons, unit_transfers;

create table unit_transfers (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  from_unit_id int not null references units,
  to_unit_id int not null references units,
  moves_on date not null,
  announced_by int not null references colleagues,
  announced_at timestamptz not null,
  taken_by int references colleagues,
  taken_at timestamptz,
  called_off_by int references colleagues,
  called_off_at timestamptz,
  called_off_why text,
  constraint unit_transfers_to_another check (from_unit_id <> to_unit_id),
  constraint unit_transfers_taken_told_whole check (num_nonnulls(taken_by, taken_at) in (0, 2)),
  constraint unit_transfers_called_off_told_whole check (num_nonnulls(called_off_by, called_off_at, called_off_why) in (0, 3)),
  constraint unit_transfers_one_end check (taken_at is null or called_off_at is null),
  constraint unit_transfers_why_length check (length(called_off_why) between 1 and 500)
);
comment on table unit_transfers is 'That somebody goes over from one unit to another, from which day: announced, then taken over by the unit they come to, or called off. Of one person one at a time is open; those before stay.';
create unique index unit_transfers_one_open on unit_transfers (participant_id) where taken_at is null and called_off_at is null;
create index unit_transfers_by_person on unit_transfers (participant_id, announced_at);
create index unit_transfers_awaited on unit_transfers (to_unit_id) where taken_at is null and called_off_at is null;

create table unit_transfer_reasons (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  transfer_id int not null unique references unit_transfers on delete cascade,
  reason text not null,
  authority text not null,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint unit_transfer_reasons_lengths check (length(reason) between 1 and 2000 and length(authority) between 1 and 200)
);
comment on table unit_transfer_reasons is 'Why somebody goes over to another unit, and which authority said so. Fewer people read this than the day and the place.';
create index unit_transfer_reasons_by_person on unit_transfer_reasons (participant_id);

create table unit_transfer_members (
  id int primary key,
  transfer_id int not null references unit_transfers on delete cascade,
  assignment_id int not null references assignments on delete cascade,
  stays boolean not null,
  constraint unit_transfer_members_once unique (transfer_id, assignment_id)
);
comment on table unit_transfer_members is 'Of each member of the team at the time of the announcement, whether they go on with the person or end when the next unit takes over. Nobody is kept or dropped in silence.';
create index unit_transfer_members_by_assignment on unit_transfer_members (assignment_id);

create table unit_transfer_notings (
  id int primary key,
  transfer_id int not null references unit_transfers on delete cascade,
  colleague_id int not null references colleagues,
  noted_at timestamptz not null,
  constraint unit_transfer_notings_once unique (transfer_id, colleague_id)
);
comment on table unit_transfer_notings is 'That a member of the team knows of a transfer: said by themself, with one press.';

alter table unit_transfers enable row level security;
alter table unit_transfers force row level security;
alter table unit_transfer_reasons enable row level security;
alter table unit_transfer_reasons force row level security;
alter table unit_transfer_members enable row level security;
alter table unit_transfer_members force row level security;
alter table unit_transfer_notings enable row level security;
alter table unit_transfer_notings force row level security;
