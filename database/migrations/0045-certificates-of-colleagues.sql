-- Why: a programme names the training of whoever delivers it. Without a certificate that holds on the day nobody plans or records a session of it.
-- Undo by hand: drop function own_certificates_for(text); drop table certificates;

create table certificates (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  programme text not null,
  programme_role text not null,
  title text not null,
  issuer text not null,
  issued_on date not null,
  expires_on date,
  equivalent_why text,
  entered_by int references colleagues,
  entered_at timestamptz not null,
  withdrawn_on date,
  withdrawn_why text,
  withdrawn_by int references colleagues,
  constraint certificates_end_after_start check (expires_on >= issued_on),
  constraint certificates_lengths check (length(title) between 1 and 300 and length(issuer) between 1 and 200 and length(equivalent_why) between 1 and 500 and length(withdrawn_why) between 1 and 500),
  constraint certificates_withdrawn_whole check (num_nonnulls(withdrawn_on, withdrawn_why, withdrawn_by) in (0, 3)),
  constraint certificates_withdrawn_after_start check (withdrawn_on >= issued_on)
);
comment on table certificates is 'That a colleague has the training which a programme asks of one of its roles: by whom and when it was issued, until when it holds, or why the service accepts something else as equal. A withdrawn one stays, and held until the day before. It has no mark and no result.';
create unique index certificates_once_a_day on certificates (colleague_id, programme, programme_role, issued_on) where withdrawn_on is null;
create index certificates_by_end on certificates (expires_on) where withdrawn_on is null;

alter table certificates enable row level security;
alter table certificates force row level security;
