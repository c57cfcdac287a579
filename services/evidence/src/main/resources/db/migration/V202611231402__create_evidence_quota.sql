-- How many bytes an owner may keep, from a day on: a dated policy that is only ever added to. Where
-- there is none, the installation's own setting holds.
create table evidence_quota (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  bytes bigint not null check (bytes >= 0),
  in_force_from date not null,
  reason text not null check (length(reason) between 1 and 500),
  set_by text not null check (length(set_by) <= 128),
  set_at timestamptz not null,
  primary key (client_id, id));
create index evidence_quota_in_force on evidence_quota (client_id, in_force_from desc, id desc);
alter table evidence_quota enable row level security;
alter table evidence_quota force row level security;
create policy client on evidence_quota to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_quota to ${service}_app;
