-- The database roles of one service. Their names begin with the database's own name, because roles belong to a whole cluster.
-- None is superuser, none may bypass row-level security. Three sign in; the shapes are entered for one transaction with "set local role".
-- In the file each name stands as a word after a colon; `waymark migrate --print-roles` prints it with the names of a service filled in.
--   owner      makes and changes tables; row-level security is forced on it too
--   web        what the application signs in as; it may nothing by itself but enter a shape
--   evaluator  reads the pseudonymised views alone
-- On PostgreSQL 15 whoever owns a database may make tables in its schema public only by inheriting; the owner is a member of nothing else.
create role :owner login nosuperuser nobypassrls nocreaterole inherit;
create role :web login nosuperuser nobypassrls nocreaterole noinherit;
create role :evaluator login nosuperuser nobypassrls nocreaterole noinherit;
create role :casework nologin nosuperuser nobypassrls noinherit;
create role :person nologin nosuperuser nobypassrls noinherit;
create role :referrer nologin nosuperuser nobypassrls noinherit;
create role :counts nologin nosuperuser nobypassrls noinherit;
create role :oversight nologin nosuperuser nobypassrls noinherit;
create role :administrator nologin nosuperuser nobypassrls noinherit;
create role :machine nologin nosuperuser nobypassrls noinherit;
grant :casework, :person, :referrer, :counts, :oversight, :administrator, :machine to :web;
