-- A new rule set is carried to clients that have a profile. The directory, which sees clients of all tenants, learns that
-- there is one, and nothing of what it says.
alter table client add column has_filer_profile boolean not null
  generated always as (derived_filer_status is not null) stored;
grant select (has_filer_profile) on client to ${service}_directory;
create index client_with_filer_profile on client (client_id) where has_filer_profile;
