-- How people came, for a locked study: when referred and decided, how it was decided, and the last day on which something of it was recorded. Nobody's words, no source, no ground.

create policy referrals_for_evaluation on referrals for select to :owner using ((select study_in_force()) is not null);
create policy referral_decisions_for_evaluation on referral_decisions for select to :owner using ((select study_in_force()) is not null);

drop view if exists evaluation_referrals;
drop function if exists evaluation_referral_rows();
create function evaluation_referral_rows() returns table (person text, referred_on date, decided_on date, state text, answer text, followed_until date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare s studies; k text;
begin
  select * into s from studies where id = study_in_force();
  if s.id is null then return; end if;
  select secret into k from study_keys where study_id = s.id;
  return query select study_key(k, coalesce(r.participant_id::text, 'referral ' || r.id)), r.referred_on + m.shift,
      (select max(d.decided_at)::date from referral_decisions d where d.referral_id = r.id and d.decision = r.state) + m.shift, r.state, r.answer,
      greatest(r.referred_on, (select max(d.decided_at)::date from referral_decisions d where d.referral_id = r.id)) + m.shift
    from referrals r cross join lateral (select study_shift(coalesce((select o.public_id from participants o where o.id = r.participant_id), r.public_id)) as shift) m
    where (r.participant_id is null and r.programme = s.programme) or r.participant_id in (select sp.participant_id from study_people() sp where not sp.says_no);
end $$;
create view evaluation_referrals with (security_invoker = true) as select * from evaluation_referral_rows();
comment on view evaluation_referrals is 'For a locked study: referrals to its programme, how and when decided, under the study''s own keys, with dates moved.';
grant execute on function evaluation_referral_rows() to :evaluator;
grant select on evaluation_referrals to :evaluator;
