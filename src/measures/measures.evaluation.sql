-- What was measured, for a locked study: its own outcome and no other, or a first study would show what a second is written to find; no words of anybody, dates moved,
-- a goal by its number; a legal reason for a gap reads as not asked, or it would say of whom guilt is open. A ruler is called by its name only when at least three people have it.

create policy measures_for_evaluation on measures for select to :owner using (true);

drop view if exists evaluation_measures;
drop function if exists evaluation_measure_rows();
create function evaluation_measure_rows() returns table (person text, kind text, series text, measured_on date, value double precision, missing text, lowest double precision, highest double precision,
  phase text, said_by text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with own as (select sp.person, sp.shift, m.* from study_people() sp join measures m on m.participant_id = sp.participant_id join studies st on st.id = study_in_force()
        and m.kind = case st.outcome_kind when 'goals' then 'goal' else st.outcome_kind end and (m.kind = 'goal' or m.series = st.outcome) where not sp.says_no and m.taken_back_at is null and m.participant_id <> all ((select kept_apart('measures'))::int[])),
      named as (select o.kind as k, o.series as s from own o where o.kind <> 'goal' group by 1, 2 having count(distinct o.participant_id) >= 3)
    select o.person, o.kind,
      case when o.kind = 'goal' then 'goal ' || dense_rank() over (partition by o.participant_id, o.kind order by coalesce(o.goal_place, o.goal_id))
        when n.s is null then 'own ' || o.kind else o.series end,
      o.measured_on + o.shift, o.value, case o.missing when 'legal' then 'not-asked' else o.missing end, o.lowest, o.highest, o.phase, o.said_by
    from own o left join named n on n.k = o.kind and n.s = o.series;
end $$;
create view evaluation_measures with (security_invoker = true) as select * from evaluation_measure_rows();
comment on view evaluation_measures is 'For a locked study: what was measured of its people, under the study''s own keys, with dates moved and no words.';

-- How sessions were for the people of a locked study, as they said it: how often each answer was given, over everybody and the whole time. No person and no day, so that nothing of an
-- outcome is seen by it; satisfaction is no outcome. Of fewer than three people there is none.
drop function if exists evaluation_feedback();
create function evaluation_feedback() returns table (value double precision, missing text, sessions int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query with said as (
    select m.participant_id, m.value as v, m.missing as why from study_people() sp join sessions s on s.participant_id = sp.participant_id and s.state = 'held' join plans p on p.id = s.plan_id
        join studies st on st.id = study_in_force() and st.programme = p.programme join measures m on m.session_id = s.id and m.kind = 'session' and m.taken_back_at is null where not sp.says_no and m.participant_id <> all ((select kept_apart('measures'))::int[]))
    select v, why, count(*)::int from said where (select count(distinct participant_id) from said) >= 3 group by 1, 2;
end $$;
revoke all on function evaluation_feedback() from public;
grant execute on function evaluation_feedback() to :evaluator;

-- Before a plan is locked: which outcomes at least three people of a programme have. Names alone, no value. How a session was is none of them: whether satisfaction rose is not asked.
create or replace function evaluation_outcomes(p_programme text) returns table (kind text, series text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_right('evaluation_data', 'read', 'all') then return; end if;
  return query select case m.kind when 'goal' then 'goals' else m.kind end, case m.kind when 'goal' then 'goals' else m.series end
    from measures m where m.participant_id in (select p.participant_id from plans p where p.programme = p_programme) and m.taken_back_at is null and m.kind <> 'session'
    group by 1, 2 having count(distinct m.participant_id) >= 3 order by 1, 2;
end $$;
grant execute on function evaluation_measure_rows(), evaluation_outcomes(text) to :evaluator;
grant select on evaluation_measures to :evaluator;
