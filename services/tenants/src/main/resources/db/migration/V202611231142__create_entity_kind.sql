-- What a client is under the securities laws, and when. Each entry replaces the whole list: it is a new version, and
-- the latest counts.
create table entity_kinds_version (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  version integer not null check (version >= 1),
  reason text not null check (length(reason) between 1 and 1000),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (client_id, id),
  constraint entity_kinds_version_once unique (client_id, version),
  foreign key (msp_id, client_id) references client (msp_id, client_id));
create index on entity_kinds_version (msp_id, client_id);
alter table entity_kinds_version enable row level security;
alter table entity_kinds_version force row level security;
create policy app on entity_kinds_version to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on entity_kinds_version to ${service}_app;

create table entity_kind (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in (
    'ISSUER', 'WHOLLY_OWNED_SUBSIDIARY', 'FOREIGN_PRIVATE_ISSUER', 'IPO_PREPARATION', 'ACCOUNTING_FIRM',
    'SERVICE_PROVIDER')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (client_id, id),
  foreign key (client_id, version_id) references entity_kinds_version (client_id, id));
create index on entity_kind (client_id, version_id);
alter table entity_kind enable row level security;
alter table entity_kind force row level security;
create policy app on entity_kind to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on entity_kind to ${service}_app;
