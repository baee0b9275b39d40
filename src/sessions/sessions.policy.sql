-- That a session was, what was done in it, what was noted of it: three records and more, each with its own readers.
-- "own" is a mentor's: rows of those they work with today that they wrote themselves.
-- What is struck was about somebody else: only its writer still reads it, and whoever answers a rights request. What is a draft, only its writer.

-- session_attendance
grant select on sessions to :casework, :person, :oversight;
grant insert on sessions to :casework;
-- Whose session it is, who holds it and what it rests on is never rewritten: what was saved with the wrong person is struck, and another one takes it over by the questions below.
grant update (state, starts_at, minutes, place, room_id, way, cause, cause_note, preparation_minutes, travel_minutes, struck_why, recorded_at, revision) on sessions to :casework;
create policy session_attendance_read_team on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[]) and state <> 'struck');
create policy session_attendance_read_own on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_attendance_read_staff on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('session_attendance', 'read'))::int[]) and state <> 'struck');
create policy session_attendance_read_agreed on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'agreed'))::int[]) and state <> 'struck');
create policy session_attendance_read_request on sessions for select to :oversight using (participant_id = any ((select people_for('session_attendance', 'read', 'request'))::int[]));
create policy session_attendance_read_mine on sessions for select to :person using (participant_id = any ((select people_for('session_attendance', 'read', 'mine'))::int[]) and state <> 'struck');
create policy session_attendance_read_struck on sessions for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[]) and author_id = (select actor_id()) and state = 'struck');
-- What a meeting rests on, asked once more where it is written: what is planned or called off lies ahead, what was held or missed has begun. Of a circle, people around the person, nothing more is asked. Every other meeting is within a yes
-- to the programme: not before the day of the first, and not after it was taken back or followed by another answer, unless a mentor holds it under an agreement for practical help that everybody had
-- signed by then. Told to nobody but who meets the person, of their own people.
create policy agreement_versions_owner on agreement_versions for select to :owner using (true);
create policy agreement_parties_owner on agreement_parties for select to :owner using (true);
create policy agreement_signatures_owner on agreement_signatures for select to :owner using (true);
create or replace function may_be_met(p_participant int, p_state text, p_at timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare me int := actor_id(); at timestamptz := moment(); here text; day date;
begin
  if (p_state in ('planned', 'called-off')) <> (p_at > at) then return false; end if;
  select a.role into here from assignments a where a.colleague_id = me and a.participant_id = p_participant and a.from_at <= at and (a.until_at is null or a.until_at > at);
  if here = 'circle_coordinator' then return true; end if;
  if here is null or here not in ('facilitator', 'mentor') then return false; end if;
  if exists (select from consents y where y.participant_id = p_participant and y.purpose = 'programme' and y.answer = 'yes' and y.answered_on <= (p_at at time zone (select v.time_zone from services v))::date)
    and not exists (select from withdrawals w where w.participant_id = p_participant and w.purpose = 'programme' and w.withdrawn_at <= p_at
      and not exists (select from consents y where y.participant_id = p_participant and y.purpose = 'programme' and y.answer = 'yes' and y.recorded_at > w.withdrawn_at))
    and not exists (select from consents n where n.participant_id = p_participant and n.purpose = 'programme' and n.answer <> 'yes' and n.recorded_at <= p_at
      and not exists (select from consents y where y.participant_id = p_participant and y.purpose = 'programme' and y.answer = 'yes' and (y.recorded_at, y.id) > (n.recorded_at, n.id)))
    then return true; end if;
  if here <> 'mentor' then return false; end if;
  day := (p_at at time zone (select v.time_zone from services v))::date;
  return exists (select from agreements g join agreement_versions v on v.agreement_id = g.id where g.participant_id = p_participant and g.purpose = 'practical' and coalesce(g.ended_on >= day, true)
    and exists (select from agreement_parties q where q.version_id = v.id)
    and not exists (select from agreement_parties q where q.version_id = v.id and not exists (select from agreement_signatures n where n.party_id = q.id and n.answer = 'signed' and n.answered_on <= day)));
end $$;
revoke all on function may_be_met(int, text, timestamptz) from public;
grant execute on function may_be_met(int, text, timestamptz) to :casework;
create policy session_attendance_write_team on sessions for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and state <> 'struck' and recorded_at = (select moment()) and may_be_met(participant_id, state, starts_at));
create policy session_attendance_write_own on sessions for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id())
  and state <> 'struck' and recorded_at = (select moment()) and may_be_met(participant_id, state, starts_at));
-- Only what is planned is written down, moved or called off, by who holds it; who came along writes it down and does nothing else with it. What was recorded stays as it stands, until its writer
-- strikes it, and what was struck or called off for good. Asked of the row as it stands now, also where another window has written it a moment ago (hence volatile), and told to nobody but these two.
create or replace function session_stands(p_session int) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return (select s.state from sessions s where s.id = p_session and actor_id() in (s.author_id, s.second_id));
end $$;
create or replace function session_is_struck_as_it_stood(p_new sessions) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return (select s.state in ('held', 'missed') and (s.starts_at, s.minutes, s.place, s.room_id, s.way, s.cause, s.cause_note, s.preparation_minutes, s.travel_minutes, s.recorded_at)
      is not distinct from (p_new.starts_at, p_new.minutes, p_new.place, p_new.room_id, p_new.way, p_new.cause, p_new.cause_note, p_new.preparation_minutes, p_new.travel_minutes, p_new.recorded_at)
    from sessions s where s.id = p_new.id and s.author_id = actor_id());
