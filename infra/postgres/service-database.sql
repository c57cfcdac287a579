-- One service's roles and database. Run as the cluster's superuser, at any time and again: every statement may be repeated.
--
-- ${service}, ${owner_password}, ${app_password} and ${relay_password} are replaced as plain text. Lines that hold only
-- the separator divide the statements. Those above the line "database" run in the database postgres, each on its own
-- and outside a transaction; "create database" alone cannot be made repeatable in SQL, so the runner takes 42P04
-- (duplicate_database) as done. Those below run in the service's own database.
--
-- The runtime roles own nothing and bypass nothing: whoever owns a table can switch its row-level security off.
do $$
declare
  suffix text;
begin
  foreach suffix in array array['owner', 'app', 'fleet', 'portfolio', 'transfer', 'relay'] loop
    if not exists (select from pg_roles where rolname = '${service}_' || suffix) then
      execute format('create role %I', '${service}_' || suffix);
    end if;
    execute format(
      'alter role %I nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit nologin',
      '${service}_' || suffix);
  end loop;
  -- Who may do what across all tenants is one service's question: only tenants answers it.
  if '${service}' = 'tenants' then
    if not exists (select from pg_roles where rolname = 'tenants_directory') then
      create role tenants_directory;
    end if;
    alter role tenants_directory
      nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit nologin;
  end if;
end
$$
-- ;;
alter role ${service}_owner login password '${owner_password}'
-- ;;
alter role ${service}_app login password '${app_password}'
-- ;;
alter role ${service}_relay login password '${relay_password}'
-- ;;
-- Without inherit the wider view is there only for a transaction that enters it with "set local role".
grant ${service}_fleet, ${service}_portfolio, ${service}_transfer to ${service}_app with inherit false, set true
-- ;;
do $$
begin
  if '${service}' = 'tenants' then
    grant tenants_directory to tenants_app with inherit false, set true;
  end if;
end
$$
-- ;;
create database ${service} owner ${service}_owner
-- ;; database
alter database ${service} owner to ${service}_owner
-- ;;
revoke all on database ${service} from public
-- ;;
grant connect on database ${service} to ${service}_owner, ${service}_app, ${service}_relay
-- ;;
alter schema public owner to ${service}_owner
-- ;;
revoke all on schema public from public
-- ;;
grant usage on schema public
  to ${service}_app, ${service}_fleet, ${service}_portfolio, ${service}_transfer, ${service}_relay
-- ;;
do $$
begin
  if '${service}' = 'tenants' then
    grant usage on schema public to tenants_directory;
  end if;
end
$$
