-- What was offered and held, for a locked study: how many minutes, and whose cause it was when not; how many units of the plan were set for it, how many of them were worked on, how many
-- others instead, and whose cause that was: of each unit for itself, told as one where all agree (records from before have one cause for the whole). No place, no name, no unit, no words. What is still to come is not in it: its day would tell by how much dates were moved. Nor are meetings after the
-- end: they are no dose of the programme.

create policy sessions_for_evaluation on sessions for select to :owner using ((select study_in_force()) is not null);
create policy session_units_for_evaluation on session_units for select to :owner using ((select study_in_force()) is not null);
create policy session_contents_for_evaluation on session_contents for select to :owner using ((select study_in_force()) is not null);

create or replace function whose_cause(cause text) returns text language sql immutable as
  $$ select case when cause is null then null when cause in ('no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer', 'cut-short', 'no-means') then 'service'
    when cause in ('person-declined', 'person-absent', 'person-asked') then 'person' else 'neither' end $$;

drop view if exists evaluation_sessions;
drop function if exists evaluation_session_rows();
create function evaluation_session_rows() returns table (person text, held_on date, state text, whose text, minutes int, units_planned int, units_as_planned int, units_instead int, whose_change text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, (s.starts_at at time zone (select v.time_zone from services v))::date + sp.shift, s.state, whose_cause(s.cause), s.minutes, u.planned, u.as_planned, u.instead, coalesce(whose_cause(c.differs_cause), u.whose)
    from study_people() sp join sessions s on s.participant_id = sp.participant_id join plans p on p.id = s.plan_id join studies st on st.id = study_in_force() and st.programme = p.programme
      left join session_contents c on c.session_id = s.id and s.state = 'held'
      cross join lateral (select count(*) filter (where one.planned)::int as planned, count(*) filter (where one.planned and one.delivered)::int as as_planned,
        count(*) filter (where not one.planned)::int as instead, case when count(distinct whose_cause(one.reason)) > 1 then 'several' else min(whose_cause(one.reason)) end as whose from session_units one where one.session_id = s.id) u
    where not sp.says_no and not s.after_the_end and s.state in ('held', 'missed', 'called-off') and s.participant_id <> all ((select kept_apart('sessions'))::int[]);
end $$;
create view evaluation_sessions with (security_invoker = true) as select * from evaluation_session_rows();
comment on view evaluation_sessions is 'For a locked study: sessions held, missed and called off of its people, with whose cause and how far they went as planned, under the study''s own keys, with dates moved.';
grant execute on function evaluation_session_rows() to :evaluator;
grant select on evaluation_sessions to :evaluator;