end $$;
revoke all on function session_stands(int), session_is_struck_as_it_stood(sessions) from public;
grant execute on function session_stands(int), session_is_struck_as_it_stood(sessions) to :casework;
create policy session_attendance_change_team on sessions for update to :casework using (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and state <> 'struck'
    and (author_id = (select actor_id()) or (state = 'planned' and second_id = (select actor_id()))))
  with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and (author_id = (select actor_id()) or state in ('held', 'missed'))
    and case state when 'struck' then session_is_struck_as_it_stood(sessions) when 'called-off' then session_stands(id) = 'planned' and recorded_at = (select moment())
      else session_stands(id) = 'planned' and recorded_at = (select moment()) and may_be_met(participant_id, state, starts_at) end);
create policy session_attendance_change_own on sessions for update to :casework using (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id()) and state <> 'struck')
  with check (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id())
    and case state when 'struck' then session_is_struck_as_it_stood(sessions) when 'called-off' then session_stands(id) = 'planned' and recorded_at = (select moment())
      else session_stands(id) = 'planned' and recorded_at = (select moment()) and may_be_met(participant_id, state, starts_at) end);

-- Where a session lay before it was moved is part of when it is; what was struck takes its moves out of sight. Only whoever meets the person in it moves it.
grant select on session_moves to :casework, :person, :oversight;
grant insert on session_moves to :casework;
create policy session_moves_read_own on session_moves for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'own'))::int[]) and author_id = (select actor_id()));
-- One policy for the scopes in which a move is seen with its session: as three, each would look for the session by itself.
create policy session_moves_read_with_session on session_moves for select to :casework using ((participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[])
  or participant_id = any ((select people_for('session_attendance', 'read', 'agreed'))::int[])
  or (participant_id = any ((select people_for('session_attendance', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('session_attendance', 'read'))::int[])))
  and exists (select from sessions s where s.id = session_id));
create policy session_moves_read_request on session_moves for select to :oversight using (participant_id = any ((select people_for('session_attendance', 'read', 'request'))::int[]));
create policy session_moves_read_mine on session_moves for select to :person using (participant_id = any ((select people_for('session_attendance', 'read', 'mine'))::int[]) and exists (select from sessions s where s.id = session_id));
create policy session_moves_write_team on session_moves for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and author_id = (select actor_id()) and moved_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.participant_id = session_moves.participant_id and s.author_id = (select actor_id()) and s.state = 'planned'));
create policy session_moves_write_own on session_moves for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id()) and moved_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.participant_id = session_moves.participant_id and s.author_id = (select actor_id()) and s.state = 'planned'));

-- A paper form is seen with its session, and by whoever printed it also when they work with the person no more: the paper is still theirs to destroy. Its code is read by them alone, and
-- goes with the paper.
grant select on session_papers to :casework, :person, :oversight;
grant insert, update (expires_at, written_on, transcribed_at, destroyed_at) on session_papers to :casework;
create policy session_papers_read_with_session on session_papers for select to :casework, :person, :oversight using (exists (select from sessions s where s.id = session_id));
create policy session_papers_read_own on session_papers for select to :casework using (worker_id = (select actor_id()));
create policy session_papers_print_own on session_papers for insert to :casework with check (worker_id = (select actor_id()) and printed_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.author_id = (select actor_id()) and s.state = 'planned'));
create policy session_papers_answer_own on session_papers for update to :casework using (worker_id = (select actor_id()) and destroyed_at is null) with check (worker_id = (select actor_id()));
grant select, insert, delete on paper_codes to :casework;
create policy paper_codes_read_own on paper_codes for select to :casework using (worker_id = (select actor_id()));
create policy paper_codes_print_own on paper_codes for insert to :casework with check (worker_id = (select actor_id()) and exists (select from session_papers p where p.id = paper_id and p.worker_id = (select actor_id())));
create policy paper_codes_end_own on paper_codes for delete to :casework using (worker_id = (select actor_id()));

-- That something was saved here by mistake and struck is part of the attendance: when, by whom, and nothing of what it said.
grant select on session_strikes to :casework, :person, :oversight;
grant insert on session_strikes to :casework;
create policy session_strikes_read_team on session_strikes for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'team'))::int[]));
create policy session_strikes_read_own on session_strikes for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_strikes_read_staff on session_strikes for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'staff'))::int[]) and author_id = any ((select staff_for('session_attendance', 'read'))::int[]));
create policy session_strikes_read_agreed on session_strikes for select to :casework using (participant_id = any ((select people_for('session_attendance', 'read', 'agreed'))::int[]));
create policy session_strikes_read_request on session_strikes for select to :oversight using (participant_id = any ((select people_for('session_attendance', 'read', 'request'))::int[]));
create policy session_strikes_read_mine on session_strikes for select to :person using (participant_id = any ((select people_for('session_attendance', 'read', 'mine'))::int[]));
create policy session_strikes_write_team on session_strikes for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'team'))::int[]) and author_id = (select actor_id()) and struck_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.participant_id = session_strikes.participant_id and s.author_id = (select actor_id()) and s.state = 'struck' and s.recorded_at = session_strikes.saved_at));
create policy session_strikes_write_own on session_strikes for insert to :casework with check (participant_id = any ((select people_for('session_attendance', 'write', 'own'))::int[]) and author_id = (select actor_id()) and struck_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.participant_id = session_strikes.participant_id and s.author_id = (select actor_id()) and s.state = 'struck' and s.recorded_at = session_strikes.saved_at));

