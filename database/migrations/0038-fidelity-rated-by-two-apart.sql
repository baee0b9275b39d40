-- Why: whether a programme is held as it is meant, and how well, is said by the facilitator of a session and by an observer, each without the other.
-- Undo by hand: drop table integrity_ratings, observations; drop function name_observer(text, text, text), my_namings(), sessions_to_observe(), sessions_to_rate(), rated_by_both();

create table observations (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  facilitator_id int not null references colleagues,
  author_id int not null references colleagues,
  reason text not null,
  named_by int not null references colleagues,
  named_at timestamptz not null,
  until_at timestamptz not null,
  constraint observations_once_a_session unique (session_id, author_id),
  constraint observations_by_somebody_else check (author_id <> facilitator_id),
  constraint observations_have_a_reason check (length(reason) between 1 and 500),
  constraint observations_end_after_start check (until_at > named_at)
);
comment on table observations is 'Who was named to sit in at one session and to rate how it was held, by whom, why and until when. The person said yes to it before.';
create index observations_by_person on observations (participant_id);
create index observations_by_facilitator on observations (facilitator_id);
create index observations_by_observer on observations (author_id);

create table integrity_ratings (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  facilitator_id int not null references colleagues,
  author_id int not null references colleagues,
  programme text not null,
  version int not null,
  items text[] not null,
  codes int[] not null,
  rests_on_adherence text not null,
  rests_on_competence text not null,
  locked_at timestamptz not null,
  constraint integrity_ratings_each_once unique (session_id, author_id),
  constraint integrity_ratings_a_code_an_item check (cardinality(items) >= 1 and cardinality(items) = cardinality(codes)),
  constraint integrity_ratings_known check (array_remove(codes, null) <@ array[0, 1, 2]),
  constraint integrity_ratings_short_enough check (length(rests_on_adherence) <= 2000 and length(rests_on_competence) <= 2000)
);
comment on table integrity_ratings is 'How one session was held, as its facilitator or an observer saw it: item by item 0 absent, 1 partly, 2 fully, none where it did not arise; adherence and competence apart, with what it rests on. Locked as it is written, and seen by nobody else until both have locked theirs.';
create index integrity_ratings_by_person on integrity_ratings (participant_id);
create index integrity_ratings_by_facilitator on integrity_ratings (facilitator_id);
create unique index integrity_ratings_one_observer on integrity_ratings (session_id) where author_id <> facilitator_id;

alter table observations enable row level security;
alter table observations force row level security;
alter table integrity_ratings enable row level security;
alter table integrity_ratings force row level security;
