-- Why: when a programme ends, whichever way, somebody writes down what was given, how it went by the words of both, and what goes on; the person reads it before it is signed and may
-- object, and the objection stands in it. Each part of it is a table of the record that it belongs to, so that nobody learns from a report what they may not read elsewhere.
-- Undo by hand: drop table closing_agreements, closing_goals, closing_units, closing_doses, closing_signatures, closing_answers, closing_reports;

create table closing_reports (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  plan_id int not null references plans on delete cascade,
  number int not null,
  said_programme text not null,
  said_after text not null,
  said_places text not null,
  said_follows text not null,
  places text[] not null,
  follower text,
  meetings_with text,
  meetings_from_on date,
  meetings_every_weeks int,
  meetings_count int,
  written_by int not null references colleagues,
  written_at timestamptz not null,
  constraint closing_reports_versions_once unique (plan_id, number),
  constraint closing_reports_numbered_from_one check (number between 1 and 1000),
  constraint closing_reports_say_something check (length(said_programme) between 1 and 4000 and length(said_after) between 1 and 4000 and length(said_places) between 1 and 4000 and length(said_follows) between 1 and 4000),
  constraint closing_reports_meetings_whole check (num_nonnulls(meetings_with, meetings_from_on, meetings_every_weeks, meetings_count) in (0, 4))
);
comment on table closing_reports is 'One version of the report at the end of a programme: what the facilitator says of the programme, of what goes on, of places outside and of who follows, with what was known of each. No version is changed; another one follows it.';
create index closing_reports_by_person on closing_reports (participant_id, plan_id, number);

create table closing_answers (
  id int primary key,
  public_id text not null unique,
  report_id int not null references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  answer text not null,
  words text not null default '',
  recorded_by_kind text not null,
  recorded_by int not null,
  said_at timestamptz not null,
  constraint closing_answers_known check (answer in ('agrees', 'objects', 'no-word', 'not-reached')),
  constraint closing_answers_by_somebody check (recorded_by_kind in ('colleague', 'participant')),
  constraint closing_answers_words_where_needed check (length(words) <= 4000 and (answer not in ('objects', 'not-reached') or words <> '')),
  constraint closing_answers_reached_who_writes check (answer <> 'not-reached' or recorded_by_kind = 'colleague')
);
comment on table closing_answers is 'What the person says of a version of their closing report, having read it: by themself, or read together with the facilitator. Also that it could not be read with them, and why. Whoever reads the report reads this beside it.';
create index closing_answers_by_report on closing_answers (report_id, said_at);
create index closing_answers_by_person on closing_answers (participant_id);

create table closing_signatures (
  id int primary key,
  report_id int not null references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  as_role text not null,
  signed_by int not null references colleagues,
  signed_at timestamptz not null,
  constraint closing_signatures_once unique (report_id, as_role),
  constraint closing_signatures_of_two check (as_role in ('facilitator', 'coordinator'))
);
comment on table closing_signatures is 'That the facilitator signed a version of a closing report, and that the coordinator has seen it; each for themselves alone.';
create index closing_signatures_by_person on closing_signatures (participant_id);

create table closing_doses (
  id int primary key,
  report_id int not null unique references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  held int not null,
  minutes int not null,
  said text not null,
  written_by int not null references colleagues,
  constraint closing_doses_counted check (held >= 0 and minutes >= 0),
  constraint closing_doses_say_something check (length(said) between 1 and 4000)
);
comment on table closing_doses is 'How many sessions were held under a plan and how long they were together, as counted when a version of its closing report was written, and what the facilitator says of it. What was missed stands in no such report.';
create index closing_doses_by_person on closing_doses (participant_id);

create table closing_units (
  id int primary key,
  report_id int not null references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  place int not null,
  name text,
  sessions int,
  said text,
  plain text,
  written_by int not null references colleagues,
  constraint closing_units_once unique (report_id, place),
  constraint closing_units_line_or_sentence check (case when place = 0 then num_nonnulls(said, plain) = 2 and num_nonnulls(name, sessions) = 0 else num_nonnulls(name, sessions) = 2 and num_nonnulls(said, plain) = 0 end),
  constraint closing_units_say_something check (length(said) between 1 and 4000 and length(plain) between 1 and 4000)
);
comment on table closing_units is 'Line 0: what the facilitator says of what was worked on, and the whole in plain words for the person. The lines after it: each part of the programme, and in how many sessions it was worked on. Parts about the offence are not among them.';
create index closing_units_by_person on closing_units (participant_id);

create table closing_goals (
  id int primary key,
  report_id int not null references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  place int not null,
  title text,
  by_worker int,
  by_worker_says text,
  by_person int,
  by_person_says text,
  said text,
  constraint closing_goals_once unique (report_id, place),
  constraint closing_goals_line_or_sentence check (case when place = 0 then said is not null and num_nonnulls(title, by_worker, by_person) = 0 else title is not null and said is null end),
  constraint closing_goals_levels check (by_worker between -2 and 2 and by_person between -2 and 2 and (by_worker is null) = (by_worker_says is null) and (by_person is null) = (by_person_says is null)),
  constraint closing_goals_say_something check (length(said) between 1 and 4000)
);
comment on table closing_goals is 'Line 0: what the facilitator says of the goals. The lines after it: each goal, with the level as the worker last saw it and as the person did, in the words that were agreed. One does not outweigh the other, and nothing is added up.';
create index closing_goals_by_person on closing_goals (participant_id);

create table closing_agreements (
  id int primary key,
  report_id int not null references closing_reports on delete cascade,
  participant_id int not null references participants on delete cascade,
  place int not null,
  purpose text,
  signed_on date,
  reviews int,
  ended_on date,
  said text,
  constraint closing_agreements_once unique (report_id, place),
  constraint closing_agreements_line_or_sentence check (case when place = 0 then said is not null and num_nonnulls(purpose, signed_on, reviews, ended_on) = 0 else num_nonnulls(purpose, signed_on, reviews) = 3 and said is null end),
  constraint closing_agreements_say_something check (length(said) between 1 and 4000)
);
comment on table closing_agreements is 'Line 0: what the facilitator says of what was promised to each other. The lines after it: each agreement that everybody signed, since when, how often it was looked at again, and until when.';
create index closing_agreements_by_person on closing_agreements (participant_id);

alter table closing_reports enable row level security;
alter table closing_reports force row level security;
alter table closing_answers enable row level security;
alter table closing_answers force row level security;
alter table closing_signatures enable row level security;
alter table closing_signatures force row level security;
alter table closing_doses enable row level security;
alter table closing_doses force row level security;
alter table closing_units enable row level security;
alter table closing_units force row level security;
alter table closing_goals enable row level security;
alter table closing_goals force row level security;
alter table closing_agreements enable row level security;
alter table closing_agreements force row level security;