-- The sessions that somebody else struck, of the person this is about or of everybody: their text is closed to whoever asks here. A handful at most.
create policy session_strikes_owner on session_strikes for select to :owner using (true);
create or replace function struck_from_me() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(k.session_id), '{}') from session_strikes k
    where (focus_id() = 0 or k.participant_id = focus_id()) and (actor_kind() <> 'colleague' or k.author_id <> actor_id()));
end $$;
revoke all on function struck_from_me() from public;
grant execute on function struck_from_me() to :casework, :person, :oversight;
-- The sessions that anybody struck: whoever struck one keeps what they wrote themself, and reads no colleague's note under it any more.
create or replace function struck_by_anybody() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(k.session_id), '{}') from session_strikes k where focus_id() = 0 or k.participant_id = focus_id());
end $$;
revoke all on function struck_by_anybody() from public;
grant execute on function struck_by_anybody() to :casework;

-- Whoever opened what was struck is told to set it aside: whose it was is not said. Only who struck it sets this off, and learns nobody's name by it. Pages
-- that show the text to some and the bare fact to others count for those who were shown the text.
grant select on set_aside_notices to :casework;
grant update (set_aside_at) on set_aside_notices to :casework;
create policy set_aside_notices_read_own on set_aside_notices for select to :casework using (reader_id = (select actor_id()));
create policy set_aside_notices_answer_own on set_aside_notices for update to :casework using (reader_id = (select actor_id())) with check (reader_id = (select actor_id()) and set_aside_at <= (select moment()));
create policy set_aside_notices_owner on set_aside_notices for select to :owner using (true);
create policy set_aside_notices_written_by_owner on set_aside_notices for insert to :owner with check (told_at = (select moment()));
create or replace function tell_whoever_opened(struck text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare k session_strikes; object text; told int;
begin
  select * into k from session_strikes where public_id = struck and author_id = actor_id() and struck_at = moment();
  if not found or actor_kind() <> 'colleague' then return 0; end if;
  select s.public_id into object from sessions s where s.id = k.session_id;
  insert into set_aside_notices (id, public_id, session_id, reader_id, told_at)
    select nextval('ids')::int, translate(gen_random_uuid()::text, '-', ''), k.session_id, reader, moment()
    from unnest(colleagues_who_opened(k.participant_id, object, k.author_id, k.saved_at,
      array['GET /people/{participantId}', 'GET /people/{participantId}/sessions', 'GET /api/people/{participantId}', 'GET /api/people/{participantId}/sessions'])) reader
    on conflict (session_id, reader_id) do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
revoke all on function tell_whoever_opened(text) from public;
grant execute on function tell_whoever_opened(text) to :casework;

-- Whoever says stop waits for nobody: what lies ahead is called off in the same moment, whoever planned it and whoever writes the stop down. A circle
-- is people around the person and no part of the programme, so what its coordinator planned stays until the person says otherwise; so does practical help
-- under an agreement of its own.
create policy sessions_owner on sessions for select to :owner using (true);
create policy sessions_changed_by_owner on sessions for update to :owner using (state = 'planned') with check (state in ('planned', 'called-off'));
create or replace function call_off_sessions(person int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if person <> all (people_for('withdrawal', 'write', 'team') || people_for('withdrawal', 'write', 'mine')) then return; end if;
  update sessions s set state = 'called-off', recorded_at = moment(), revision = s.revision + 1 where s.participant_id = person and s.state = 'planned' and s.starts_at > moment() and s.agreement_id is null
    and not exists (select from assignments a where a.colleague_id = s.author_id and a.participant_id = person and a.role = 'circle_coordinator' and a.from_at <= moment() and (a.until_at is null or a.until_at > moment()));
end $$;
revoke all on function call_off_sessions(int) from public;
grant execute on function call_off_sessions(int) to :casework, :person;

-- When a plan ends, what was planned under it is called off, whoever planned it, and says why: a circle's meetings too, which could be planned no more. What rests on an agreement of its own goes
-- on, and so does the time of maintenance of an earlier plan. For whoever may end the plan.
create or replace function call_off_under_plan(p_plan int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare l plans;
begin
  select * into l from plans p where p.id = p_plan and p.state = 'ended';
  if not found or l.participant_id <> all (people_for('plan_dates', 'write', 'team')) then return; end if;
  update sessions s set state = 'called-off', cause = 'plan-ended', recorded_at = moment(), revision = s.revision + 1 where s.participant_id = l.participant_id and s.state = 'planned' and s.starts_at > moment()
    and s.agreement_id is null and not s.after_the_end and coalesce(s.plan_id, l.id) = l.id;
end $$;
revoke all on function call_off_under_plan(int) from public;
grant execute on function call_off_under_plan(int) to :casework;

-- When a pause ends, what was planned for its time did not take place: it is called off, without a cause that could become the person's. What was planned before the pause and
-- waits to be recorded stays, and so does what lies ahead. For whoever may end the pause.
create policy participation_changes_owner on participation_changes for select to :owner using (true);
create or replace function call_off_in_pause(person int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if person <> all (people_for('plan_dates', 'write', 'team')) then return; end if;
  update sessions s set state = 'called-off', recorded_at = moment(), revision = s.revision + 1 where s.participant_id = person and s.state = 'planned' and s.starts_at <= moment()
    and s.starts_at >= (select max(g.changed_at) from participation_changes g where g.participant_id = person and g.state = 'paused');
end $$;
revoke all on function call_off_in_pause(int) from public;
grant execute on function call_off_in_pause(int) to :casework;

-- Whoever covers meets the person: what is planned within the cover is theirs, and what still lies ahead goes back when the cover is ended early. The
-- function only follows what the assignment says, so it does not matter who calls it. Whoever was to come along and now holds it comes along with nobody; whoever works with the person
-- no more comes along no more. What was planned for the session goes with it: a mentor reads what they themselves wrote, and has to know what it is meant for.
create policy session_units_to_hand_over on session_units for select to :owner using (not delivered and reason is null);
create policy session_units_handed_over on session_units for update to :owner using (not delivered and reason is null) with check (not delivered and reason is null);
create or replace function hand_over_sessions(assignment text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare cover assignments; covered assignments;
begin
  select * into cover from assignments a where a.public_id = assignment;
  if not found then return; end if;
  if cover.until_at <= moment() and not exists (select from assignments a where a.colleague_id = cover.colleague_id and a.participant_id = cover.participant_id and a.from_at <= moment() and (a.until_at is null or a.until_at > moment())) then
    update sessions s set second_id = null, revision = s.revision + 1 where s.participant_id = cover.participant_id and s.second_id = cover.colleague_id and s.state = 'planned' and s.starts_at > moment();
  end if;
  if cover.covers_id is null then return; end if;
  select * into covered from assignments a where a.id = cover.covers_id;
  if cover.until_at is null or cover.until_at > moment() then
    with handed as (update sessions s set author_id = cover.colleague_id, second_id = nullif(s.second_id, cover.colleague_id), revision = s.revision + 1 where s.participant_id = cover.participant_id and s.author_id = covered.colleague_id
      and s.state = 'planned' and s.starts_at >= cover.from_at and s.starts_at < coalesce(cover.until_at, 'infinity')
      and not exists (select from sessions o where o.participant_id = s.participant_id and o.author_id = cover.colleague_id and o.starts_at = s.starts_at and o.state in ('planned', 'held', 'missed')) returning s.id)
    update session_units u set author_id = cover.colleague_id from handed h where u.session_id = h.id;
  else
    with handed as (update sessions s set author_id = covered.colleague_id, second_id = nullif(s.second_id, covered.colleague_id), revision = s.revision + 1 where s.participant_id = cover.participant_id and s.author_id = cover.colleague_id
      and s.state = 'planned' and s.starts_at > moment()
      and not exists (select from sessions o where o.participant_id = s.participant_id and o.author_id = covered.colleague_id and o.starts_at = s.starts_at and o.state in ('planned', 'held', 'missed')) returning s.id)
    update session_units u set author_id = covered.colleague_id from handed h where u.session_id = h.id;
  end if;
end $$;
revoke all on function hand_over_sessions(text) from public;
grant execute on function hand_over_sessions(text) to :casework;

-- What was planned by somebody who no longer works with the person belongs to nobody: colleagues in the same role can take it over, and the coordinator
-- sees that somebody is missing. When, where and for whom, as their own rights say; never what was done.
drop function if exists sessions_without_anybody();
create function sessions_without_anybody()
returns table (session_id int, participant_id int, session text, starts_at timestamptz, place text, role text, is_mine_to_take boolean, series_id int)
language plpgsql stable rows 5 security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare me int := actor_id(); f int := focus_id(); at timestamptz := moment(); held text[] := roles_held();
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or not is_allowed('session_attendance', 'read') then return; end if;
  return query
    select s.id, s.participant_id, s.public_id, s.starts_at, s.place, last.role, m.role = last.role, s.series_id
    from assignments m join sessions s on s.participant_id = m.participant_id and s.state = 'planned' and s.author_id <> me
    join lateral (select a.role from assignments a where a.colleague_id = s.author_id and a.participant_id = s.participant_id order by a.from_at desc, a.id desc limit 1) last on true
    where m.colleague_id = me and m.role = any (held) and m.from_at <= at and (m.until_at is null or m.until_at > at) and (f = 0 or m.participant_id = f)
      and m.role in (last.role, 'coordinator')
      and not exists (select from assignments a join appointments p on p.colleague_id = a.colleague_id and p.role = a.role
        where a.colleague_id = s.author_id and a.participant_id = s.participant_id and a.from_at <= at and (a.until_at is null or a.until_at > at)
          and p.from_at <= at and (p.until_at is null or p.until_at > at))
    order by s.starts_at limit 50;
end $$;
revoke all on function sessions_without_anybody() from public;
grant execute on function sessions_without_anybody() to :casework;

-- What else is planned while a meeting with this person is: of whoever plans it, and of the person. That it is, never with whom nor for what.
create or replace function planned_meanwhile(p_participant int, p_starts timestamptz, p_minutes int) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (p_participant = any (people_for('session_attendance', 'write', 'team')) or p_participant = any (people_for('session_attendance', 'write', 'own'))) then return; end if;
  return query select distinct k.whose from sessions s
    cross join lateral (select 'mine' as whose where actor_id() in (s.author_id, s.second_id) union all select 'person' where s.participant_id = p_participant and actor_id() <> s.author_id and actor_id() is distinct from s.second_id) k
    where s.state = 'planned' and s.starts_at > p_starts - interval '12 hours' and s.starts_at < p_starts + p_minutes * interval '1 minute' and s.starts_at + s.minutes * interval '1 minute' > p_starts
      and not (s.participant_id = p_participant and s.starts_at = p_starts and s.author_id = actor_id()) order by 1;
end $$;
revoke all on function planned_meanwhile(int, timestamptz, int) from public;
grant execute on function planned_meanwhile(int, timestamptz, int) to :casework;

-- Which of these moves would meet somebody else in the same room, or a room that is closed by then: for whoever moves sessions of their own. When, and nothing of who is there.
create or replace function rooms_taken(p_moves jsonb) returns setof timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select m.starts_at from jsonb_to_recordset(p_moves) as m(id int, starts_at timestamptz, minutes int) join sessions s on s.id = m.id and s.author_id = actor_id() and s.state = 'planned' join rooms r on r.id = s.room_id
    where r.closed_on <= (m.starts_at at time zone (select v.time_zone from services v))::date
      or exists (select from sessions o where o.room_id = s.room_id and o.state = 'planned' and o.id not in (select a.id from jsonb_to_recordset(p_moves) as a(id int))
        and o.starts_at < m.starts_at + m.minutes * interval '1 minute' and o.starts_at + o.minutes * interval '1 minute' > m.starts_at) order by 1;
end $$;
revoke all on function rooms_taken(jsonb) from public;
grant execute on function rooms_taken(jsonb) to :casework;

-- Takes one of them over. Returns whether it was there to take.
create or replace function take_over_session(session text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare taken int;
begin
  if not is_allowed('session_attendance', 'write') then return false; end if;
  update sessions s set author_id = actor_id(), second_id = nullif(s.second_id, actor_id()), revision = s.revision + 1
    where s.public_id = session and s.state = 'planned' and s.id in (select w.session_id from sessions_without_anybody() w where w.is_mine_to_take) returning s.id into taken;
  update session_units u set author_id = actor_id() where u.session_id = taken;
  return taken is not null;
end $$;
revoke all on function take_over_session(text) from public;
grant execute on function take_over_session(text) to :casework;

-- session_content
grant select on session_contents to :casework, :person, :oversight;
grant insert on session_contents to :casework;
create policy session_content_read_team on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_content_read_own on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_content_read_named on session_contents for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_content_read_request on session_contents for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy session_content_read_mine on session_contents for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_content_write_team on session_contents for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and written_at = (select moment()));
create policy session_content_write_own on session_contents for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and written_at = (select moment()));
-- What stands is never rewritten: what was wrong is struck, what was forgotten is added to a note.

-- The units of a session. While guilt is open the database takes none about the offence, planned or delivered, and the plan says which those are: as it stands now, also where a session was
-- planned before the plan was moved to a version that says so.
grant select on session_units to :casework, :person, :oversight;
grant insert on session_units to :casework;
-- What has been said of a unit stays: only a planned one of which nothing is said yet takes a word.
grant update (delivered, reason, reason_words) on session_units to :casework;
create policy session_units_read_team on session_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_units_read_own on session_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy session_units_read_named on session_units for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_units_read_request on session_units for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy session_units_read_mine on session_units for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy session_units_write_team on session_units for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id())
  and not (not about_the_offence and exists (select from plan_units u join plans l on l.id = u.plan_id and l.state <> 'ended' where u.participant_id = session_units.participant_id and u.unit_id = session_units.unit_id and u.about_the_offence and u.replaced_at is null))
  and not (about_the_offence and not (select offence_is_open(session_units.participant_id))));
create policy session_units_write_own on session_units for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id())
  and not (not about_the_offence and exists (select from plan_units u join plans l on l.id = u.plan_id and l.state <> 'ended' where u.participant_id = session_units.participant_id and u.unit_id = session_units.unit_id and u.about_the_offence and u.replaced_at is null))
  and not (about_the_offence and not (select offence_is_open(session_units.participant_id))));
