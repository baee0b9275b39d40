-- Why: each piece of work begins with the rights of the roles that somebody holds, fifty of a thousand, and read all of them for it. An index holds them by role, with all that is asked of them.
-- Undo by hand: drop index rights_of_a_role;

create index rights_of_a_role on rights (role, shape) include (record, verb, scope);
