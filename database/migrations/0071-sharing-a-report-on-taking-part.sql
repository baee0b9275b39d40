-- Why: what leaves for a court or a parole board leaves by one way: asked, answered with reasons, commented by the person, read by a second colleague, frozen, receipted, and taken back where
-- it has to be. Without a written rule of the service that the law asks for it nothing can be prepared at all. There is no column for notes, ratings, measures, drawings, parts of a plan or
-- restrictions: what has no place cannot leave.
-- Undo by hand: drop table disclosure_tellings, disclosure_errors, disclosure_recalls, disclosure_receipts, disclosure_decisions, disclosure_packages, disclosure_comments, disclosure_refusals,
-- disclosure_statements, sharing_rules.

create table sharing_rules (
  id int primary key,
  recipient_kind text not null,
  report_asked boolean not null,
  ending_asked boolean not null,
  decision text not null,
  basis text not null,
  usable_days int not null,
  set_by int not null references colleagues,
  set_at timestamptz not null,
  constraint sharing_rules_recipient_known check (recipient_kind in ('court', 'parole-board')),
  constraint sharing_rules_ending_only_with_report check (report_asked or not ending_asked),
  constraint sharing_rules_say_why check (length(trim(decision)) between 1 and 500 and length(trim(basis)) between 1 and 1000),
  constraint sharing_rules_end check (usable_days between 1 and 1825),
  constraint sharing_rules_answer_once unique (id, report_asked, ending_asked)
);
comment on table sharing_rules is 'What the service has written down of the law, for each kind of recipient: whether it asks for a report on taking part, for which decision, whether it asks how it ended, and for how long a report may be used. The latest holds; none is changed.';

create table disclosure_statements (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  recipient_kind text not null,
  authority text not null,
  recipient_function text not null,
  reference text not null,
  asked_by text not null,
  asked_on date not null,
  answer_by date,
  purpose text not null,
  basis text not null,
  necessity text not null,
  items text[] not null,
  recorded_by int not null references colleagues,
  recorded_at timestamptz not null,
  constraint disclosure_statements_recipient_known check (recipient_kind in ('court', 'parole-board')),
  constraint disclosure_statements_items_known check (items <@ array['taking-part', 'meetings', 'ending'] and 'taking-part' = any (items)),
  constraint disclosure_statements_say_why check (length(trim(authority)) > 0 and length(trim(recipient_function)) > 0 and length(trim(purpose)) > 0 and length(trim(necessity)) > 0),
  constraint disclosure_statements_of_a_person unique (id, participant_id)
);
comment on table disclosure_statements is 'That an authority asked for a report on somebody: who, when, what they have to decide, on which basis, why it is needed, and what it may hold. The recipient is an authority and a function, never somebody''s account.';
create index disclosure_statements_by_person on disclosure_statements (participant_id, asked_on desc);

create table disclosure_refusals (
  id int primary key,
  participant_id int not null references participants on delete cascade,
  statement_id int not null unique,
  reason text not null,
  refused_by int not null references colleagues,
  refused_at timestamptz not null,
  constraint disclosure_refusals_of_the_same_person foreign key (statement_id, participant_id) references disclosure_statements (id, participant_id) on delete cascade,
  constraint disclosure_refusals_say_why check (length(trim(reason)) between 1 and 4000)
);
comment on table disclosure_refusals is 'That nothing was told, and why.';

create table disclosure_comments (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  statement_id int not null,
  answer text not null,
  words text not null default '',
  said_by_kind text not null,
  said_by int not null,
  said_at timestamptz not null,
  constraint disclosure_comments_of_the_same_person foreign key (statement_id, participant_id) references disclosure_statements (id, participant_id) on delete cascade,
  constraint disclosure_comments_answer_known check (answer in ('comments', 'no-comment', 'not-reached')),
  constraint disclosure_comments_by_whom check (said_by_kind in ('participant', 'colleague') and (said_by_kind = 'colleague' or answer <> 'not-reached')),
  constraint disclosure_comments_have_words check ((answer = 'no-comment') or length(trim(words)) between 1 and 4000)
);
comment on table disclosure_comments is 'What the person says to it before anything is told, in their words; that they wish to say nothing; or why they could not be asked. The latest holds.';
create index disclosure_comments_by_statement on disclosure_comments (statement_id, said_at desc);

