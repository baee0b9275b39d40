-- Why: a report about few people is for the service; only what passed the protection of tables may be published, and is kept as a report of its own. Each is kept as a page too.
-- Undo by hand: alter table study_reports drop column audience, drop column page;

alter table study_reports add column audience text not null default 'inside';
alter table study_reports alter column audience drop default;
alter table study_reports add constraint study_reports_audience_known check (audience in ('inside', 'published'));
alter table study_reports add column page text not null default '';
alter table study_reports add constraint study_reports_page_not_endless check (length(page) < 20000000);
comment on table study_reports is 'A report as it was made, as a PDF and as a page, with a print of the data that it rests on: the same data give the same bytes. Inside: about few people, not for publication. Published: the tables that were given out, and nothing else about people.';