create policy session_units_change_team on session_units for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and not delivered and reason is null)
  with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and not (about_the_offence and delivered and not (select offence_is_open(session_units.participant_id)))
    and not (delivered and exists (select from plan_units u where u.participant_id = session_units.participant_id and u.unit_id = session_units.unit_id and u.about_the_offence and u.replaced_at is null)
      and not (select offence_is_open(session_units.participant_id))));
create policy session_units_change_own on session_units for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and not delivered and reason is null)
  with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and not (about_the_offence and delivered and not (select offence_is_open(session_units.participant_id)))
    and not (delivered and exists (select from plan_units u where u.participant_id = session_units.participant_id and u.unit_id = session_units.unit_id and u.about_the_offence and u.replaced_at is null)
      and not (select offence_is_open(session_units.participant_id))));

-- A reason that was said wrongly: whoever holds the session keeps what stood there, and only then, in the same moment, says it otherwise. Whether a unit was worked on is not touched by it.
grant select on unit_reasons_before to :casework, :person, :oversight;
grant insert on unit_reasons_before to :casework;
create policy unit_reasons_before_read_team on unit_reasons_before for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'team'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy unit_reasons_before_read_own on unit_reasons_before for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy unit_reasons_before_read_named on unit_reasons_before for select to :casework using (participant_id = any ((select people_for('session_content', 'read', 'named'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy unit_reasons_before_read_request on unit_reasons_before for select to :oversight using (participant_id = any ((select people_for('session_content', 'read', 'request'))::int[]));
create policy unit_reasons_before_read_mine on unit_reasons_before for select to :person using (participant_id = any ((select people_for('session_content', 'read', 'mine'))::int[]) and session_id <> all ((select struck_from_me())::int[]));
create policy unit_reasons_before_write_team on unit_reasons_before for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and author_id = (select actor_id()) and corrected_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.author_id = (select actor_id()) and s.state = 'held')
  and exists (select from session_units u where u.session_id = unit_reasons_before.session_id and u.unit_id = unit_reasons_before.unit_id and u.reason = unit_reasons_before.reason and u.reason_words = unit_reasons_before.reason_words));
create policy unit_reasons_before_write_own on unit_reasons_before for insert to :casework with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and corrected_at = (select moment())
  and exists (select from sessions s where s.id = session_id and s.author_id = (select actor_id()) and s.state = 'held')
  and exists (select from session_units u where u.session_id = unit_reasons_before.session_id and u.unit_id = unit_reasons_before.unit_id and u.reason = unit_reasons_before.reason and u.reason_words = unit_reasons_before.reason_words));
create policy session_units_correct_team on session_units for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[])
    and exists (select from unit_reasons_before b where b.session_id = session_units.session_id and b.unit_id = session_units.unit_id and b.author_id = (select actor_id()) and b.corrected_at = (select moment()) and b.reason = session_units.reason and b.reason_words = session_units.reason_words))
  with check (participant_id = any ((select people_for('session_content', 'write', 'team'))::int[]) and reason is not null);
