-- What was offered and held, for a locked study: how many minutes, and whose cause it was when not; no place, no name, no words.

create policy sessions_for_evaluation on sessions for select to :owner using ((select study_in_force()) is not null);

drop view if exists evaluation_sessions;
drop function if exists evaluation_session_rows();
create function evaluation_session_rows() returns table (person text, held_on date, state text, whose text, minutes int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, s.starts_at::date + sp.shift, s.state,
      case when s.cause is null then null when s.cause in ('no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer') then 'service'
        when s.cause in ('person-declined', 'person-absent') then 'person' else 'neither' end, s.minutes
    from study_people() sp join sessions s on s.participant_id = sp.participant_id join plans p on p.id = s.plan_id join studies st on st.id = study_in_force() and st.programme = p.programme
    where not sp.says_no and s.state in ('held', 'missed');
end $$;
create view evaluation_sessions with (security_invoker = true) as select * from evaluation_session_rows();
comment on view evaluation_sessions is 'For a locked study: sessions held and missed of its people, with whose cause, under the study''s own keys, with dates moved.';
grant execute on function evaluation_session_rows() to :evaluator;
grant select on evaluation_sessions to :evaluator;
