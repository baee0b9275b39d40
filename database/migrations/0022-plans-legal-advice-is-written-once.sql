-- Why: whether somebody had legal advice is recorded once, with the legal status (legal_advice). The person's answer to working on the offence keeps which
-- advice was known when it was given; nothing, where none was recorded.
-- Undo by hand: update offence_agreements set advice = 'pending' where advice is null and not agreed; alter table offence_agreements alter column advice set not null;

alter table offence_agreements alter column advice drop not null;
comment on table offence_agreements is 'Whether the person agrees to work on the offence. advice: what legal_advice said when they answered. The latest holds, only under the legal status and knowing the advice that it was given under.';
