create table in_scope_system (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in (
    'APPLICATION', 'DATABASE', 'OPERATING_SYSTEM', 'NETWORK', 'CLOUD', 'END_USER_COMPUTING')),
  hosting text not null check (hosting in ('ON_PREMISES', 'HOSTED', 'CLOUD', 'SAAS')),
  rationale text not null check (length(rationale) between 1 and 2000),
  supports text check (length(supports) <= 2000),
  created_at timestamptz not null,
  version bigint not null,
  primary key (client_id, id),
  foreign key (msp_id, client_id) references client (msp_id, client_id));
create unique index in_scope_system_name on in_scope_system (client_id, lower(name));
create index on in_scope_system (msp_id, client_id);
alter table in_scope_system enable row level security;
alter table in_scope_system force row level security;
create policy app on in_scope_system to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on in_scope_system for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on in_scope_system for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert, update on in_scope_system to ${service}_app;
grant select on in_scope_system to ${service}_fleet, ${service}_portfolio;
