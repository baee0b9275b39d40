-- Why: how somebody proves who they are. A sign-in is what a browser holds; it is not a session with a person.
-- Undo by hand: drop table tokens, one_time_codes, attempts, sign_ins, accounts;

create table accounts (
  id int primary key,
  public_id text not null unique,
  username text not null,
  kind text not null,
  colleague_id int references colleagues,
  participant_id int references participants on delete cascade,
  password_hash text,
  code_secret text,
  code_last_step bigint,
  language text not null default 'en',
  made_at timestamptz not null,
  closed_at timestamptz,
  is_open boolean generated always as (password_hash is not null) stored,
  has_codes boolean generated always as (code_secret is not null) stored,
  constraint accounts_of_somebody check (
    (kind = 'colleague' and colleague_id is not null and participant_id is null) or
    (kind = 'participant' and participant_id is not null and colleague_id is null))
);
comment on table accounts is 'How a colleague or a participant signs in. Passwords are argon2id; the secret of one-time codes is sealed with the service''s key. An account is open once its holder has chosen a password.';
create unique index accounts_username_once on accounts (lower(username));
create unique index accounts_one_per_colleague on accounts (colleague_id) where closed_at is null;
create unique index accounts_one_per_participant on accounts (participant_id) where closed_at is null;

create table sign_ins (
  id int primary key,
  account_id int not null references accounts,
  token_hash text not null unique,
  shape text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  kiosk boolean not null default false,
  device text not null default '',
  awaits text,
  constraint sign_ins_end_after_start check (ends_at > began_at),
  constraint sign_ins_await_a_step check (awaits in ('code', 'enrolment', 'hat'))
);
comment on table sign_ins is 'One browser that somebody signed in with: idle and absolute limit, ended at once by signing out, here or everywhere. One that still awaits a step (a code, the choice of a hat) opens nothing.';
create index sign_ins_by_account on sign_ins (account_id);

create table attempts (
  id int primary key,
  kind text not null,
  subject text not null,
  at timestamptz not null
);
comment on table attempts is 'Failed attempts to sign in, by account and by address (hashed), counted over a short window and then forgotten.';
create index attempts_by_subject on attempts (kind, subject, at);

create table one_time_codes (
  id int primary key,
  account_id int not null references accounts,
  code_hash text not null,
  purpose text not null,
  made_by int not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ends_codes boolean not null default false,
  tries int not null default 0,
  constraint one_time_codes_purpose_known check (purpose in ('open', 'reset'))
);
comment on table one_time_codes is 'A code printed by a second person: opens a participant''s account at a desk, or replaces a forgotten password, with a lost telephone too where ends_codes says so. No e-mail needed; the newest alone is valid.';
create index one_time_codes_by_account on one_time_codes (account_id);

create table tokens (
  id int primary key,
  public_id text not null unique,
  name text not null,
  made_by int not null references colleagues,
  shape text not null,
  token_hash text not null unique,
  allows text[] not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint tokens_allow_something check (cardinality(allows) > 0)
);
comment on table tokens is 'A machine''s way in: it acts as the colleague who made it, limited to the listed records (record:read, record:write), under its own name in the log, until it expires.';

alter table accounts enable row level security;
alter table accounts force row level security;
alter table sign_ins enable row level security;
alter table sign_ins force row level security;
alter table attempts enable row level security;
alter table attempts force row level security;
alter table one_time_codes enable row level security;
alter table one_time_codes force row level security;
alter table tokens enable row level security;
alter table tokens force row level security;
