-- Why: whoever meets somebody outside alone says where and until when, and is looked for when they do not come back.
-- Undo by hand: drop function outings_asked_of_me(), outings_of_mine(); drop table outing_asks, outings; alter table crisis_cards drop column outing_days.

alter table crisis_cards add column outing_days int not null default 30;
alter table crisis_cards add constraint crisis_cards_outing_days_few check (outing_days between 1 and 365);

create table outings (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  lookout_id int not null references colleagues,
  place text not null,
  reach text not null,
  begins_at timestamptz not null,
  back_by timestamptz not null,
  announced_at timestamptz not null,
  out_at timestamptz,
  returned_at timestamptz,
  called_off_at timestamptz,
  told_last_at timestamptz,
  answered_at timestamptz,
  answered_by int references colleagues,
  done text not null default '',
  constraint outings_back_after_start check (back_by > begins_at),
  constraint outings_somebody_else_looks_out check (lookout_id <> colleague_id),
  constraint outings_lengths check (length(place) between 1 and 200 and length(reach) between 1 and 60 and length(done) <= 500),
  constraint outings_answered_whole check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (done = ''))
);
comment on table outings is 'A colleague alone outside: where, until when, who looks out for them, that they went in and came back; and where they did not, who answered and what was done. About the colleague alone: it names no participant and no session, and is deleted after the service''s days.';
create unique index outings_one_at_a_time on outings (colleague_id) where returned_at is null and called_off_at is null;
create index outings_overdue on outings (back_by) where returned_at is null and called_off_at is null and answered_at is null;
create index outings_by_lookout on outings (lookout_id);

create table outing_asks (
  id int primary key,
  outing_id int not null references outings on delete cascade,
  colleague_id int not null references colleagues,
  place int not null,
  minutes int not null,
  as_coordinator boolean not null,
  asked_at timestamptz,
  answer_by timestamptz,
  constraint outing_asks_each_once unique (outing_id, colleague_id),
  constraint outing_asks_in_order unique (outing_id, place),
  constraint outing_asks_asked_whole check ((asked_at is null) = (answer_by is null)),
  constraint outing_asks_minutes_few check (minutes between 1 and 120)
);
comment on table outing_asks is 'Who is asked when somebody does not come back, in which order: whoever looks out for them, then the duty list as it stood when they announced it, the coordinators last.';
create index outing_asks_by_colleague on outing_asks (colleague_id);

alter table outings enable row level security;
alter table outings force row level security;
alter table outing_asks enable row level security;
alter table outing_asks force row level security;
