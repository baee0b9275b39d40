-- Why: a person is never left alone in a crisis. The card says whom to call now; two lines record it afterwards; a named colleague must answer within
-- minutes, or the next is asked; the wing and somebody threatened are told only what protects. There is no column for risk, blame or compliance, on purpose.
-- Undo by hand: drop table incident_debriefs, incident_asks, incident_calls, incident_aftercares, warning_signatures, person_warnings, wing_notices, incidents,
--   duty_entries, crisis_numbers, crisis_cards; alter table break_glasses drop column review_found, drop column review_words;

create table crisis_cards (
  id int primary key default 1,
  on_self_harm text not null default '',
  on_threat text not null default '',
  on_child text not null default '',
  on_against text not null default '',
  for_everybody text not null default '',
  on_duty_here text not null default '',
  revision int not null default 1,
  constraint crisis_cards_only_one check (id = 1),
  constraint crisis_cards_words_short check (greatest(length(on_self_harm), length(on_threat), length(on_child), length(on_against), length(for_everybody), length(on_duty_here)) <= 600)
);
comment on table crisis_cards is 'The service''s own words on the crisis card, edited by its administrator. Where nothing stands, the card says the house''s sentence in the reader''s language. It is in every page, so it is short.';
insert into crisis_cards (id) values (1);

create table crisis_numbers (
  id int primary key,
  place int not null,
  label text not null,
  number text not null,
  note text not null default '',
  for_everybody boolean not null,
  constraint crisis_numbers_short check (length(label) between 1 and 80 and length(number) between 1 and 40 and length(note) <= 120)
);
comment on table crisis_numbers is 'Whom to call, in order. for_everybody: it also stands on the card of participants and of whoever has not signed in; its label names no programme.';

create table duty_entries (
  id int primary key,
  public_id text not null unique,
  colleague_id int not null references colleagues,
  place int not null,
  minutes int not null,
  shown_to_everybody boolean not null default false,
  constraint duty_entries_each_once unique (colleague_id),
  constraint duty_entries_minutes_few check (minutes between 1 and 120)
);
comment on table duty_entries is 'Who is asked in a crisis, in order, and how many minutes each has to answer. shown_to_everybody: the name may stand on the card that everybody sees.';

create table incidents (
  id int primary key,
  public_id text not null unique,
  participant_id int references participants on delete cascade,
  person_words text not null default '',
  kind text not null,
  words_said text not null,
  done text not null,
  handed_to text not null default '',
  handed_at timestamptz,
  happened_at timestamptz not null,
  author_id int not null references colleagues,
  recorded_at timestamptz not null,
  constraint incidents_of_one_person unique (id, participant_id),
  constraint incidents_about_somebody check ((participant_id is null) = (person_words <> '')),
  constraint incidents_kind_known check (kind in ('self-harm', 'threat', 'child', 'against')),
  constraint incidents_words_few check (length(person_words) <= 200 and length(words_said) between 1 and 1000 and length(done) between 1 and 1000 and length(handed_to) <= 200),
  constraint incidents_recorded_after_happened check (happened_at <= recorded_at + interval '5 minutes'),
  constraint incidents_handed_told_whole check ((handed_to = '') = (handed_at is null))
);
comment on table incidents is 'A crisis in two lines: the words said, what was done, and to whom it was handed, when. Somebody who is not in the writer''s list is named in words. Never changed; it counts nothing against the person.';
create index incidents_by_participant on incidents (participant_id);

create table wing_notices (
  id int primary key,
  public_id text not null unique,
  incident_id int not null,
  participant_id int not null,
  measures text[] not null,
  check_every int,
  apart_from text not null default '',
  until_at timestamptz not null,
  told_whom text not null,
  told_at timestamptz not null,
  told_how text not null,
  author_id int not null references colleagues,
  recorded_at timestamptz not null,
  constraint wing_notices_of_one_person unique (id, participant_id),
  constraint wing_notices_measures_known check (cardinality(measures) > 0 and measures <@ array['stay-with', 'check', 'remove-things', 'keep-apart', 'call-health', 'let-call']),
  constraint wing_notices_checks_timed check (('check' = any (measures)) = (check_every is not null) and check_every between 5 and 240),
  constraint wing_notices_apart_from_somebody check (('keep-apart' = any (measures)) = (apart_from <> '') and length(apart_from) <= 120),
  constraint wing_notices_told_by check (told_how in ('phone', 'in-person')),
  constraint wing_notices_whom_short check (length(told_whom) between 1 and 120),
  constraint wing_notices_end check (until_at > told_at),
  constraint wing_notices_of_an_incident foreign key (incident_id, participant_id) references incidents (id, participant_id) on delete cascade
);
comment on table wing_notices is 'What protects, and nothing else, as it was told to the wing: fixed measures, until when, who was told, when and how. No words said, no session, no programme: there is no column for them.';
create index wing_notices_by_incident on wing_notices (incident_id);

