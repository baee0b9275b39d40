-- The parts of a person, each to its own readers as access.yaml says.

create policy participants_owner on participants for select to :owner using (true);
grant select on participants to :casework, :person, :oversight;
grant insert on participants to :casework;
-- How far somebody is, and nothing else: to which unit they belong changes only when the next one says that it has them.
grant update (state, state_since, revision) on participants to :casework;
create policy participants_read on participants for select to :casework, :person, :oversight using (id = any ((select people_known())::int[]));
create policy participants_write_unit on participants for insert to :casework with check (unit_id = any ((select units_for('identity_name', 'write'))::int[]));
create policy participants_change_unit on participants for update to :casework using (id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy participants_change_team on participants for update to :casework using (id = any ((select people_for('identity_name', 'write', 'team'))::int[]));

-- How far somebody is follows from their plan: whoever may write its dates may move the state.
create policy participants_change_planner on participants for update to :casework using (id = any ((select people_for('plan_dates', 'write', 'team'))::int[]));

-- register
-- Whose an entry is never changes; neither does it of a name, of particulars and of needs below.
grant select, insert, update (name, number, born_year) on register_entries to :casework;
create policy register_read_all on register_entries for select to :casework using ((select has_right('register', 'read', 'all')));
create policy register_write_unit on register_entries for insert to :casework with check (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));
create policy register_change_unit on register_entries for update to :casework using (participant_id = any ((select people_for('register', 'write', 'unit'))::int[]));

-- The only search over the whole service, for coordinators. A definer function, because no index over parts of a name is used under row security;
-- it asks for the right itself, and gives whoever is like the name, or has the number, with their unit and who coordinates it.
create policy register_owner on register_entries for select to :owner using (true);
create or replace function search_register(p_name text, p_number text, p_born_year int, p_most int)
returns table (participant_id int, public_id text, name text, number text, born_year int, unit text, state text, coordinators text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare words text[] := regexp_split_to_array(lower(trim(p_name)), '[\s,;]+'); at timestamptz := moment(); mine int[] := units_for('register', 'write');
  most int := least(p_most, 50);
begin
  if not has_right('register', 'read', 'all') then return; end if;
  -- The index then gives only what is alike enough. Said here and not at the function: there only a superuser may, where the extension is not loaded yet.
  perform set_config('pg_trgm.similarity_threshold', '0.5', true);
  -- Names that are only like it are looked for where fewer than ten hold it, or have the number: in a large service a common name is borne by hundreds, and looking for what is like it takes longest.
  return query
    with held as (select e.participant_id, e.name, e.number, e.born_year from register_entries e
        where (e.number = p_number
            or (length(words[1]) >= 3 and lower(e.name) like '%' || replace(replace(replace(words[1], '\', '\\'), '%', '\%'), '_', '\_') || '%'
              and (select bool_and(position(w in lower(e.name)) > 0) from unnest(words) w)))
          and (p_born_year is null or e.born_year is null or e.born_year = p_born_year or e.number = p_number)),
      alike as (select e.participant_id, e.name, e.number, e.born_year from register_entries e
        where (select count(*) from held) < least(most, 10) and p_name <> '' and lower(e.name) operator(extensions.%) lower(p_name)
          and (p_born_year is null or e.born_year is null or e.born_year = p_born_year)),
      found as (select * from held union select * from alike),
      first as (select f.*, row_number() over (order by (f.number = p_number) desc nulls last, extensions.similarity(lower(f.name), lower(p_name)) desc, f.participant_id) as place from found f),
      -- Who coordinates is looked for once, and not for each name.
      coordinating as (select a.unit_id, array_agg(distinct c.name order by c.name) as names from appointments a join colleagues c on c.id = a.colleague_id
        where a.role = 'coordinator' and a.from_at <= at and (a.until_at is null or a.until_at > at) group by a.unit_id)
    select f.participant_id, case when p.unit_id = any (mine) then p.public_id end, f.name, f.number, f.born_year, u.name, p.state,
      coalesce(k.names, '{}')
    from first f join participants p on p.id = f.participant_id left join units u on u.id = p.unit_id left join coordinating k on k.unit_id = p.unit_id
    where f.place <= most order by f.place;
end $$;
grant execute on function search_register(text, text, int, int) to :casework;

-- identity_name
grant select on identity_names to :casework, :person, :oversight;
grant insert, update (name, meets_at) on identity_names to :casework;
create policy identity_name_read_team on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'team'))::int[]));
create policy identity_name_read_unit on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'unit'))::int[]));
create policy identity_name_read_staff on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'staff'))::int[]));
create policy identity_name_read_agreed on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'agreed'))::int[]));
create policy identity_name_read_named on identity_names for select to :casework using (participant_id = any ((select people_for('identity_name', 'read', 'named'))::int[]));
create policy identity_name_read_request on identity_names for select to :oversight using (participant_id = any ((select people_for('identity_name', 'read', 'request'))::int[]));
create policy identity_name_read_mine on identity_names for select to :person using (participant_id = any ((select people_for('identity_name', 'read', 'mine'))::int[]));
create policy identity_name_write_unit on identity_names for insert to :casework with check (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy identity_name_write_team on identity_names for insert to :casework with check (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));
create policy identity_name_change_unit on identity_names for update to :casework using (participant_id = any ((select people_for('identity_name', 'write', 'unit'))::int[]));
create policy identity_name_change_team on identity_names for update to :casework using (participant_id = any ((select people_for('identity_name', 'write', 'team'))::int[]));

