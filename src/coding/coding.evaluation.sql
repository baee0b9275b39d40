-- What two colleagues read in notes, for a locked study that is about them: in its own domain and no other, a code of each and what they agreed on. No word of a note,
-- nobody's name, dates moved. And how far the two agree, for every domain of such a study's people: counts, without a person or a day.

drop view if exists evaluation_codes;
drop function if exists evaluation_code_rows();
create function evaluation_code_rows() returns table (person text, held_on date, domain text, first int, second int, agreed int, is_agreed boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, (s.starts_at at time zone (select v.time_zone from services v))::date + sp.shift, f.titles[d.n], one.codes[array_position(one.domains, d.domain)], two.codes[array_position(two.domains, d.domain)],
      c.codes[array_position(c.domains, d.domain)], c.id is not null
    from study_people() sp join sessions s on s.participant_id = sp.participant_id and s.state = 'held' join plans p on p.id = s.plan_id join studies st on st.id = study_in_force() and st.programme = p.programme and st.outcome_kind = 'code'
      join codings one on one.session_id = s.id and one.place = 1 join codings two on two.session_id = s.id and two.place = 2
      join coding_frames f on f.frame = one.frame and f.version = one.frame_version cross join lateral unnest(f.domains) with ordinality d(domain, n)
      left join code_consensus c on c.session_id = s.id and c.confirmed_at is not null
    where not sp.says_no and s.participant_id <> all ((select kept_apart('notes'))::int[]) and f.titles[d.n] = st.outcome and d.domain = any (one.domains) and d.domain = any (two.domains);
end $$;
create view evaluation_codes with (security_invoker = true) as select * from evaluation_code_rows();
comment on view evaluation_codes is 'For a locked study of codes: those of the two coders of its people''s sessions in its own domain, under the study''s own keys, with dates moved and no words.';

-- Sessions of one person are not independent of each other, so of how many people they are is told with them; fewer than three are none.
drop function if exists evaluation_code_pairs();
create function evaluation_code_pairs() returns table (domain text, first int, second int, sessions int, people int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query with coded as (
    select sp.participant_id as who, f.titles[d.n] as title, one.codes[array_position(one.domains, d.domain)] as a, two.codes[array_position(two.domains, d.domain)] as b
      from study_people() sp join sessions s on s.participant_id = sp.participant_id and s.state = 'held' join plans p on p.id = s.plan_id
        join studies st on st.id = study_in_force() and st.programme = p.programme and st.outcome_kind = 'code'
        join codings one on one.session_id = s.id and one.place = 1 join codings two on two.session_id = s.id and two.place = 2
        join coding_frames f on f.frame = one.frame and f.version = one.frame_version cross join lateral unnest(f.domains) with ordinality d(domain, n)
      where not sp.says_no and s.participant_id <> all ((select kept_apart('notes'))::int[]) and d.domain = any (one.domains) and d.domain = any (two.domains))
    select c.title, c.a, c.b, count(*)::int, n.people from coded c join (select o.title, count(distinct o.who)::int as people from coded o group by 1) n on n.title = c.title and n.people >= 3 group by 1, 2, 3, 5;
end $$;

-- Before a plan is locked: in which domains at least three people of a programme were coded by two. Names alone, no value.
create or replace function evaluation_code_outcomes(p_programme text) returns table (kind text, series text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('evaluation_data', 'read', 'all') then return; end if;
  return query select 'code', f.titles[d.n] from plans p join sessions s on s.plan_id = p.id and s.state = 'held' join codings one on one.session_id = s.id and one.place = 1
      join codings two on two.session_id = s.id and two.place = 2
      join coding_frames f on f.frame = one.frame and f.version = one.frame_version cross join lateral unnest(f.domains) with ordinality d(domain, n)
    where p.programme = p_programme and d.domain = any (one.domains) and d.domain = any (two.domains)
    group by 1, 2 having count(distinct p.participant_id) >= 3 order by 1, 2;
end $$;
revoke all on function evaluation_code_rows(), evaluation_code_pairs(), evaluation_code_outcomes(text) from public;
grant execute on function evaluation_code_rows(), evaluation_code_pairs(), evaluation_code_outcomes(text) to :evaluator;
grant select on evaluation_codes to :evaluator;
