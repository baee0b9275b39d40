-- Why: somebody without an account asks for help at a desk; what people are told before they answer becomes a text of the service, in its languages and versions;
-- the law's state of a person is told more exactly (charges, conditions, advice), comes over with the referral until it is confirmed, and a changed day of release is noted
-- by those it concerns; a person says when not to be met; erasure is asked for and decided item by item.
-- Undo by hand: drop table desk_uses, referral_sources, erasure_decisions, erasure_requests, personal_times, release_notings, legal_advice, notices; alter table referrals drop column desk_id, drop column told;
--   drop table desks; alter table consents drop column notice_language; alter table releases drop column as_told; alter table legal_statuses drop column as_told, drop column says (and put the shorter list of statuses back);
--   alter table agreed_readings alter column recorded_by set not null.

create table notices (
  id int primary key,
  public_id text not null unique,
  kind text not null,
  language text not null,
  version int not null,
  written text not null,
  easy_read text not null,
  spoken text not null default '',
  made_by int references colleagues,
  made_at timestamptz not null,
  constraint notices_kind_known check (kind in ('programme', 'data', 'family', 'research', 'asking')),
  constraint notices_each_version_once unique (kind, language, version),
  constraint notices_not_empty_nor_endless check (length(written) between 1 and 10000 and length(easy_read) between 1 and 4000 and length(spoken) <= 10000)
);
comment on table notices is 'What a person is told before they answer, in a language: written, easy to read, and as it is said aloud. A text is never changed: a new one is the next version, and each stays, so that one knows for ever what somebody was told.';

alter table consents add column notice_language text not null default 'en';

alter table legal_statuses drop constraint legal_statuses_known;
alter table legal_statuses add constraint legal_statuses_known
  check (status in ('remand', 'charges', 'appeal', 'sentenced', 'parole', 'probation', 'order', 'condition', 'released', 'acquitted'));
alter table legal_statuses add column says text not null default '';
alter table legal_statuses add column as_told boolean not null default false;
alter table legal_statuses add constraint legal_statuses_conditions_say_what check (status <> 'condition' or says <> '');
alter table releases add column as_told boolean not null default false;

create table legal_advice (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  state text not null,
  what_is_left_out text not null default '',
  advised_on date not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint legal_advice_state_known check (state in ('taken', 'declined', 'pending')),
  constraint legal_advice_never_its_content check (length(what_is_left_out) <= 200)
);
comment on table legal_advice is 'Whether a person has taken, declined or still awaits legal advice, and what therefore is not spoken of. Never what was advised. The latest row holds.';
create index legal_advice_by_person on legal_advice (participant_id, recorded_at);

create table release_notings (
  id int primary key,
  public_id text not null unique,
  release_id int not null references releases on delete cascade,
  colleague_id int not null references colleagues,
  noted_at timestamptz not null,
  constraint release_notings_once unique (release_id, colleague_id)
);
comment on table release_notings is 'That a colleague whom a changed day of release concerns has noted it.';

create table personal_times (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  weekday int,
  from_time time not null,
  until_time time not null,
  from_on date,
  until_on date,
  what text not null default '',
  said_at timestamptz not null,
  constraint personal_times_weekday_known check (weekday between 1 and 7),
  constraint personal_times_end_after_start check (until_time > from_time and (from_on is null or until_on is null or until_on >= from_on)),
  constraint personal_times_short check (length(what) <= 200)
);
comment on table personal_times is 'When the person does not want to be met: worship, a meal, the family. Theirs alone to write. Who plans learns "not then" and never why.';
create index personal_times_by_person on personal_times (participant_id);

alter table agreed_readings alter column recorded_by drop not null;
comment on column agreed_readings.recorded_by is 'The colleague who wrote down what the person agreed to; none where the person did it themself.';

create table erasure_requests (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  cause text not null,
  own_words text not null default '',
  asked_on date not null,
  answer_by date not null,
  asked_by_kind text not null,
  asked_by int not null,
  answered_at timestamptz,
  constraint erasure_requests_cause_known check (cause in ('asked', 'acquitted')),
  constraint erasure_requests_answered_later check (answer_by > asked_on)
);
comment on table erasure_requests is 'The person asks that what was written be erased, or an acquittal asks it for them; with the day by which they have an answer. It is decided item by item.';
create index erasure_requests_by_person on erasure_requests (participant_id, asked_on);

create table erasure_decisions (
  id int primary key,
  public_id text not null unique,
  request_id int not null references erasure_requests on delete cascade,
  item text not null,
  decision text not null,
  grounds text not null,
  decided_by int not null references colleagues,
  decided_at timestamptz not null,
  constraint erasure_decisions_known check (decision in ('erase', 'restrict', 'keep')),
  constraint erasure_decisions_say_why check (length(grounds) between 1 and 2000)
);
comment on table erasure_decisions is 'What is decided about one item of a request for erasure, with the grounds. The latest about an item holds.';
create index erasure_decisions_by_request on erasure_decisions (request_id);

create table desks (
  id int primary key,
  public_id text not null unique,
  unit_id int not null references units,
  place text not null,
  code_hash text not null unique,
  opened_by int not null references colleagues,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  constraint desks_are_open_for_a_day_at_most check (ends_at > opened_at and ends_at <= opened_at + interval '12 hours')
);
comment on table desks is 'A device that a colleague has opened for whoever comes to a desk, until the end of its time. It can only send a request and ask about a receipt; it reads nothing.';

create table desk_uses (
  id int primary key,
  desk_id int references desks on delete cascade,
  kind text not null,
  from_hash text not null,
  at timestamptz not null,
  constraint desk_uses_kind_known check (kind in ('code', 'sent', 'receipt'))
);
comment on table desk_uses is 'That a desk was used, for the limits: how often, never by whom or for what. Gone after a day.';
create index desk_uses_by_desk on desk_uses (desk_id, at);
create index desk_uses_by_origin on desk_uses (from_hash, at);

alter table referrals add column desk_id int references desks on delete set null;
alter table referrals add column told text not null default 'not-said';
alter table referrals add constraint referrals_told_known check (told in ('not-said', 'not-told', 'spoken', 'easy-read', 'written'));

create table referral_sources (
  id int primary key,
  public_id text not null unique,
  code text unique,
  name text not null default '',
  is_offered boolean not null,
  changed_by int references colleagues,
  changed_at timestamptz not null,
  constraint referral_sources_one_of_ours_or_named check ((code is null) <> (name = '')),
  constraint referral_sources_name_short check (length(name) <= 120)
);
comment on table referral_sources is 'From where this service takes referrals: names of its own, and which of those that the program knows are not offered here.';
create unique index referral_sources_name_once on referral_sources (lower(name)) where code is null;

alter table notices enable row level security;
alter table notices force row level security;
alter table legal_advice enable row level security;
alter table legal_advice force row level security;
alter table release_notings enable row level security;
alter table release_notings force row level security;
alter table personal_times enable row level security;
alter table personal_times force row level security;
alter table erasure_requests enable row level security;
alter table erasure_requests force row level security;
alter table erasure_decisions enable row level security;
alter table erasure_decisions force row level security;
alter table desks enable row level security;
alter table desks force row level security;
alter table desk_uses enable row level security;
alter table desk_uses force row level security;
alter table referral_sources enable row level security;
alter table referral_sources force row level security;