-- identity_particulars
grant select on identity_particulars to :casework, :person, :oversight;
grant insert, update (number, born_on, address, contacts) on identity_particulars to :casework;
create policy identity_particulars_read_team on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'team'))::int[]));
create policy identity_particulars_read_unit on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'unit'))::int[]));
create policy identity_particulars_read_emergency on identity_particulars for select to :casework using (participant_id = any ((select people_for('identity_particulars', 'read', 'emergency'))::int[]));
create policy identity_particulars_read_request on identity_particulars for select to :oversight using (participant_id = any ((select people_for('identity_particulars', 'read', 'request'))::int[]));
create policy identity_particulars_read_mine on identity_particulars for select to :person using (participant_id = any ((select people_for('identity_particulars', 'read', 'mine'))::int[]));
create policy identity_particulars_write_unit on identity_particulars for insert to :casework with check (participant_id = any ((select people_for('identity_particulars', 'write', 'unit'))::int[]));
create policy identity_particulars_write_team on identity_particulars for insert to :casework with check (participant_id = any ((select people_for('identity_particulars', 'write', 'team'))::int[]));
create policy identity_particulars_change_unit on identity_particulars for update to :casework using (participant_id = any ((select people_for('identity_particulars', 'write', 'unit'))::int[]));
create policy identity_particulars_change_team on identity_particulars for update to :casework using (participant_id = any ((select people_for('identity_particulars', 'write', 'team'))::int[]));

-- legal_status
grant select on legal_statuses to :casework, :person, :oversight;
grant insert, update (status, from_on, until_on, says, source, authority, as_told, recorded_by, recorded_at, ended_at) on legal_statuses to :casework;
create policy legal_status_read_team on legal_statuses for select to :casework using (participant_id = any ((select people_for('legal_status', 'read', 'team'))::int[]));
create policy legal_status_read_request on legal_statuses for select to :oversight using (participant_id = any ((select people_for('legal_status', 'read', 'request'))::int[]));
create policy legal_status_read_mine on legal_statuses for select to :person using (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]));
create policy legal_status_write_team on legal_statuses for insert to :casework with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and recorded_by = (select actor_id()) and not as_told
  and recorded_at = (select moment()) and ended_at is null);
-- Of a status that stands two things are said later, each once and in its moment: what a referral told is confirmed by who confirms it, and the end of what is not over yet. Everything else of it,
-- and who wrote it when, stays; asked of the row as it stands now, also where another window has written it a moment ago (hence volatile), and told to nobody but who writes it.
create or replace function legal_status_goes_on(p_new legal_statuses) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare stands legal_statuses;
begin
  select * into stands from legal_statuses l where l.id = p_new.id and l.participant_id = any (people_for('legal_status', 'write', 'team'));
  if not found then return false; end if;
  if stands.as_told and not p_new.as_told then
    return p_new.recorded_by = actor_id() and p_new.recorded_at = moment() and p_new.ended_at is not distinct from stands.ended_at;
  end if;
  return p_new.until_on is not null and p_new.ended_at = moment() and coalesce(stands.until_on > today_on(), true)
    and (p_new.status, p_new.from_on, p_new.says, p_new.source, p_new.authority, p_new.as_told, p_new.recorded_by, p_new.recorded_at)
      is not distinct from (stands.status, stands.from_on, stands.says, stands.source, stands.authority, stands.as_told, stands.recorded_by, stands.recorded_at);
