-- What happened to systems, in the order in which it became known: the app takes the next position while it alone
-- writes the client's systems, so whoever has read up to a position has missed nothing before it.
create table in_scope_system_change (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  position bigint not null check (position > 0),
  system_id uuid not null,
  -- The version that it made; none when nothing that matters to scope changed.
  number bigint,
  kind text not null check (kind in (
    'CLOUD_MOVE', 'ACQUISITION', 'REPLACEMENT', 'UPGRADE', 'VENDOR_CHANGE', 'OTHER', 'RETIREMENT')),
  effective_on date not null check (effective_on between '2002-01-01' and '2100-12-31'),
  description text check (length(description) between 1 and 2000),
  replaced_by uuid,
  recorded_by text not null check (length(recorded_by) between 1 and 128),
  recorded_by_person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, position),
  foreign key (client_id, system_id) references in_scope_system (client_id, id),
  foreign key (client_id, system_id, number) references in_scope_system_version (client_id, system_id, number),
  foreign key (client_id, replaced_by) references in_scope_system (client_id, id),
  check ((kind = 'REPLACEMENT') = (replaced_by is not null)),
  check (replaced_by <> system_id),
  check (number is not null or kind in ('UPGRADE', 'OTHER')));
create index on in_scope_system_change (client_id, system_id);
create index on in_scope_system_change (msp_id, client_id);
alter table in_scope_system_change enable row level security;
alter table in_scope_system_change force row level security;
create policy app on in_scope_system_change to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on in_scope_system_change for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on in_scope_system_change for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on in_scope_system_change to ${service}_app;
grant select on in_scope_system_change to ${service}_fleet, ${service}_portfolio;
