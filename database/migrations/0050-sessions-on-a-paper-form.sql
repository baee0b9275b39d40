-- Why: inside, there is often no device. A colleague takes one page along that names nobody: a short random code stands for the planned session, known to the service and tied to whoever printed
-- it. Afterwards it is typed in, the record says so, and the paper is destroyed and ticked.
-- What everybody who sees the session may know (that there was a paper, when it was typed in and destroyed) and what only whoever printed it knows (the code) are two tables.
-- Undo by hand: drop table paper_codes, session_papers;

create table session_papers (
  id int primary key,
  public_id text not null unique,
  session_id int not null references sessions on delete cascade,
  worker_id int not null references colleagues,
  printed_at timestamptz not null,
  expires_at timestamptz not null,
  written_on date,
  transcribed_at timestamptz,
  destroyed_at timestamptz,
  constraint session_papers_end check (expires_at > printed_at),
  constraint session_papers_typed_in_says_of_when check ((written_on is null) = (transcribed_at is null))
);
comment on table session_papers is 'That a colleague took a paper form along to a planned session: until when its code works, on which day it was written, when it was typed in, when the paper was destroyed. Who sees the session sees this; what was written stands in the session itself.';
create index session_papers_by_session on session_papers (session_id);
create index session_papers_to_destroy on session_papers (worker_id) where destroyed_at is null;

create table paper_codes (
  paper_id int primary key references session_papers on delete cascade,
  worker_id int not null references colleagues,
  code text not null,
  constraint paper_codes_once unique (worker_id, code)
);
comment on table paper_codes is 'What stands on a paper form in place of a name. Read by whoever printed it and by nobody else; gone when the paper is destroyed, so that a paper that turns up later leads nowhere.';

alter table session_papers enable row level security;
alter table session_papers force row level security;
alter table paper_codes enable row level security;
alter table paper_codes force row level security;