end $$;
revoke all on function legal_status_goes_on(legal_statuses) from public;
grant execute on function legal_status_goes_on(legal_statuses) to :casework;
create policy legal_status_end_team on legal_statuses for update to :casework using (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]))
  with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and legal_status_goes_on(legal_statuses));

-- legal advice stands with the legal status
grant select on legal_advice to :casework, :person, :oversight;
grant insert on legal_advice to :casework;
create policy legal_advice_read_team on legal_advice for select to :casework using (participant_id = any ((select people_for('legal_status', 'read', 'team'))::int[]));
create policy legal_advice_read_request on legal_advice for select to :oversight using (participant_id = any ((select people_for('legal_status', 'read', 'request'))::int[]));
create policy legal_advice_read_mine on legal_advice for select to :person using (participant_id = any ((select people_for('legal_status', 'read', 'mine'))::int[]));
create policy legal_advice_write_team on legal_advice for insert to :casework with check (participant_id = any ((select people_for('legal_status', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));

-- Whether nothing about the offence may be asked, written or worked on: on remand, with charges or an appeal pending, after an acquittal; and once such a time is over,
-- until the person has said yes anew. A status no longer holds on the day of its end. Asked by policies of several rooms; it tells nobody more than this one word.
create policy legal_statuses_owner on legal_statuses for select to :owner using (true);
create or replace function offence_locked(p_participant int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_statuses l where l.participant_id = p_participant and l.from_on <= today_on()
    and (l.status in ('remand', 'charges', 'appeal', 'acquitted') and coalesce(l.until_on, 'infinity'::date) > today_on()
      or l.status in ('remand', 'charges', 'appeal') and l.until_on <= today_on() and not exists (select from consents c
        where c.participant_id = l.participant_id and c.purpose = 'programme' and c.answer = 'yes' and c.way <> 'as-imported'
          and (c.answered_on > l.until_on or c.answered_on = l.until_on and c.recorded_at > coalesce(l.ended_at, l.recorded_at)))))
$$;
grant execute on function offence_locked(int) to :casework, :person;

-- release
grant select on releases to :casework, :person, :oversight;
grant insert on releases to :casework;
create policy release_read_team on releases for select to :casework using (participant_id = any ((select people_for('release', 'read', 'team'))::int[]));
create policy release_read_request on releases for select to :oversight using (participant_id = any ((select people_for('release', 'read', 'request'))::int[]));
create policy release_read_mine on releases for select to :person using (participant_id = any ((select people_for('release', 'read', 'mine'))::int[]));
-- The day by which restrictions that stand are looked at again, for whoever writes them anew with the same words: they keep it, or get a nearer one. Asked as the writer, who reads both.
create or replace function restrictions_due(p_participant int, p_words text) returns date
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (select coalesce((select v.next_on from restriction_reviews v where v.release_id = now.id order by v.reviewed_at desc, v.id desc limit 1), now.restrictions_review_on,
      ((now.recorded_at at time zone (select s.time_zone from services s))::date + interval '3 months')::date)
    from (select r.id, r.restrictions, r.restrictions_review_on, r.recorded_at from releases r where r.participant_id = p_participant order by r.recorded_at desc, r.id desc limit 1) now where now.restrictions = p_words);
end $$;
revoke all on function restrictions_due(int, text) from public;
grant execute on function restrictions_due(int, text) to :casework;
-- While guilt is open the database takes no word about the offence either; and a look at restrictions that stand is put off by no day that is typed.
create policy release_write_team on releases for insert to :casework with check (participant_id = any ((select people_for('release', 'write', 'team'))::int[]) and recorded_by = (select actor_id())
  and not as_told and not (offence_words <> '' and (select offence_locked(participant_id))) and coalesce(restrictions_review_on <= least(((select today_on()) + interval '3 months')::date, (select restrictions_due(releases.participant_id, releases.restrictions))), restrictions = ''));
-- That restrictions on contact were looked at again: written by whoever writes the release, for themselves, while there are some; never changed. The next look is no further away than three months, whoever
-- writes it, and neither is the first.
grant select on restriction_reviews to :casework, :person, :oversight;
grant insert on restriction_reviews to :casework;
create policy restriction_reviews_read_team on restriction_reviews for select to :casework using (participant_id = any ((select people_for('release', 'read', 'team'))::int[]));
create policy restriction_reviews_read_request on restriction_reviews for select to :oversight using (participant_id = any ((select people_for('release', 'read', 'request'))::int[]));
create policy restriction_reviews_read_mine on restriction_reviews for select to :person using (participant_id = any ((select people_for('release', 'read', 'mine'))::int[]));
create policy restriction_reviews_write_team on restriction_reviews for insert to :casework with check (participant_id = any ((select people_for('release', 'write', 'team'))::int[]) and reviewed_by = (select actor_id()) and reviewed_at = (select moment())
  and next_on <= ((select today_on()) + interval '3 months')::date and exists (select from releases r where r.id = release_id and r.participant_id = restriction_reviews.participant_id and r.restrictions <> ''));
-- Whoever reads the day of release notes for themself that it has changed.
grant select, insert on release_notings to :casework;
create policy release_notings_read_own on release_notings for select to :casework using (colleague_id = (select actor_id()) and exists (select from releases r where r.id = release_id));
create policy release_notings_write_own on release_notings for insert to :casework with check (colleague_id = (select actor_id()) and exists (select from releases r where r.id = release_id));
-- The person answers what was recorded of their release; whoever reads the release reads the answer.
grant select on release_answers to :casework, :person, :oversight;
grant insert on release_answers to :person;
create policy release_answers_read_team on release_answers for select to :casework using (participant_id = any ((select people_for('release', 'read', 'team'))::int[]));
create policy release_answers_read_request on release_answers for select to :oversight using (participant_id = any ((select people_for('release', 'read', 'request'))::int[]));
create policy release_answers_read_mine on release_answers for select to :person using (participant_id = any ((select people_for('release', 'read', 'mine'))::int[]));
create policy release_answers_write_mine on release_answers for insert to :person with check (participant_id = any ((select people_for('release', 'read', 'mine'))::int[])
  and exists (select from releases r where r.id = release_answers.release_id and r.participant_id = release_answers.participant_id));

-- What the referral said of status and release comes over with the acceptance, as told and unconfirmed, so that it protects at once; the coordinator who accepts may
-- write neither by themself. Only for somebody of whom nothing is recorded yet.
create policy legal_statuses_carried_over on legal_statuses for insert to :owner with check (as_told);
create policy releases_owner on releases for select to :owner using (true);
create policy releases_carried_over on releases for insert to :owner with check (as_told);
drop function if exists carry_over_from_referral(int, text, date, date, text, int[], text[]);
create or replace function carry_over_from_referral(p_participant int, p_status text, p_from date, p_release date, p_told_from text, p_name text, p_ids int[], p_public_ids text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not p_participant = any (people_for('identity_name', 'write', 'unit')) or array_length(units_for('referral', 'write'), 1) is null then return; end if;
  if p_status is not null and not exists (select from legal_statuses l where l.participant_id = p_participant) then
    insert into legal_statuses (id, public_id, participant_id, status, from_on, source, told_on, told_from, authority, recorded_by, recorded_at, as_told)
      values (p_ids[1], p_public_ids[1], p_participant, p_status, p_from, p_name, p_from, p_told_from, '', actor_id(), moment(), true);
  end if;
  if p_release is not null and not exists (select from releases r where r.participant_id = p_participant) then
    insert into releases (id, public_id, participant_id, release_on, reason, told_on, told_from, authority, recorded_by, recorded_at, as_told)
      values (p_ids[2], p_public_ids[2], p_participant, p_release, p_name, p_from, p_told_from, '', actor_id(), moment(), true);
  end if;
end $$;
grant execute on function carry_over_from_referral(int, text, date, date, text, text, int[], text[]) to :casework;

-- access_needs
grant select, insert, update (languages, needs_interpreter, literacy, mobility) on access_needs to :casework, :person;
grant select on access_needs to :oversight;
create policy access_needs_read_team on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'team'))::int[]));
create policy access_needs_read_unit on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'unit'))::int[]));
create policy access_needs_read_agreed on access_needs for select to :casework using (participant_id = any ((select people_for('access_needs', 'read', 'agreed'))::int[]));
create policy access_needs_read_request on access_needs for select to :oversight using (participant_id = any ((select people_for('access_needs', 'read', 'request'))::int[]));
create policy access_needs_read_mine on access_needs for select to :person using (participant_id = any ((select people_for('access_needs', 'read', 'mine'))::int[]));
create policy access_needs_write_unit on access_needs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]));
create policy access_needs_write_team on access_needs for insert to :casework with check (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]));
create policy access_needs_change_unit on access_needs for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'unit'))::int[]));
create policy access_needs_change_team on access_needs for update to :casework using (participant_id = any ((select people_for('access_needs', 'write', 'team'))::int[]));
create policy access_needs_write_mine on access_needs for insert to :person with check (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]));
create policy access_needs_change_mine on access_needs for update to :person using (participant_id = any ((select people_for('access_needs', 'write', 'mine'))::int[]));

