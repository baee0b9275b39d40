-- Why: a report says until when it may be used and that it is then destroyed, and on that day nobody was told: it lay in a file of the authority for good, as far as anybody here knew. And where no rule
-- lets anything leave, whoever wrote down that an authority asked had to give reasons why it was needed.
-- Undo by hand: delete the tellings with the cause 'over', and put both constraints back as 0071 has them.

alter table disclosure_tellings drop constraint disclosure_tellings_cause_known, add constraint disclosure_tellings_cause_known
  check (cause in ('withdrawal', 'error', 'meetings', 'over') and (since_at is null) = (cause = 'meetings') and num_nonnulls(offered_now, held_now, service_now) = case cause when 'meetings' then 3 else 0 end);
comment on column disclosure_tellings.since_at is 'When it happened: the stop, the mistake that was found, or the end of the last day on which the report could be used.';

alter table disclosure_statements drop constraint disclosure_statements_say_why, add constraint disclosure_statements_say_why
  check (length(trim(authority)) > 0 and length(trim(recipient_function)) > 0 and length(trim(purpose)) > 0 and (length(trim(necessity)) > 0 or basis = ''));
