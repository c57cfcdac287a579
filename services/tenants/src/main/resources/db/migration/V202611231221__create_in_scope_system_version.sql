-- Every version of a system as it was put, by whom and from when: the app may only add them. The owner is an id alone
-- here, for history outlives people; in_scope_system holds the key.
create table in_scope_system_version (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  system_id uuid not null,
  number bigint not null check (number >= 0),
  -- The version whose decision holds for this one: itself, or the one before when only the owner changed.
  proposal bigint not null check (proposal <= number),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in (
    'APPLICATION', 'DATABASE', 'OPERATING_SYSTEM', 'NETWORK', 'CLOUD', 'END_USER_COMPUTING')),
  hosting text not null check (hosting in ('ON_PREMISES', 'HOSTED', 'CLOUD', 'SAAS')),
  rationale text not null check (length(rationale) between 1 and 2000),
  supports text check (length(supports) <= 2000),
  vendor_name text check (length(vendor_name) between 1 and 200),
  vendor_id uuid,
  owner_person_id uuid,
  effective_on date not null check (effective_on between '2002-01-01' and '2100-12-31'),
  leaves_scope boolean not null,
  proposed_by text not null check (length(proposed_by) between 1 and 128),
  proposed_by_person_id uuid not null,
  proposed_at timestamptz not null,
  primary key (client_id, system_id, number),
  unique (client_id, system_id, number, proposed_by),
  foreign key (client_id, system_id) references in_scope_system (client_id, id),
  foreign key (client_id, system_id, proposal) references in_scope_system_version (client_id, system_id, number),
  check (vendor_id is null or vendor_name is not null));
create index on in_scope_system_version (msp_id, system_id);
alter table in_scope_system_version enable row level security;
alter table in_scope_system_version force row level security;
create policy app on in_scope_system_version to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on in_scope_system_version for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on in_scope_system_version for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on in_scope_system_version to ${service}_app;
grant select on in_scope_system_version to ${service}_fleet, ${service}_portfolio;

-- What a version rests on: systems of the same client, never itself.
create table in_scope_system_relation (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  system_id uuid not null,
  number bigint not null,
  kind text not null check (kind in ('RUNS_ON', 'STORES_DATA_IN')),
  other_id uuid not null,
  primary key (client_id, system_id, number, kind, other_id),
  foreign key (client_id, system_id, number) references in_scope_system_version (client_id, system_id, number),
  foreign key (client_id, other_id) references in_scope_system (client_id, id),
  check (other_id <> system_id));
create index on in_scope_system_relation (msp_id, system_id);
alter table in_scope_system_relation enable row level security;
alter table in_scope_system_relation force row level security;
create policy app on in_scope_system_relation to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on in_scope_system_relation for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on in_scope_system_relation for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on in_scope_system_relation to ${service}_app;
grant select on in_scope_system_relation to ${service}_fleet, ${service}_portfolio;