-- consent_and_notice
grant select on consents to :casework, :person, :oversight;
grant insert on consents to :casework;
create policy consent_read_team on consents for select to :casework using (participant_id = any ((select people_for('consent_and_notice', 'read', 'team'))::int[]));
create policy consent_read_request on consents for select to :oversight using (participant_id = any ((select people_for('consent_and_notice', 'read', 'request'))::int[]));
create policy consent_read_mine on consents for select to :person using (participant_id = any ((select people_for('consent_and_notice', 'read', 'mine'))::int[]));
create policy consent_write_team on consents for insert to :casework with check (participant_id = any ((select people_for('consent_and_notice', 'write', 'team'))::int[]) and recorded_by = (select actor_id()));

-- withdrawal
grant select, insert on withdrawals to :casework, :person;
grant select on withdrawals to :oversight;
create policy withdrawal_read_team on withdrawals for select to :casework using (participant_id = any ((select people_for('withdrawal', 'read', 'team'))::int[]));
create policy withdrawal_read_request on withdrawals for select to :oversight using (participant_id = any ((select people_for('withdrawal', 'read', 'request'))::int[]));
create policy withdrawal_read_mine on withdrawals for select to :person using (participant_id = any ((select people_for('withdrawal', 'read', 'mine'))::int[]));
create policy withdrawal_write_team on withdrawals for insert to :casework with check (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and recorded_by_kind = 'colleague' and recorded_by = (select actor_id()));
create policy withdrawal_write_mine on withdrawals for insert to :person with check (participant_id = any ((select people_for('withdrawal', 'write', 'mine'))::int[]) and recorded_by_kind = 'participant' and recorded_by = (select actor_id()));

