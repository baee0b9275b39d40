-- Why: whether it goes better is said over time: a rating of a goal against its written levels, an answer on a ruler of 0 to 10, the
-- score of a questionnaire that came in a file, the person's word on how a session was. What is missing is a row that says why, never a zero.
-- Undo by hand: drop table measures;

create table measures (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  kind text not null,
  series text not null,
  question text not null default '',
  goal_id int,
  goal_place int,
  session_id int references sessions on delete cascade,
  measured_on date not null,
  value double precision,
  missing text,
  lowest double precision,
  highest double precision,
  items jsonb,
  phase text,
  said_by text not null,
  way text not null,
  own_words text not null default '',
  recorded_by_kind text not null,
  recorded_by int not null,
  recorded_at timestamptz not null,
  taken_back_at timestamptz,
  import_id text,
  row_key text,
  revision int not null default 1,
  constraint measures_kind_known check (kind in ('goal', 'ruler', 'scale', 'session')),
  constraint measures_series_named check (length(series) between 1 and 100),
  constraint measures_question_short check (length(question) <= 300),
  constraint measures_missing_says_why check ((value is null) = (missing is not null)),
  constraint measures_missing_known check (missing is null or missing in ('not-asked', 'did-not-want', 'could-not-say', 'empty-in-file', 'marked-in-file', 'item-missing')),
  constraint measures_of_a_goal_are_levels check (kind <> 'goal' or value is null or value in (-2, -1, 0, 1, 2)),
  constraint measures_on_a_ruler_fit check (kind not in ('ruler', 'session') or value is null or value between 0 and 10),
  constraint measures_within_their_range check (value is null or lowest is null or highest is null or value between lowest and highest),
  constraint measures_said_by_known check (said_by in ('person', 'worker', 'not-said')),
  constraint measures_way_known check (way in ('by-person', 'with-person', 'imported')),
  constraint measures_by_the_person_are_theirs check ((way = 'by-person') = (recorded_by_kind = 'participant')),
  constraint measures_recorded_by_known check (recorded_by_kind in ('colleague', 'participant')),
  constraint measures_phase_short check (phase is null or length(phase) between 1 and 20),
  constraint measures_words_not_endless check (length(own_words) <= 2000),
  constraint measures_of_a_goal_of_the_person foreign key (goal_id, participant_id) references goals (id, participant_id) on delete cascade,
  constraint measures_rate_a_goal check (goal_id is null or kind = 'goal'),
  constraint measures_session_has_its_session check ((kind = 'session') = (session_id is not null))
);
comment on table measures is 'How it goes, over time: ratings of goals (-2 to 2), rulers (0 to 10), scores of imported questionnaires (item codes and answers, never their wording), the person''s word on a session. For learning, never for a decision about the person.';
comment on column measures.series is 'What is one line over time: the goal, the ruler, the scale, by the name it had when it was said.';
comment on column measures.goal_place is 'Of an imported rating: which of the person''s goals it was in the file, in its order.';
comment on column measures.value is 'Of a scale: the score as its authors define it (WHO-5: 0 to 100). Empty where it is missing, and then missing says why.';
comment on column measures.row_key is 'Of an imported row: its print, so that importing again doubles nothing.';
create index measures_by_person on measures (participant_id, kind, series, measured_on);
create index measures_by_row_key on measures (row_key) where row_key is not null;
create unique index measures_once_in_a_file on measures (participant_id, kind, series, measured_on) where way = 'imported';
create unique index measures_one_word_a_session on measures (session_id) where taken_back_at is null and session_id is not null;

alter table measures enable row level security;
alter table measures force row level security;