create policy session_units_correct_own on session_units for update to :casework using (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id())
    and exists (select from unit_reasons_before b where b.session_id = session_units.session_id and b.unit_id = session_units.unit_id and b.author_id = (select actor_id()) and b.corrected_at = (select moment()) and b.reason = session_units.reason and b.reason_words = session_units.reason_words))
  with check (participant_id = any ((select people_for('session_content', 'write', 'own'))::int[]) and author_id = (select actor_id()) and reason is not null);

-- facilitator_note. A note is written and signed in its moment; how late after the meeting that was is told from it.
grant select on facilitator_notes to :casework, :person, :oversight;
grant insert, update (note, written_at, signed_at) on facilitator_notes to :casework;
create policy facilitator_note_read_team on facilitator_notes for select to :casework using (participant_id = any ((select people_for('facilitator_note', 'read', 'team'))::int[])
  -- Whoever came along keeps their own words also where the other one struck the meeting: they belong into another record, and nobody else can write them there.
  and (author_id = (select actor_id()) or signed_at is not null and session_id <> all ((select struck_by_anybody())::int[])));
create policy facilitator_note_read_named on facilitator_notes for select to :casework using (participant_id = any ((select people_for('facilitator_note', 'read', 'named'))::int[]) and signed_at is not null and session_id <> all ((select struck_by_anybody())::int[]));
create policy facilitator_note_read_request on facilitator_notes for select to :oversight using (participant_id = any ((select people_for('facilitator_note', 'read', 'request'))::int[]) and signed_at is not null);
create policy facilitator_note_read_mine on facilitator_notes for select to :person using (participant_id = any ((select people_for('facilitator_note', 'read', 'mine'))::int[]) and signed_at is not null and session_id <> all ((select struck_from_me())::int[]));
create policy facilitator_note_write_own on facilitator_notes for insert to :casework with check (participant_id = any ((select people_for('facilitator_note', 'write', 'own'))::int[]) and author_id = (select actor_id())
  and written_at = (select moment()) and coalesce(signed_at = (select moment()), true));
