-- Of whose a locked study was asked whether its programme fits, since when, and whether somebody went on against an answer. Not which rule, not what was answered, nobody's words.

create policy eligibility_answers_for_evaluation on eligibility_answers for select to :owner using ((select study_in_force()) is not null);
create policy assessor_answers_for_evaluation on assessor_answers for select to :owner using ((select study_in_force()) is not null);

drop view if exists evaluation_eligibility;
drop function if exists evaluation_eligibility_rows();
create function evaluation_eligibility_rows() returns table (person text, asked_on date, despite boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select sp.person, min(a.seen_on) + sp.shift, bool_or(a.answer = 'despite')
    from study_people() sp join studies st on st.id = study_in_force()
      join (select participant_id, programme, seen_on, answer from eligibility_answers union all select participant_id, programme, seen_on, answer from assessor_answers) a
        on a.participant_id = sp.participant_id and a.programme = st.programme
    where not sp.says_no group by sp.person, sp.shift;
end $$;
create view evaluation_eligibility with (security_invoker = true) as select * from evaluation_eligibility_rows();
comment on view evaluation_eligibility is 'For a locked study: of which of its people it was asked whether the programme fits, under the study''s own keys, with dates moved. Not what was answered.';
revoke all on function evaluation_eligibility_rows() from public;
grant execute on function evaluation_eligibility_rows() to :evaluator;
grant select on evaluation_eligibility to :evaluator;
