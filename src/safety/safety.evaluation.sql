-- Crises of a locked study's people, counted: how many were recorded, of how many people. Nothing of what happened, and nobody's key.

drop function if exists evaluation_incidents();
create function evaluation_incidents() returns table (incidents int, people int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select count(*)::int, count(distinct i.participant_id)::int from study_people() sp join incidents i on i.participant_id = sp.participant_id where not sp.says_no;
end $$;
revoke all on function evaluation_incidents() from public;
grant execute on function evaluation_incidents() to :evaluator;
