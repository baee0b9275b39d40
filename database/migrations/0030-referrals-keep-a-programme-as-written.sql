-- Why: a programme that came by file and has no definition asks its coordinator to choose one; that it stays as it was written is an answer too, and then nobody is asked again.
-- Undo by hand: alter table referrals drop column programme_kept;

alter table referrals add column programme_kept boolean not null default false;
comment on column referrals.programme_kept is 'The coordinator has seen that the programme asked for has no definition here, and keeps it as written.';
