-- A client's own rules of retention, dated: only added to, and followed by later ones.
create table retention_policy (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  valid_from date not null,
  evidence_class text not null check (evidence_class ~ '^[A-Z][A-Z0-9]{1,7}(-[0-9]{1,4})?$'),
  start_event text not null check (start_event in ('FISCAL_YEAR_END', 'AUDIT_CONCLUDED')),
  years int not null check (years between 1 and 30),
  reason text not null check (length(reason) between 1 and 500),
  set_by text not null check (length(set_by) <= 128),
  set_at timestamptz not null,
  primary key (client_id, id));
create index retention_policy_in_force
  on retention_policy (client_id, evidence_class, start_event, valid_from desc, id desc);
create index retention_policy_of_msp on retention_policy (msp_id, id);
alter table retention_policy enable row level security;
alter table retention_policy force row level security;
create policy client on retention_policy to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on retention_policy for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on retention_policy for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on retention_policy to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on retention_policy to ${service}_app;
grant select on retention_policy to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on retention_policy to ${service}_transfer;