create table disclosure_packages (
  id int primary key,
  public_id text not null unique,
  number text not null unique,
  participant_id int not null references participants on delete cascade,
  statement_id int not null,
  rule_id int not null,
  report_asked boolean not null,
  ending_asked boolean not null,
  asks text not null,
  language text not null,
  took_part_from date not null,
  took_part_until date,
  meetings_offered int,
  meetings_held int,
  meetings_service int,
  ended_by_own_wish boolean not null,
  agreed_words text not null,
  comment text not null,
  body text not null,
  pdf bytea not null,
  hash text not null,
  usable_until date not null,
  prepared_by int not null references colleagues,
  prepared_at timestamptz not null,
  constraint disclosure_packages_of_the_same_person foreign key (statement_id, participant_id) references disclosure_statements (id, participant_id) on delete cascade,
  constraint disclosure_packages_by_a_rule foreign key (rule_id, report_asked, ending_asked) references sharing_rules (id, report_asked, ending_asked),
  constraint disclosure_packages_only_what_the_law_asks check (report_asked and (ending_asked or not ended_by_own_wish)),
  constraint disclosure_packages_asks_known check (asks in ('coordinator', 'data_protection_officer')),
  constraint disclosure_packages_meetings_whole check (num_nonnulls(meetings_offered, meetings_held, meetings_service) in (0, 3) and coalesce(meetings_held, 0) + coalesce(meetings_service, 0) <= coalesce(meetings_offered, 0)),
  constraint disclosure_packages_days_in_order check (took_part_until is null or took_part_until >= took_part_from),
  constraint disclosure_packages_prepared_once unique (id, statement_id, participant_id, prepared_by)
);
comment on table disclosure_packages is 'The frozen copy of what is told: its text, the page for paper, and its hash. Never changed; another one follows it. Days, three counts, whether it ended by own wish where the law asks, agreed words, the person''s comment, and nothing else.';
create index disclosure_packages_by_statement on disclosure_packages (statement_id, prepared_at desc);

create table disclosure_decisions (
  id int primary key,
  participant_id int not null,
  statement_id int not null,
  package_id int not null unique,
  prepared_by int not null,
  decision text not null,
  words text not null,
  decided_by int not null references colleagues,
  decided_at timestamptz not null,
  constraint disclosure_decisions_of_a_package foreign key (package_id, statement_id, participant_id, prepared_by) references disclosure_packages (id, statement_id, participant_id, prepared_by) on delete cascade,
  constraint disclosure_decisions_by_somebody_else check (decided_by <> prepared_by),
  constraint disclosure_decisions_known check (decision in ('approved', 'sent-back')),
  constraint disclosure_decisions_say_why check (length(trim(words)) between 1 and 2000),
  constraint disclosure_decisions_hold unique (package_id, statement_id, participant_id, decision)
);
comment on table disclosure_decisions is 'What a second colleague says of a package before it leaves: approved, or sent back with words. Never whoever prepared it.';
create index disclosure_decisions_by_statement on disclosure_decisions (statement_id);

create table disclosure_receipts (
  id int primary key,
  public_id text not null unique,
  participant_id int not null,
  statement_id int not null unique,
  package_id int not null,
  decision text not null,
  number text not null,
  hash text not null,
  way text not null,
  usable_until date not null,
  handed_on date not null,
  handed_by int not null references colleagues,
  handed_at timestamptz not null,
  constraint disclosure_receipts_only_approved check (decision = 'approved'),
  constraint disclosure_receipts_of_an_approval foreign key (package_id, statement_id, participant_id, decision) references disclosure_decisions (package_id, statement_id, participant_id, decision) on delete cascade,
  constraint disclosure_receipts_of_the_same_person unique (id, participant_id, statement_id)
);
comment on table disclosure_receipts is 'That a package was handed over: its number and hash, on which day, by which way, by whom. Without an approval there is none.';
create index disclosure_receipts_by_person on disclosure_receipts (participant_id, handed_at);

