-- Why: the person, in parts that different readers see: the register, the name, the particulars, the legal status, the release, needs, consent.
-- Undo by hand: drop table participation_changes, withdrawals, consents, access_needs, releases, legal_statuses, identity_particulars, identity_names, register_entries, participants;


create table participants (
  id int primary key,
  public_id text not null unique,
  unit_id int references units,
  state text not null,
  state_since date not null,
  revision int not null default 1,
  made_at timestamptz not null,
  constraint participants_state_known check (state in ('referred', 'waiting', 'active', 'paused', 'ended'))
);
comment on table participants is 'The anchor that every other row about a person points to. It says nothing about them but where they are and how far.';
create index participants_by_unit on participants (unit_id);

create table register_entries (
  participant_id int primary key references participants on delete cascade,
  name text not null,
  number text,
  born_year int,
  constraint register_number_once unique (number)
);
comment on table register_entries is 'Name, number, year of birth: the only search over the whole service, for coordinators, each search logged.';
create index register_entries_by_name on register_entries using gin (lower(name) extensions.gin_trgm_ops);

create table identity_names (
  participant_id int primary key references participants on delete cascade,
  name text not null,
  meets_at text not null default '',
  constraint identity_names_short check (length(name) between 1 and 200)
);
comment on table identity_names is 'The name the person uses and where one meets them.';

create table identity_particulars (
  participant_id int primary key references participants on delete cascade,
  number text,
  born_on date,
  address text not null default '',
  contacts text not null default ''
);
comment on table identity_particulars is 'Number, date of birth, address, contacts. No photograph.';

create table legal_statuses (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  status text not null,
  from_on date not null,
  until_on date,
  source text not null,
  authority text not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint legal_statuses_known check (status in ('remand', 'appeal', 'sentenced', 'parole', 'probation', 'order', 'released', 'acquitted')),
  constraint legal_statuses_end_after_start check (until_on is null or until_on >= from_on)
);
comment on table legal_statuses is 'Remand, appeal, sentenced, orders and conditions, each with its dates, where it was learned and which authority. It decides what may be asked.';
create index legal_statuses_by_person on legal_statuses (participant_id, from_on);

create table releases (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  release_on date,
  reason text not null,
  authority text not null,
  restrictions text not null default '',
  offence_words text not null default '',
  recorded_by int references colleagues,
  recorded_at timestamptz not null
);
comment on table releases is 'The planned day of release with its history, what stands in the way of contact, and the offence in the words agreed with the person: the latest row holds, none is overwritten.';
create index releases_by_person on releases (participant_id, recorded_at);

create table access_needs (
  participant_id int primary key references participants on delete cascade,
  languages text[] not null default '{}',
  needs_interpreter boolean not null default false,
  literacy text not null default '',
  mobility text not null default '',
  as_sent text not null default '',
  constraint access_needs_languages_few check (cardinality(languages) <= 8)
);
comment on table access_needs is 'Language for interpreters and notices, literacy, mobility. Never a filter of people.';

create table consents (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  purpose text not null,
  answer text not null,
  notice_version text not null,
  language text not null,
  way text not null,
  answered_on date not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint consents_purpose_known check (purpose in ('programme', 'data', 'family', 'research')),
  constraint consents_answer_known check (answer in ('yes', 'no', 'not-now', 'not-asked')),
  constraint consents_way_known check (way in ('written', 'easy-read', 'spoken', 'as-imported'))
);
comment on table consents is 'What the person was told, in which words and language, and what they answered. Yes, no, not now and not asked are different words; none has a consequence here.';
create index consents_by_person on consents (participant_id, purpose, recorded_at);

create table withdrawals (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  purpose text not null,
  own_words text not null default '',
  withdrawn_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by int not null,
  constraint withdrawals_purpose_known check (purpose in ('programme', 'data', 'family', 'research'))
);
comment on table withdrawals is 'The person said stop. Recorded at once, in their words, by themselves or anybody on the team.';
create index withdrawals_by_person on withdrawals (participant_id);

create table participation_changes (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  state text not null,
  reason text not null,
  changed_by int not null references colleagues,
  changed_at timestamptz not null,
  constraint participation_changes_state_known check (state in ('waiting', 'active', 'paused', 'ended')),
  constraint participation_changes_say_why check (length(reason) between 1 and 2000)
);
comment on table participation_changes is 'Each pause and each going on, with its reason. Whoever reads the dates of a plan reads these.';
create index participation_changes_by_person on participation_changes (participant_id, changed_at);

alter table participants enable row level security;
alter table participants force row level security;
alter table register_entries enable row level security;
alter table register_entries force row level security;
alter table identity_names enable row level security;
alter table identity_names force row level security;
alter table identity_particulars enable row level security;
alter table identity_particulars force row level security;
alter table legal_statuses enable row level security;
alter table legal_statuses force row level security;
alter table releases enable row level security;
alter table releases force row level security;
alter table access_needs enable row level security;
alter table access_needs force row level security;
alter table consents enable row level security;
alter table consents force row level security;
alter table withdrawals enable row level security;
alter table withdrawals force row level security;
alter table participation_changes enable row level security;
alter table participation_changes force row level security;