create policy facilitator_note_change_own on facilitator_notes for update to :casework using (participant_id = any ((select people_for('facilitator_note', 'write', 'own'))::int[]) and author_id = (select actor_id()) and signed_at is null) 
  with check (author_id = (select actor_id()) and written_at = (select moment()) and coalesce(signed_at = (select moment()), true));

-- mentor_note
grant select on mentor_notes to :casework, :person, :oversight;
grant insert, update (note, written_at, signed_at) on mentor_notes to :casework;
create policy mentor_note_read_own on mentor_notes for select to :casework using (participant_id = any ((select people_for('mentor_note', 'read', 'own'))::int[]) and author_id = (select actor_id()));
create policy mentor_note_read_named on mentor_notes for select to :casework using (participant_id = any ((select people_for('mentor_note', 'read', 'named'))::int[]) and signed_at is not null and session_id <> all ((select struck_from_me())::int[]));
create policy mentor_note_read_request on mentor_notes for select to :oversight using (participant_id = any ((select people_for('mentor_note', 'read', 'request'))::int[]) and signed_at is not null);
create policy mentor_note_read_mine on mentor_notes for select to :person using (participant_id = any ((select people_for('mentor_note', 'read', 'mine'))::int[]) and signed_at is not null and session_id <> all ((select struck_from_me())::int[]));
create policy mentor_note_write_own on mentor_notes for insert to :casework with check (participant_id = any ((select people_for('mentor_note', 'write', 'own'))::int[]) and author_id = (select actor_id())
  and written_at = (select moment()) and coalesce(signed_at = (select moment()), true));
create policy mentor_note_change_own on mentor_notes for update to :casework using (participant_id = any ((select people_for('mentor_note', 'write', 'own'))::int[]) and author_id = (select actor_id()) and signed_at is null) 
  with check (author_id = (select actor_id()) and written_at = (select moment()) and coalesce(signed_at = (select moment()), true));

