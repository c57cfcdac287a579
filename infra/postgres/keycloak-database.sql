-- Keycloak's own database and role, in the form that service-database.sql explains.
do $$
begin
  if not exists (select from pg_roles where rolname = 'keycloak') then
    create role keycloak nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end
$$
-- ;;
alter role keycloak login password '${keycloak_password}'
-- ;;
create database keycloak owner keycloak
-- ;; database
revoke all on database keycloak from public
-- ;;
grant connect on database keycloak to keycloak
-- ;;
alter schema public owner to keycloak
