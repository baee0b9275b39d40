-- Why: a restriction on contact is written with the day of release and stood there for good: whom somebody may not meet or write to, and no day on which anybody asks whether that is still needed. An order of
-- monitoring has had such a day since 0072.
-- Undo by hand: drop table restriction_reviews; alter table releases drop column restrictions_review_on, drop constraint releases_of_one_person.

alter table releases add column restrictions_review_on date, add constraint releases_of_one_person unique (id, participant_id),
  add constraint releases_review_only_of_restrictions check (restrictions_review_on is null or restrictions <> '');
comment on column releases.restrictions_review_on is 'The day by which the restrictions on contact are looked at again. Nothing: there are none, or they were recorded before it was asked for; then three months after that.';

create table restriction_reviews (
  id int primary key,
  public_id text not null unique,
  participant_id int not null references participants on delete cascade,
  release_id int not null,
  finding text not null,
  words text not null,
  own_words text not null default '',
  next_on date not null,
  reviewed_by int not null references colleagues,
  reviewed_at timestamptz not null,
  constraint restriction_reviews_of_one_person foreign key (release_id, participant_id) references releases (id, participant_id) on delete cascade,
  constraint restriction_reviews_finding_known check (finding in ('needed', 'ease', 'lift')),
  constraint restriction_reviews_lengths check (length(words) between 1 and 2000 and length(own_words) <= 2000)
);
comment on table restriction_reviews is 'That the case manager looked at restrictions on contact again: whether they are still needed or the authority is asked to ease or lift them, why nothing lighter would do, what the person says, and the day of the next look.';
create index restriction_reviews_by_release on restriction_reviews (release_id, reviewed_at);
create index restriction_reviews_by_person on restriction_reviews (participant_id);

alter table restriction_reviews enable row level security;
alter table restriction_reviews force row level security;