-- plan_dates: how far somebody is belongs to the dates of what is done with them.
grant select on participation_changes to :casework, :person, :oversight;
grant insert on participation_changes to :casework;
create policy participation_changes_read_team on participation_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'team'))::int[]));
create policy participation_changes_read_agreed on participation_changes for select to :casework using (participant_id = any ((select people_for('plan_dates', 'read', 'agreed'))::int[]));
create policy participation_changes_read_request on participation_changes for select to :oversight using (participant_id = any ((select people_for('plan_dates', 'read', 'request'))::int[]));
create policy participation_changes_read_mine on participation_changes for select to :person using (participant_id = any ((select people_for('plan_dates', 'read', 'mine'))::int[]));
create policy participation_changes_write_team on participation_changes for insert to :casework
  with check (participant_id = any ((select people_for('plan_dates', 'write', 'team'))::int[]) and changed_by = (select actor_id()));

-- That consent was asked, when, for what and with which answer, for the data-protection officer; not of whom.
create policy consents_owner on consents for select to :owner using (true);
create or replace function consents_happened(from_on date, until_on date) returns table (answered_on date, purpose text, answer text, way text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('consent_and_notice', 'read', 'meta') then return; end if;
  return query select c.answered_on, c.purpose, c.answer, c.way from consents c where c.answered_on between from_on and until_on order by 1, 2, 3;
end $$;
grant execute on function consents_happened(date, date) to :oversight;

-- withdrawal: what the person, or an acquittal, asks to be erased, with the day of the answer; decided item by item by the coordinator of the team.
grant select on erasure_requests, erasure_decisions to :casework, :person, :oversight;
grant insert on erasure_requests to :casework, :person;
grant update (answered_at, erase_on) on erasure_requests to :casework;
grant insert on erasure_decisions to :casework;
create policy erasure_requests_read_team on erasure_requests for select to :casework using (participant_id = any ((select people_for('withdrawal', 'read', 'team'))::int[]));
create policy erasure_requests_read_request on erasure_requests for select to :oversight using (participant_id = any ((select people_for('withdrawal', 'read', 'request'))::int[]));
create policy erasure_requests_read_mine on erasure_requests for select to :person using (participant_id = any ((select people_for('withdrawal', 'read', 'mine'))::int[]));
create policy erasure_requests_write_team on erasure_requests for insert to :casework
  with check (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and asked_by_kind = 'colleague' and asked_by = (select actor_id()));
create policy erasure_requests_write_mine on erasure_requests for insert to :person
  with check (participant_id = any ((select people_for('withdrawal', 'write', 'mine'))::int[]) and cause in ('asked', 'withdrawn') and asked_by_kind = 'participant' and asked_by = (select actor_id()));
-- Only the coordinator of the team decides: whoever works with the person would judge their own notes. What was answered is not answered anew, and whoever objects has their two weeks.
create policy erasure_requests_answer_team on erasure_requests for update to :casework
  using (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and answered_at is null
    and exists (select from assignments a where a.colleague_id = (select actor_id()) and a.participant_id = erasure_requests.participant_id and a.role = 'coordinator' and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))))
  with check (participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[]) and answered_at = (select moment()) and erase_on >= (select today_on()) + 14);
