-- Why: rows of a file that wait for somebody to be named stay with their file for a while, so that nobody has to find and send it again.
-- Undo by hand: alter table import_files drop column waiting;

alter table import_files add column waiting int not null default 0;
comment on column import_files.waiting is 'How many rows were left out only because somebody they name is not known here yet. As long as there are any, the file is kept for a month, unread, and can be taken up again.';
comment on table import_pieces is 'The bytes of such a file in pieces, so that none of it has to be held as a whole. Gone as soon as it is confirmed, unless rows of it wait.';
