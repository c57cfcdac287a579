-- What others call a client. One name means one client within an MSP; a wrong one is withdrawn and stays to be read.
-- As with client itself, an MSP's scope may add a row and sees none, which is how a whole batch is imported.
create table client_identifier (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  kind text not null check (kind in ('CIK', 'EIN', 'LEI', 'DUNS', 'OTHER')),
  scheme text check (length(scheme) between 1 and 64),
  value text collate "C" not null,
  added_by text not null,
  added_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
  primary key (client_id, id),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  check ((kind = 'OTHER') = (scheme is not null)),
  check (value ~ case kind
    when 'CIK' then '^[0-9]{10}$'
    when 'EIN' then '^[0-9]{2}-[0-9]{7}$'
    when 'LEI' then '^[0-9A-Z]{18}[0-9]{2}$'
    when 'DUNS' then '^[0-9]{9}$'
    else '^[!-~]{1,64}$' end),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawal_reason) in (0, 3)));
create unique index client_identifier_once on client_identifier (msp_id, kind, value, scheme)
  nulls not distinct where withdrawn_at is null;
create index on client_identifier (msp_id, client_id);
alter table client_identifier enable row level security;
alter table client_identifier force row level security;
create policy app on client_identifier to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = coalesce(nullif(current_setting('app.client_id', true), '')::uuid, client_id));
create policy fleet on client_identifier for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on client_identifier for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on client_identifier to ${service}_app;
grant update (withdrawn_by, withdrawn_at, withdrawal_reason) on client_identifier to ${service}_app;
grant select on client_identifier to ${service}_fleet, ${service}_portfolio;
