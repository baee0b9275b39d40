-- Who is in a study: whoever has a plan of its programme, unless they said no to research or took their yes back. And their plans, with dates moved.

create policy plans_for_evaluation on plans for select to :owner using (true);
create policy consents_for_evaluation on consents for select to :owner using ((select study_in_force()) is not null);
create policy withdrawals_for_evaluation on withdrawals for select to :owner using ((select study_in_force()) is not null);

drop view if exists evaluation_plans;
drop function if exists evaluation_left_out();
drop function if exists evaluation_plan_rows();
drop function if exists study_participant_ids();
drop function if exists study_people();
create function study_people() returns table (participant_id int, person text, shift int, says_no boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare s studies; k text;
begin
  select * into s from studies where id = study_in_force();
  if s.id is null then return; end if;
  select secret into k from study_keys where study_id = s.id;
  return query select p.participant_id, study_key(k, p.participant_id::text), study_shift((select o.public_id from participants o where o.id = p.participant_id)),
      -- Where the answers about consent were erased, a no would read as if nobody had ever asked: only a new yes counts then.
      coalesce((select c.answer = 'no' from consents c where c.participant_id = p.participant_id and c.purpose = 'research' order by c.recorded_at desc, c.id desc limit 1),
          exists (select from erasure_decisions e join erasure_requests r on r.id = e.request_id where r.participant_id = p.participant_id and e.item = 'consents' and e.carried_out_at is not null))
        or exists (select from withdrawals w where w.participant_id = p.participant_id and w.purpose in ('research', 'data'))
    from (select distinct pl.participant_id from plans pl where pl.programme = s.programme) p;
end $$;

-- For the line in the log alone: whose rows the study reads. Numbers without a name, in no order.
create function study_participant_ids() returns int[] language plpgsql stable security definer set search_path = public, pg_temp as
  $$ begin return (select coalesce(array_agg(p.participant_id order by p.participant_id), '{}') from study_people() p where not p.says_no); end $$;
create function evaluation_left_out() returns int language plpgsql stable security definer set search_path = public, pg_temp as
  $$ begin return (select count(*)::int from study_people() p where p.says_no); end $$;

-- A plan that goes on is followed until the last thing that was recorded of it, never until today: whoever knows today would know by how much dates were moved.
create function evaluation_plan_rows() returns table (person text, begins_on date, ended_on date, followed_until date, state text, ending text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, p.begins_on + sp.shift, p.ended_on + sp.shift, coalesce(p.ended_on, greatest(p.begins_on,
      (select max(m.starts_at)::date from sessions m where m.plan_id = p.id and m.state in ('held', 'missed')),
      (select max(m.measured_on) from measures m where m.participant_id = p.participant_id and m.taken_back_at is null))) + sp.shift, p.state, p.ending
    from study_people() sp join plans p on p.participant_id = sp.participant_id join studies s on s.id = study_in_force() and s.programme = p.programme where not sp.says_no;
end $$;
create view evaluation_plans with (security_invoker = true) as select * from evaluation_plan_rows();
comment on view evaluation_plans is 'For a locked study: its people''s plans of the programme, under the study''s own keys, with dates moved.';
grant execute on function evaluation_plan_rows(), study_participant_ids(), evaluation_left_out() to :evaluator;
grant select on evaluation_plans to :evaluator;

-- From which day a plan stood in which stage of its programme; what was taken back is not in it.
drop view if exists evaluation_stages;
drop function if exists evaluation_stage_rows();
create function evaluation_stage_rows() returns table (person text, stage text, kind text, begins_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, g.stage, g.kind, g.begins_on + sp.shift
    from study_people() sp join plans p on p.participant_id = sp.participant_id join studies s on s.id = study_in_force() and s.programme = p.programme
      join plan_stages g on g.plan_id = p.id and g.taken_back_at is null where not sp.says_no;
end $$;
create view evaluation_stages with (security_invoker = true) as select * from evaluation_stage_rows();
comment on view evaluation_stages is 'For a locked study: the dated stages of its people''s plans, under the study''s own keys, with dates moved.';
create policy plan_stages_for_evaluation on plan_stages for select to :owner using ((select study_in_force()) is not null);

-- Which place of the study's own draw each person took, and the days that follow from it. That somebody was enrolled between two looks would tell their true day, and with it by how much
-- all their dates are moved. So it is not shown before other rows of the same person say it: when something of their plan is recorded on or after the drawn day, or the plan has ended; at
-- the latest when the moved day lies half a year back, which is at any time within the year and says nothing of the person.
drop view if exists evaluation_starts;
drop function if exists evaluation_start_rows();
create function evaluation_start_rows() returns table (person text, place int, earliest int, latest int, drawn int, every_days int, enrolled_on date, drawn_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, o.place, o.earliest, o.latest, o.drawn, o.every_days, e.enrolled_on + sp.shift, e.begins_on + sp.shift
    from study_people() sp join plans p on p.participant_id = sp.participant_id join study_enrolments e on e.plan_id = p.id and e.study_id = study_in_force()
      join study_start_points o on o.study_id = e.study_id and o.place = e.place
    where not sp.says_no and (p.ended_on is not null or e.begins_on + sp.shift <= today_on() - 182 or e.begins_on <= greatest(
      (select max(m.starts_at)::date from sessions m where m.plan_id = p.id and m.state in ('held', 'missed')), (select max(m.measured_on) from measures m where m.participant_id = p.participant_id and m.taken_back_at is null)));
end $$;
create view evaluation_starts with (security_invoker = true) as select * from evaluation_start_rows();
comment on view evaluation_starts is 'For a locked study with drawn starts: which place each person took, under the study''s own keys, with dates moved.';
grant execute on function evaluation_stage_rows(), evaluation_start_rows() to :evaluator;
grant select on evaluation_stages, evaluation_starts to :evaluator;
