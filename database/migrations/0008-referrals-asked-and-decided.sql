-- Why: somebody asks for a person to be considered, somebody decides with a reason, and what a security officer writes stays behind the wall.
-- Undo by hand: drop table import_pieces, import_files, referral_keys, referral_readings, referral_decisions, referrals, security_referrals;

create table security_referrals (
  id int primary key,
  public_id text not null unique,
  receipt text not null unique,
  unit_id int not null references units,
  author_id int not null references colleagues,
  about_whom text not null,
  number text,
  words text not null,
  conduct_on date,
  other_explanation text not null default '',
  written_on date not null,
  written_at timestamptz not null,
  erase_on date not null,
  constraint security_referrals_erased_in_time check (erase_on > written_on),
  constraint security_referrals_not_endless check (length(about_whom) <= 200 and length(words) <= 10000 and length(other_explanation) <= 10000)
);
comment on table security_referrals is 'What a security officer typed. The coordinator of the unit filters it into a referral; nobody else reads it, and the officer learns nothing of what follows. It is erased on its own day, whatever was decided.';
create index security_referrals_by_unit on security_referrals (unit_id, written_at desc);
create index security_referrals_by_author on security_referrals (author_id, written_at desc);

create table referrals (
  id int primary key,
  public_id text not null unique,
  receipt text not null unique,
  unit_id int not null references units,
  participant_id int references participants on delete cascade,
  state text not null,
  source text not null,
  source_as_sent text not null default '',
  referred_by int references colleagues,
  recorded_by int references colleagues,
  security_receipt text unique,
  referred_on date not null,
  received_at timestamptz not null,
  name text not null default '',
  number text,
  born_on date,
  place text not null default '',
  legal_status text,
  legal_status_as_sent text not null default '',
  why text not null default '',
  ground text not null default 'not-said',
  conduct_on date,
  conduct text not null default '',
  other_explanation text not null default '',
  answer text not null,
  programme text,
  programme_as_sent text not null default '',
  release_on date,
  languages text[] not null default '{}',
  needs_interpreter boolean not null default false,
  needs text not null default '',
  as_sent jsonb,
  import_id text,
  expires_on date,
  erase_on date,
  revision int not null default 1,
  constraint referrals_state_known check (state in ('received', 'waiting', 'accepted', 'declined', 'another-route')),
  constraint referrals_answer_known check (answer in ('yes', 'no', 'not-now', 'not-asked')),
  constraint referrals_ground_known check (ground in ('not-said', 'own-wish', 'convicted', 'vulnerable')),
  constraint referrals_somebody_named check (name <> '' or number is not null),
  constraint referrals_release_after_referral check (release_on is null or release_on >= referred_on),
  constraint referrals_accepted_are_somebody check (state <> 'accepted' or participant_id is not null),
  constraint referrals_vulnerable_say_why check (ground <> 'vulnerable' or (conduct_on is not null and conduct <> '' and other_explanation <> '' and expires_on is not null)),
  constraint referrals_not_accepted_end check (state not in ('declined', 'another-route') or erase_on is not null),
  constraint referrals_name_short check (length(name) <= 200)
);
comment on table referrals is 'Somebody asks for a person to be considered: who asks, why, what the person said, and how far the question is. as_sent keeps an imported row by its own headings, which no column of ours can foresee; import_id says with which file it came. erase_on is the day after which nothing of it is left, unless the person was accepted.';
create index referrals_by_unit on referrals (unit_id, state, referred_on);
create index referrals_by_person on referrals (participant_id);
create index referrals_by_referrer on referrals (referred_by);
create index referrals_by_number on referrals (number);
create index referrals_by_name on referrals using gin (lower(name) extensions.gin_trgm_ops);
create index referrals_to_erase on referrals (erase_on) where erase_on is not null;

create table referral_decisions (
  id int primary key,
  public_id text not null unique,
  referral_id int not null references referrals on delete cascade,
  decision text not null,
  reason text not null,
  decided_by int not null references colleagues,
  decided_at timestamptz not null,
  constraint referral_decisions_known check (decision in ('accepted', 'waiting', 'declined', 'another-route', 'reopened')),
  constraint referral_decisions_say_why check (length(reason) between 1 and 4000)
);
comment on table referral_decisions is 'What was decided about a referral, by whom, when and why. The latest holds; none is overwritten, and each can be followed by another.';
create index referral_decisions_by_referral on referral_decisions (referral_id, decided_at);

create table referral_readings (
  id int primary key,
  public_id text not null unique,
  referral_id int not null references referrals on delete cascade,
  reader_id int not null references colleagues,
  opinion text not null,
  read_at timestamptz not null,
  constraint referral_readings_once unique (referral_id, reader_id)
);
comment on table referral_readings is 'The second reader of a referral that says somebody is vulnerable: it takes two people to accept such a word about a third.';

create table referral_keys (
  key text primary key,
  referral_id int not null references referrals on delete cascade
);
comment on table referral_keys is 'By these an imported referral is known again in the next file: prints of number or name, birth and day. A table of its own, because a list in a column could not be searched by index under row security.';
create index referral_keys_by_referral on referral_keys (referral_id);

create table import_files (
  id int primary key,
  public_id text not null unique,
  kind text not null,
  owner_id int not null,
  name text not null,
  size int not null,
  survey jsonb not null,
  mapping jsonb,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  written int,
  left_out int,
  there_before int
);
comment on table import_files is 'A file between upload and confirmation, its survey and the columns as chosen so far (the importing program''s own notes, hence no columns); afterwards the receipt. All of it is gone after a day.';

create table import_pieces (
  file_id int not null references import_files on delete cascade,
  place int not null,
  bytes bytea not null,
  primary key (file_id, place)
);
comment on table import_pieces is 'The bytes of such a file in pieces, so that none of it has to be held as a whole. Gone as soon as it is confirmed.';

alter table security_referrals enable row level security;
alter table security_referrals force row level security;
alter table referrals enable row level security;
alter table referrals force row level security;
alter table referral_decisions enable row level security;
alter table referral_decisions force row level security;
alter table referral_readings enable row level security;
alter table referral_readings force row level security;
alter table referral_keys enable row level security;
alter table referral_keys force row level security;
alter table import_files enable row level security;
alter table import_files force row level security;
alter table import_pieces enable row level security;
alter table import_pieces force row level security;