create table person_warnings (
  id int primary key,
  public_id text not null unique,
  incident_id int not null,
  participant_id int not null,
  threatened text not null,
  danger text not null,
  how_soon text not null,
  told_whom text not null,
  told_at timestamptz not null,
  told_how text not null,
  author_id int not null references colleagues,
  recorded_at timestamptz not null,
  constraint person_warnings_of_one_person unique (id, participant_id),
  constraint person_warnings_of_one_author unique (id, author_id),
  constraint person_warnings_danger_known check (danger in ('life', 'serious-injury')),
  constraint person_warnings_how_soon_known check (how_soon in ('now', 'today', 'days', 'not-known')),
  constraint person_warnings_told_by check (told_how in ('phone', 'in-person')),
  constraint person_warnings_short check (length(threatened) between 1 and 120 and length(told_whom) between 1 and 120),
  constraint person_warnings_of_an_incident foreign key (incident_id, participant_id) references incidents (id, participant_id) on delete cascade
);
comment on table person_warnings is 'A narrow warning that somebody else is in danger: who, of what (life or serious injury alone), how soon, who was told. Fixed fields; a second colleague signs afterwards.';
create index person_warnings_by_incident on person_warnings (incident_id);

create table warning_signatures (
  warning_id int primary key,
  participant_id int not null,
  given_by int not null,
  author_id int not null references colleagues,
  agrees boolean not null,
  words text not null default '',
  signed_at timestamptz not null,
  constraint warning_signatures_by_another check (author_id <> given_by),
  constraint warning_signatures_words_few check (length(words) <= 500 and (agrees or words <> '')),
  constraint warning_signatures_of_its_giver foreign key (warning_id, given_by) references person_warnings (id, author_id) on delete cascade,
  constraint warning_signatures_of_its_person foreign key (warning_id, participant_id) references person_warnings (id, participant_id) on delete cascade
);
comment on table warning_signatures is 'The second signature under a warning, given afterwards by another colleague: it was needed, or it was not and why.';

create table incident_aftercares (
  id int primary key,
  incident_id int not null,
  participant_id int not null,
  what text not null,
  author_id int not null references colleagues,
  done_on date not null,
  recorded_at timestamptz not null,
  constraint incident_aftercares_known check (what in ('told', 'planned-anew')),
  constraint incident_aftercares_of_an_incident foreign key (incident_id, participant_id) references incidents (id, participant_id) on delete cascade
);
comment on table incident_aftercares is 'Afterwards: the person was told in person what was passed on; the next session was planned anew with them. Who did it, and on which day.';
create index incident_aftercares_by_incident on incident_aftercares (incident_id);

create table incident_calls (
  incident_id int primary key references incidents on delete cascade,
  public_id text not null unique,
  unit_id int references units,
  author_id int not null references colleagues,
  opened_at timestamptz not null,
  answered_at timestamptz,
  answered_by int references colleagues,
  takes_over text not null default '',
  told_last_at timestamptz,
  constraint incident_calls_answered_whole check ((answered_at is null) = (answered_by is null)),
  constraint incident_calls_takes_over_short check (length(takes_over) <= 500)
);
comment on table incident_calls is 'The call behind an incident, without its content and without the person: who called, who answered and what they take over. told_last_at: nobody answered, and everybody in the line has been asked.';
create index incident_calls_open on incident_calls (opened_at) where answered_at is null;

create table incident_asks (
  id int primary key,
  incident_id int not null references incident_calls on delete cascade,
  colleague_id int not null references colleagues,
  place int not null,
  minutes int not null,
  as_coordinator boolean not null,
  asked_at timestamptz,
  answer_by timestamptz,
  constraint incident_asks_each_once unique (incident_id, colleague_id),
  constraint incident_asks_in_order unique (incident_id, place),
  constraint incident_asks_asked_whole check ((asked_at is null) = (answer_by is null)),
  constraint incident_asks_minutes_few check (minutes between 1 and 120)
);
comment on table incident_asks is 'The line of a call, as the duty list stood when it was opened, the unit''s coordinators last: who is asked, when they were, until when they had time.';
create index incident_asks_by_colleague on incident_asks (colleague_id);

create table incident_debriefs (
  incident_id int primary key references incidents on delete cascade,
  colleague_id int not null references colleagues,
  answer text not null,
  answered_at timestamptz not null,
  constraint incident_debriefs_answer_known check (answer in ('held', 'not-wanted'))
);
comment on table incident_debriefs is 'The colleague who was there was offered a talk afterwards: it was held, or they did not want it. Nothing of what was said.';

alter table break_glasses add column review_found text;
alter table break_glasses add column review_words text not null default '';
alter table break_glasses add constraint break_glasses_review_known check (review_found in ('needed', 'not-needed', 'asked-about'));
alter table break_glasses add constraint break_glasses_reviewed_whole check (num_nonnulls(reviewed_by, reviewed_at) in (0, 2));

alter table crisis_cards enable row level security;
alter table crisis_cards force row level security;
alter table crisis_numbers enable row level security;
alter table crisis_numbers force row level security;
alter table duty_entries enable row level security;
alter table duty_entries force row level security;
alter table incidents enable row level security;
alter table incidents force row level security;
alter table wing_notices enable row level security;
alter table wing_notices force row level security;
alter table person_warnings enable row level security;
alter table person_warnings force row level security;
alter table warning_signatures enable row level security;
alter table warning_signatures force row level security;
alter table incident_aftercares enable row level security;
alter table incident_aftercares force row level security;
alter table incident_calls enable row level security;
alter table incident_calls force row level security;
alter table incident_asks enable row level security;
alter table incident_asks force row level security;
alter table incident_debriefs enable row level security;
alter table incident_debriefs force row level security;
