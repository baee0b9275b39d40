-- Why: a right comes from a dated assignment or appointment and from nothing else; `rights` is access.yaml as a table, written anew at each deployment.
-- Undo by hand: drop table break_glasses, opened_requests, agreed_readings, named_readings, supervisions, assignments, appointments, rights;

create table rights (
  record text not null,
  role text not null,
  verb text not null,
  scope text not null,
  shape text not null,
  primary key (record, verb, scope, role)
);
comment on table rights is 'access.yaml as a table: each record, role, verb (read, write) and scope, with the database role in which the role works.';

create table appointments (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  role text not null,
  unit_id int references units,
  from_at timestamptz not null,
  until_at timestamptz,
  made_by int,
  constraint appointments_end_after_start check (until_at is null or until_at >= from_at),
  constraint appointments_once_at_a_time exclude using gist (
    colleague_id with =, role with =, coalesce(unit_id, 0) with =, tstzrange(from_at, until_at) with &&)
);
comment on table appointments is 'What a colleague is employed as, dated. A coordinator is appointed for a unit. An assignment needs the appointment of the same role.';
create index appointments_by_colleague on appointments (colleague_id, role);

create table assignments (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  participant_id int not null references participants on delete cascade,
  role text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  covers_id int references assignments,
  made_by int not null references colleagues,
  constraint assignments_end_after_start check (until_at is null or until_at >= from_at),
  constraint assignments_one_role_at_a_time exclude using gist (
    colleague_id with =, participant_id with =, tstzrange(from_at, until_at) with &&)
);
comment on table assignments is 'Who works with whom, in which role, from when until when. Nobody holds two roles for the same person at once. Cover is an assignment that ends by itself.';
create index assignments_by_colleague on assignments (colleague_id, participant_id);
create index assignments_by_participant on assignments (participant_id);

create table supervisions (
  id int primary key,
  public_id text not null unique,
  supervisor_id int not null references colleagues,
  colleague_id int not null references colleagues,
  role text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  made_by int references colleagues,
  constraint supervisions_end_after_start check (until_at is null or until_at >= from_at),
  constraint supervisions_once_at_a_time exclude using gist (
    supervisor_id with =, colleague_id with =, role with =, tstzrange(from_at, until_at) with &&),
  constraint supervisions_role_known check (role in ('coach', 'clinical_supervisor')),
  constraint supervisions_not_of_oneself check (supervisor_id <> colleague_id)
);
comment on table supervisions is 'Whose mentor coach or clinical supervisor somebody is, dated.';
create index supervisions_by_supervisor on supervisions (supervisor_id);

create table named_readings (
  id int primary key,
  public_id text not null unique,
  reader_id int not null references colleagues,
  participant_id int references participants on delete cascade,
  record text not null,
  role text not null,
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  made_by int not null references colleagues
);
comment on table named_readings is 'One reader named for one record of one person, with a reason and an end.';
create index named_readings_by_reader on named_readings (reader_id);

create table agreed_readings (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  record text not null,
  role text not null,
  from_at timestamptz not null,
  withdrawn_at timestamptz,
  recorded_by int not null references colleagues
);
comment on table agreed_readings is 'What the person has agreed to share with a role of their team, until they withdraw it.';
create index agreed_readings_by_person on agreed_readings (participant_id);

create table opened_requests (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  participant_id int not null references participants on delete cascade,
  role text not null,
  purpose text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  opened_by int not null references colleagues,
  constraint opened_requests_role_known check (role in ('rights_officer', 'inspector'))
);
comment on table opened_requests is 'A rights request or an inspection: what it opens, for whom, until when.';

create table break_glasses (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  participant_id int not null references participants on delete cascade,
  role text not null,
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reviewed_by int references colleagues,
  reviewed_at timestamptz,
  constraint break_glasses_helping_professions check (role in ('assessor', 'facilitator', 'health')),
  constraint break_glasses_reviewed_by_another check (reviewed_by is null or reviewed_by <> colleague_id),
  constraint break_glasses_short check (until_at <= from_at + interval '8 hours')
);
comment on table break_glasses is 'One case opened in an emergency to a colleague of the helping professions: reason, minutes, notice, a second person''s review.';

alter table rights enable row level security;
alter table rights force row level security;
alter table appointments enable row level security;
alter table appointments force row level security;
alter table assignments enable row level security;
alter table assignments force row level security;
alter table supervisions enable row level security;
alter table supervisions force row level security;
alter table named_readings enable row level security;
alter table named_readings force row level security;
alter table agreed_readings enable row level security;
alter table agreed_readings force row level security;
alter table opened_requests enable row level security;
alter table opened_requests force row level security;
alter table break_glasses enable row level security;
alter table break_glasses force row level security;