-- A draft is read by its writer alone, and signed by nobody else. Whoever left with one left it in a drawer: nobody's, and still kept of the person. The coordinator learns that it is there, of
-- which meeting and by whom, and never what it says; whoever answers a request reads it as what is kept. It goes with the notes. It is nobody's from the moment in which the last of assignment,
-- role and time here has ended; named again, its writer has it again.
create policy facilitator_notes_owner on facilitator_notes for select to :owner using (signed_at is null);
create policy mentor_notes_owner on mentor_notes for select to :owner using (signed_at is null);
create or replace function signs_until(p_author int, p_participant int) returns timestamptz
language sql stable set search_path = public, pg_temp as $$
  select coalesce(max(least(coalesce(a.until_at, 'infinity'), coalesce(k.until_at, 'infinity'), coalesce(c.left_on::timestamp at time zone (select v.time_zone from services v), 'infinity'))), '-infinity')
  from assignments a join appointments k on k.colleague_id = a.colleague_id and k.role = a.role join colleagues c on c.id = a.colleague_id
  where a.colleague_id = p_author and a.participant_id = p_participant and a.role in ('facilitator', 'mentor') $$;
revoke all on function signs_until(int, int) from public;
drop function if exists drafts_left_behind();
create function drafts_left_behind()
returns table (participant_id int, session text, author_id int, starts_at timestamptz, left_at timestamptz)
language plpgsql stable rows 5 security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare me int := actor_id(); f int := focus_id(); at timestamptz := moment();
begin
  if actor_kind() <> 'colleague' or actor_shape() <> 'casework' or 'coordinator' <> all (roles_held()) then return; end if;
  return query select d.participant_id, s.public_id, d.author_id, s.starts_at, e.left_at
    from assignments m join lateral (select n.participant_id, n.session_id, n.author_id from facilitator_notes n where n.participant_id = m.participant_id and n.signed_at is null
        union all select n.participant_id, n.session_id, n.author_id from mentor_notes n where n.participant_id = m.participant_id and n.signed_at is null) d on true
    join sessions s on s.id = d.session_id and s.state <> 'struck' cross join lateral (select signs_until(d.author_id, d.participant_id) as left_at) e
    where m.colleague_id = me and m.role = 'coordinator' and m.from_at <= at and (m.until_at is null or m.until_at > at) and (f = 0 or m.participant_id = f) and e.left_at <= at and e.left_at > '-infinity' order by e.left_at limit 50;
end $$;
revoke all on function drafts_left_behind() from public;
grant execute on function drafts_left_behind() to :casework;
create or replace function drafts_of_nobody() returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(d.id), '{}') from (select n.id, n.participant_id, n.author_id from facilitator_notes n where n.signed_at is null
      union all select n.id, n.participant_id, n.author_id from mentor_notes n where n.signed_at is null) d
    where (focus_id() = 0 or d.participant_id = focus_id()) and signs_until(d.author_id, d.participant_id) <= moment());
end $$;
revoke all on function drafts_of_nobody() from public;
grant execute on function drafts_of_nobody() to :oversight;
create policy facilitator_note_read_request_left on facilitator_notes for select to :oversight using (participant_id = any ((select people_for('facilitator_note', 'read', 'request'))::int[]) and signed_at is null and id = any ((select drafts_of_nobody())::int[]));
create policy mentor_note_read_request_left on mentor_notes for select to :oversight using (participant_id = any ((select people_for('mentor_note', 'read', 'request'))::int[]) and signed_at is null and id = any ((select drafts_of_nobody())::int[]));

-- import: a coordinator writes sessions while confirming a file, for the people of their units, and reads none of them. Nobody signs for somebody else, so a note comes as a draft; and nothing comes that is still ahead. What stands already is asked of
-- a function that answers only whoever has such a file on its way in, and only about its rows: there, otherwise, or after the person had said stop and
-- before they said yes anew; or from before it was erased. What was called off after a stop is no meeting. Practical help under an agreement of its own is written by who gave it.
create policy withdrawals_owner on withdrawals for select to :owner using (true);
create policy session_attendance_write_import on sessions for insert to :casework with check ((select is_importing('sessions', 'session_attendance')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[])
  and state in ('held', 'missed', 'called-off') and recorded_at = (select moment()) and (starts_at at time zone (select v.time_zone from services v))::date <= (select today_on())
  and not (participant_id = any ((select people_with_erased('sessions'))::int[]) and is_from_before_erasing('sessions', participant_id, starts_at)));
create policy session_content_write_import on session_contents for insert to :casework with check ((select is_importing('sessions', 'session_content')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[]) and written_at = (select moment()));
create policy facilitator_note_write_import on facilitator_notes for insert to :casework with check ((select is_importing('sessions', 'facilitator_note')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[])
  and written_at = (select moment()) and signed_at is null);
create policy mentor_note_write_import on mentor_notes for insert to :casework with check ((select is_importing('sessions', 'mentor_note')) and participant_id = any ((select people_for('register', 'write', 'unit'))::int[])
  and written_at = (select moment()) and signed_at is null);