create table disclosure_recalls (
  id int primary key,
  participant_id int not null,
  statement_id int not null,
  receipt_id int not null unique,
  reason text not null,
  recalled_by int not null references colleagues,
  recalled_on date not null,
  recalled_at timestamptz not null,
  constraint disclosure_recalls_of_a_receipt foreign key (receipt_id, participant_id, statement_id) references disclosure_receipts (id, participant_id, statement_id) on delete cascade,
  constraint disclosure_recalls_say_why check (length(trim(reason)) between 1 and 2000)
);
comment on table disclosure_recalls is 'That what was handed over was taken back: on which day, and why.';

create table disclosure_errors (
  id int primary key,
  participant_id int not null,
  statement_id int not null,
  receipt_id int not null,
  words text not null,
  found_by int not null references colleagues,
  found_at timestamptz not null,
  constraint disclosure_errors_of_a_receipt foreign key (receipt_id, participant_id, statement_id) references disclosure_receipts (id, participant_id, statement_id) on delete cascade,
  constraint disclosure_errors_say_what check (length(trim(words)) between 1 and 2000)
);
comment on table disclosure_errors is 'That something in what was handed over turned out to be wrong, and what.';
create index disclosure_errors_by_receipt on disclosure_errors (receipt_id);

create table disclosure_tellings (
  id int primary key,
  participant_id int not null,
  statement_id int not null,
  receipt_id int not null,
  cause text not null,
  since_at timestamptz,
  offered_now int,
  held_now int,
  service_now int,
  decision text not null,
  words text not null,
  decided_on date not null,
  decided_by int not null references colleagues,
  decided_at timestamptz not null,
  constraint disclosure_tellings_of_a_receipt foreign key (receipt_id, participant_id, statement_id) references disclosure_receipts (id, participant_id, statement_id) on delete cascade,
  constraint disclosure_tellings_cause_known check (cause in ('withdrawal', 'error', 'meetings') and (since_at is null) = (cause = 'meetings') and num_nonnulls(offered_now, held_now, service_now) = case cause when 'meetings' then 3 else 0 end),
  constraint disclosure_tellings_decision_known check (decision in ('told', 'need-not')),
  constraint disclosure_tellings_say_what check (length(trim(words)) between 1 and 2000),
  constraint disclosure_tellings_once unique (receipt_id, cause, since_at),
  constraint disclosure_tellings_of_counts_once unique (receipt_id, offered_now, held_now, service_now)
);
comment on table disclosure_tellings is 'What became of an earlier recipient when somebody said stop, when something turned out wrong or when meetings are recorded otherwise now: told, or need not be told, on which day, in which words.';

alter table sharing_rules enable row level security;
alter table sharing_rules force row level security;
alter table disclosure_statements enable row level security;
alter table disclosure_statements force row level security;
alter table disclosure_refusals enable row level security;
alter table disclosure_refusals force row level security;
alter table disclosure_comments enable row level security;
alter table disclosure_comments force row level security;
alter table disclosure_packages enable row level security;
alter table disclosure_packages force row level security;
alter table disclosure_decisions enable row level security;
alter table disclosure_decisions force row level security;
alter table disclosure_receipts enable row level security;
alter table disclosure_receipts force row level security;
alter table disclosure_recalls enable row level security;
alter table disclosure_recalls force row level security;
alter table disclosure_errors enable row level security;
alter table disclosure_errors force row level security;
alter table disclosure_tellings enable row level security;
alter table disclosure_tellings force row level security;