create policy erasure_decisions_read on erasure_decisions for select to :casework, :person, :oversight using (exists (select from erasure_requests r where r.id = request_id));
create policy erasure_decisions_write on erasure_decisions for insert to :casework
  with check (decided_by = (select actor_id()) and carried_out_at is null and exists (select from erasure_requests r join assignments a on a.participant_id = r.participant_id
    where r.id = request_id and r.participant_id = any ((select people_for('withdrawal', 'write', 'team'))::int[])
      and a.colleague_id = (select actor_id()) and a.role = 'coordinator' and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))));

-- Of whom an item is kept apart: the latest decision about it says so, from that moment. Asked by people_for for everybody but the person and whoever answers a request,
-- and by what an evaluator is given. Most services have none: that is asked once for a piece of work.
create or replace function kept_apart(p_item text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare known text := current_setting('app.apart', true); f int := focus_id();
begin
  if p_item is null then return '{}'; end if;
  if coalesce(known, '') = '' then
    known := case when exists (select from erasure_decisions e where e.decision = 'restrict') then 'some' else 'none' end;
    perform set_config('app.apart', known, true);
  end if;
  if known = 'none' then return '{}'; end if;
  return (select coalesce(array_agg(d.participant_id), '{}') from (select distinct on (r.participant_id) r.participant_id, e.decision from erasure_decisions e join erasure_requests r on r.id = e.request_id
    where e.item = p_item and (f = 0 or r.participant_id = f) order by r.participant_id, e.decided_at desc, e.id desc) d where d.decision = 'restrict');
end $$;
revoke all on function kept_apart(text) from public;
grant execute on function kept_apart(text) to :casework, :person, :oversight;

-- Up to which moment something of a person is gone and does not come back by an old file: the latest answer with which it was decided to erase it, from that answer on (a later
-- decision can hold back what is not erased yet), and for ever once it was carried out. Whoever imports learns no more than that a row is not taken.
create or replace function erased_until(p_item text) returns table (person int, until_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_kind() <> 'colleague' or not exists (select from erasure_decisions e where e.decision = 'erase') then return; end if;
  return query select r.participant_id, max(r.answered_at) from erasure_decisions e join erasure_requests r on r.id = e.request_id
    where e.item = p_item and e.decision = 'erase' and r.answered_at is not null and (e.carried_out_at is not null
      or not exists (select from erasure_decisions o join erasure_requests q on q.id = o.request_id
        where q.participant_id = r.participant_id and o.item = e.item and (o.decided_at, o.id) > (e.decided_at, e.id)))
    group by 1;
end $$;
revoke all on function erased_until(text) from public;
create or replace function people_with_erased(p_item text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as
  $$ begin return (select coalesce(array_agg(u.person), '{}') from erased_until(p_item) u); end $$;
create or replace function is_from_before_erasing(p_item text, p_person int, p_at timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
  $$ begin return exists (select from erased_until(p_item) u where u.person = p_person and u.until_at >= p_at); end $$;
revoke all on function people_with_erased(text), is_from_before_erasing(text, int, timestamptz) from public;
grant execute on function people_with_erased(text), is_from_before_erasing(text, int, timestamptz) to :casework;

-- What was decided is carried out by the caretaker on its day, and by nobody else. Of each item the latest decision holds, so that one that is held back is not erased;
-- and nothing goes while a plan still runs, while somebody answers the person's request for their file or a complaint, or while a request or an inspection is open.
create policy erasure_requests_owner on erasure_requests for select to :owner using (true);
create policy erasure_decisions_owner on erasure_decisions for select to :owner using (true);
create policy erasure_decisions_carried_out on erasure_decisions for update to :owner using (decision = 'erase' and carried_out_at is null) with check (decision = 'erase' and carried_out_at is not null);
create or replace function decided_to_erase() returns table (decision_id int, person int, item text, before timestamptz, carried_out_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if actor_name() <> 'caretaker' then return; end if;
  return query
    select d.id, d.participant_id, d.item, d.answered_at, d.carried_out_at from (
      select distinct on (r.participant_id, e.item) e.id, r.participant_id, e.item, e.decision, e.carried_out_at, r.answered_at, r.erase_on
      from erasure_decisions e join erasure_requests r on r.id = e.request_id order by r.participant_id, e.item, e.decided_at desc, e.id desc) d
    where d.decision = 'erase' and d.answered_at is not null and d.erase_on <= (select (service_moment(moment()) at time zone coalesce(s.time_zone, 'UTC'))::date from services s)
      and not exists (select from plans l where l.participant_id = d.participant_id and l.state <> 'ended')
      and not exists (select from opened_requests o where o.participant_id = d.participant_id and o.until_at > moment())
      and not exists (select from complaints c where c.participant_id = d.participant_id
        and not exists (select from complaint_answers a where a.complaint_id = c.id) and not exists (select from complaints_taken_back b where b.complaint_id = c.id));
end $$;
revoke all on function decided_to_erase() from public;
create or replace function to_erase() returns table (person int, item text, before timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select d.person, d.item, d.before from decided_to_erase() d where d.carried_out_at is null;
end $$;
revoke all on function to_erase() from public;
grant execute on function to_erase() to :machine;
-- Of whom an item is to be erased, today or lately; the policies of every room ask this.
create or replace function people_to_erase(p_item text) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(d.person), '{}') from decided_to_erase() d where d.item = p_item);
end $$;
revoke all on function people_to_erase(text) from public;
grant execute on function people_to_erase(text) to :machine;
create or replace function note_erased(p_person int, p_item text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update erasure_decisions e set carried_out_at = service_moment(moment()) where e.id in (select d.decision_id from decided_to_erase() d where d.person = p_person and d.item = p_item and d.carried_out_at is null);
end $$;
revoke all on function note_erased(int, text) from public;
grant execute on function note_erased(int, text) to :machine;
grant select (participant_id, recorded_at), delete on consents to :machine;
grant select (participant_id, withdrawn_at), delete on withdrawals to :machine;
grant select (participant_id), delete on access_needs to :machine;
grant select (participant_id, said_at), delete on personal_times to :machine;
grant select (participant_id, recorded_at), delete on legal_advice to :machine;
grant select (participant_id, changed_at), delete on participation_changes to :machine;
create policy consents_erased on consents to :machine using (participant_id = any ((select people_to_erase('consents'))::int[])) with check (false);
create policy withdrawals_erased on withdrawals to :machine using (participant_id = any ((select people_to_erase('consents'))::int[])) with check (false);
create policy access_needs_erased on access_needs to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy personal_times_erased on personal_times to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy legal_advice_erased on legal_advice to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);
create policy participation_changes_erased on participation_changes to :machine using (participant_id = any ((select people_to_erase('everything-else'))::int[])) with check (false);

-- personal_times: the person writes and takes away; a facilitator or mentor reads what the person agreed to show. Who plans asks one question and hears yes or no.
grant select on personal_times to :casework, :person, :oversight;
grant insert, delete on personal_times to :person;
create policy personal_times_read_agreed on personal_times for select to :casework using (participant_id = any ((select people_for('personal_times', 'read', 'agreed'))::int[]));
create policy personal_times_read_request on personal_times for select to :oversight using (participant_id = any ((select people_for('personal_times', 'read', 'request'))::int[]));
create policy personal_times_read_mine on personal_times for select to :person using (participant_id = any ((select people_for('personal_times', 'read', 'mine'))::int[]));
create policy personal_times_write_mine on personal_times for insert to :person with check (participant_id = any ((select people_for('personal_times', 'write', 'mine'))::int[]));
create policy personal_times_end_mine on personal_times for delete to :person using (participant_id = any ((select people_for('personal_times', 'write', 'mine'))::int[]));
create policy personal_times_owner on personal_times for select to :owner using (true);
create or replace function not_then(p_participant int, p_from timestamptz, p_until timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare z text; a timestamp; b timestamp;
begin
  if not (p_participant = any (people_for('plan_dates', 'write', 'team')) or p_participant = any (people_for('session_attendance', 'write', 'team'))
    or p_participant = any (people_for('session_attendance', 'write', 'own'))) then return false; end if;
  select s.time_zone into z from services s;
  a := p_from at time zone coalesce(z, 'UTC'); b := greatest(a, p_until at time zone coalesce(z, 'UTC'));
  return exists (select from personal_times t where t.participant_id = p_participant and (t.weekday is null or t.weekday = extract(isodow from a)::int)
    and (t.from_on is null or t.from_on <= a::date) and (t.until_on is null or t.until_on >= a::date)
    and a < a::date + t.until_time and (b > a::date + t.from_time or a = b and a >= a::date + t.from_time));
end $$;
grant execute on function not_then(int, timestamptz, timestamptz) to :casework;

-- Notices are texts of the service: whoever asks reads them, also at a desk before anybody has signed in; the administrator writes the next version.
grant select on notices to :casework, :person, :oversight, :administrator, :machine;
grant insert on notices to :administrator, :machine;
create policy notices_read on notices for select to :casework, :person, :oversight, :administrator, :machine using (true);
create policy notices_write on notices for insert to :administrator with check (made_by = (select actor_id()) and (select has_right('accounts_and_settings', 'write', 'all')));
create policy notices_found on notices for insert to :machine with check ((select actor_name()) = 'founder' and made_by is null);

-- What is written of a person carries the moment in which it is written, whoever writes it and past the verbs too: which answer is the last, whether it came before a stop, and how late something was said
-- are told from it. Since when somebody is as far as they are is never dated back either.
create policy participants_in_their_moment on participants as restrictive for insert to :casework with check (made_at = (select moment()) and state_since <= (select today_on()));
create policy legal_advice_in_their_moment on legal_advice as restrictive for insert to :casework with check (recorded_at = (select moment()) and advised_on <= (select today_on()));
create policy releases_in_their_moment on releases as restrictive for insert to :casework with check (recorded_at = (select moment()));
create policy release_notings_in_their_moment on release_notings as restrictive for insert to :casework with check (noted_at = (select moment()));
create policy release_answers_in_their_moment on release_answers as restrictive for insert to :person with check (said_at = (select moment()));
create policy consents_in_their_moment on consents as restrictive for insert to :casework with check (recorded_at = (select moment()) and answered_on <= (select today_on()));
create policy withdrawals_in_their_moment on withdrawals as restrictive for insert to :casework, :person with check (withdrawn_at = (select moment()));
create policy participation_changes_in_their_moment on participation_changes as restrictive for insert to :casework with check (changed_at = (select moment()));
create policy erasure_requests_in_their_moment on erasure_requests as restrictive for insert to :casework, :person with check (asked_on = (select today_on()) and answered_at is null and erase_on is null);
create policy erasure_decisions_in_their_moment on erasure_decisions as restrictive for insert to :casework with check (decided_at = (select moment()));
create policy personal_times_in_their_moment on personal_times as restrictive for insert to :person with check (said_at = (select moment()));
create or replace function is_as_far_as_before(p_participant int, p_state text, p_since date) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return exists (select from participants p where p.id = p_participant and p.id = any (people_known()) and p.state = p_state and p.state_since = p_since);
end $$;
revoke all on function is_as_far_as_before(int, text, date) from public;
grant execute on function is_as_far_as_before(int, text, date) to :casework;
create policy participants_moved_in_their_moment on participants as restrictive for update to :casework using (true) with check (state_since = (select today_on()) or is_as_far_as_before(id, state, state_since));
