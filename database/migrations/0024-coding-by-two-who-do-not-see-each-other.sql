-- Why: what two colleagues read in the same note, each without the other, can be counted where the note itself may never go.
-- Undo by hand: drop table code_consensus, codings, coding_frames; drop function coded_by_both(), my_coding_place(int), coding_progress();
--   delete from studies where outcome_kind = 'code' or phases = 'first-ones'; alter table studies drop constraint studies_outcome_known, drop constraint studies_phases_known,
--   add constraint studies_outcome_known check (outcome_kind in ('ruler', 'scale', 'session', 'goals') and length(outcome) between 1 and 100), add constraint studies_phases_known check (phases in ('as-recorded', 'plan-begins'));

create table coding_frames (
  frame text not null,
  version int not null,
  domains text[] not null,
  titles text[] not null,
  kept_at timestamptz not null,
  primary key (frame, version),
  constraint coding_frames_name_their_domains check (cardinality(domains) >= 1 and cardinality(domains) = cardinality(titles))
);
comment on table coding_frames is 'Each version of a coding frame that was ever used: its domains and what they are called. About nobody.';

create table codings (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  place int not null,
  frame text not null,
  frame_version int not null,
  domains text[] not null,
  codes int[] not null,
  locked_at timestamptz not null,
  constraint codings_each_place_once unique (session_id, place),
  constraint codings_by_two check (place in (1, 2)),
  constraint codings_of_a_kept_frame foreign key (frame, frame_version) references coding_frames,
  constraint codings_a_code_a_domain check (cardinality(domains) >= 1 and cardinality(domains) = cardinality(codes)),
  constraint codings_known check (array_remove(codes, null) <@ array[0, 1, 2])
);
comment on table codings is 'What one of two colleagues read in the note of a session, as codes: 0 absent, 1 some, 2 clear, none where this note does not speak of it. Written once, locked, and seen by nobody else until the second colleague has locked theirs.';
create index codings_by_person on codings (participant_id);

create table code_consensus (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  participant_id int not null references participants on delete cascade,
  author_id int not null references colleagues,
  domains text[] not null,
  codes int[] not null,
  reason text not null,
  proposed_at timestamptz not null,
  confirmed_by int references colleagues,
  confirmed_at timestamptz,
  constraint code_consensus_a_code_a_domain check (cardinality(domains) >= 1 and cardinality(domains) = cardinality(codes)),
  constraint code_consensus_known check (array_remove(codes, null) <@ array[0, 1, 2]),
  constraint code_consensus_has_a_reason check (length(reason) between 1 and 2000),
  constraint code_consensus_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null))
);
comment on table code_consensus is 'What the two colleagues agree on after both have seen both, with the reason. It counts once the other one has confirmed it; what each read alone stands as it was.';
create index code_consensus_by_person on code_consensus (participant_id);
create unique index code_consensus_confirmed_once on code_consensus (session_id) where confirmed_at is not null;

alter table coding_frames enable row level security;
alter table coding_frames force row level security;
alter table codings enable row level security;
alter table codings force row level security;
alter table code_consensus enable row level security;
alter table code_consensus force row level security;

-- A study can ask what the notes tell over time. Nobody has notes from before the programme, so its first ones stand against the later ones.
alter table studies drop constraint studies_outcome_known;
alter table studies add constraint studies_outcome_known check (outcome_kind in ('ruler', 'scale', 'session', 'goals', 'code') and length(outcome) between 1 and 100);
alter table studies drop constraint studies_phases_known;
alter table studies add constraint studies_phases_known check (phases in ('as-recorded', 'plan-begins', 'first-ones'));
alter table studies add constraint studies_first_ones_describe check (phases <> 'first-ones' or design = 'ab');