grant insert on session_keys to :casework;
create policy session_keys_write_import on session_keys for insert to :casework with check ((select is_importing('sessions', 'session_attendance')));
create policy session_keys_owner on session_keys for select to :owner using (true);
create or replace function sessions_standing(p_file text, p_rows jsonb) returns table (place int, stands text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine int[]; erased int[]; unnoted int[];
begin
  if not has_right('session_attendance', 'write', 'import') or not has_file('sessions', p_file) then return; end if;
  mine := people_for('register', 'write', 'unit');
  erased := people_with_erased('sessions');
  unnoted := people_with_erased('notes');
  return query select r.place, case when r.gone then 'erased' when k.key is null and r.stopped then 'stopped' when k.key is not null or exists (select from sessions s where s.participant_id = r.participant_id and s.starts_at = r.starts_at
      and s.author_id = r.author_id and s.state = r.state and s.state <> 'struck') then 'there' else 'otherwise' end
    from (select a.*, a.participant_id = any (erased) and is_from_before_erasing('sessions', a.participant_id, a.starts_at)
          or a.noted and a.participant_id = any (unnoted) and is_from_before_erasing('notes', a.participant_id, a.starts_at) as gone, a.state <> 'called-off' and exists (select from withdrawals w where w.participant_id = a.participant_id and w.purpose = 'programme' and w.withdrawn_at <= a.starts_at
        and not exists (select from consents c where c.participant_id = w.participant_id and c.purpose = 'programme' and c.answer = 'yes' and c.recorded_at > w.withdrawn_at
          and c.answered_on <= (a.starts_at at time zone (select v.time_zone from services v))::date)) as stopped
      from jsonb_to_recordset(p_rows) as a(place int, key text, participant_id int, starts_at timestamptz, author_id int, state text, noted boolean)) r
    left join session_keys k on k.key = r.key
    where r.participant_id = any (mine) and (k.key is not null or r.stopped or r.gone or exists (select from sessions s where s.participant_id = r.participant_id and s.starts_at = r.starts_at and s.state <> 'struck'));
end $$;
grant execute on function sessions_standing(text, jsonb) to :casework;

-- Meetings by month, for the head alone and only as counts. Nobody reads the tables: the caretaker's job counts anew, and the questions below round. A count
-- points at people, not at meetings: where fewer than five people met, nothing is told, and every figure is the next lower step of five. What all units make
-- together is made of what is told of them: who subtracts the others finds nothing of a small one.
create policy session_months_owner on session_months to :owner using (true) with check (true);
create policy session_months_together_owner on session_months_together to :owner using (true) with check (true);
create policy session_months_counted_owner on session_months_counted to :owner using (true) with check (true);
create policy plans_owner on plans for select to :owner using (true);
create or replace function count_session_months() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare zone text := (select s.time_zone from services s); made int;
begin
  if actor_name() <> 'caretaker' then raise insufficient_privilege; end if;
  -- Two processes may start together, and each counts at its start: one after the other.
  perform pg_advisory_xact_lock(hashtext('count_session_months'));
  delete from session_months;
  delete from session_months_together;
  insert into session_months (month, unit_id, programme, held, missed, people)
    select date_trunc('month', s.starts_at at time zone zone)::date, p.unit_id, coalesce(l.programme, ''), count(*) filter (where s.state = 'held'), count(*) filter (where s.state = 'missed'), count(distinct s.participant_id)
    from sessions s join participants p on p.id = s.participant_id left join plans l on l.id = s.plan_id where s.state in ('held', 'missed') group by 1, 2, 3;
  get diagnostics made = row_count;
  insert into session_months_together (month, programme, held, missed) select m.month, m.programme, sum(m.held), sum(m.missed) from session_months m where m.people >= 5 group by 1, 2;
  insert into session_months_counted (counted_at) values (moment()) on conflict (id) do update set counted_at = excluded.counted_at;
  return made;
end $$;
grant execute on function count_session_months() to :machine;

drop function if exists sessions_by_month(date);
create function sessions_by_month(from_on date) returns table (month date, programme text, held int, missed int, counted_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not has_right('session_attendance', 'read', 'count') then return; end if;
  return query select m.month, m.programme, m.held / 5 * 5, m.missed / 5 * 5, c.counted_at
    from session_months_counted c left join session_months_together m on m.month >= from_on order by m.month desc, m.programme;
end $$;
grant execute on function sessions_by_month(date) to :counts;

create or replace function sessions_by_unit(in_month date) returns table (unit text, programme text, held int, missed int, counted_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not has_right('session_attendance', 'read', 'count') then return; end if;
  return query select u.name, m.programme, case when m.people >= 5 then m.held / 5 * 5 end, case when m.people >= 5 then m.missed / 5 * 5 end, c.counted_at
    from session_months_counted c left join session_months m on m.month = in_month left join units u on u.id = m.unit_id order by u.name, m.programme;
end $$;
grant execute on function sessions_by_unit(date) to :counts;

-- What was decided to be erased, on its day, by the caretaker. A session itself goes only together with its notes and measures: as long as one of them is kept, when it was stays as its frame.
grant select (participant_id, session_id, written_at), delete on facilitator_notes to :machine;
grant select (participant_id, session_id, written_at), delete on mentor_notes to :machine;
grant select (participant_id, written_at), delete on session_contents to :machine;
grant select (participant_id, session_id), delete on session_units to :machine;
grant select (id, participant_id, recorded_at, plan_id, agreement_id), delete on sessions to :machine;
create policy facilitator_notes_erased on facilitator_notes to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
create policy mentor_notes_erased on mentor_notes to :machine using (participant_id = any ((select people_to_erase('notes'))::int[])) with check (false);
create policy session_contents_erased on session_contents to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);
create policy session_units_erased on session_units to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[])) with check (false);
create policy sessions_seen_to_erase on sessions for select to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[]));
create policy sessions_erased on sessions to :machine using (participant_id = any ((select people_to_erase('sessions'))::int[]) and participant_id = any ((select people_to_erase('notes'))::int[]) and participant_id = any ((select people_to_erase('measures'))::int[])) with check (false);

-- A notice is set aside once.
create policy set_aside_notices_set_aside_once on set_aside_notices as restrictive for update to :casework using (set_aside_at is null) with check (set_aside_at = (select moment()));
