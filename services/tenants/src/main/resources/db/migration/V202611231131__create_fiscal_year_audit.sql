-- When the audit of a fiscal year concluded, and a second one of the same year. Each row takes the place of the one
-- before it and leaves it readable: how long evidence is kept depends on these days.
create table fiscal_year_audit (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  fiscal_year text not null check (fiscal_year ~ '^[0-9]{4}T?$'),
  number int not null check (number > 0),
  previous int generated always as (nullif(number, 1) - 1) stored,
  audit_concluded_on date,
  re_audited_on date check (re_audited_on > audit_concluded_on),
  reason text not null check (length(reason) between 1 and 1000),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, fiscal_year, number),
  foreign key (msp_id, client_id) references client (msp_id, client_id) on update cascade,
  foreign key (client_id, fiscal_year, previous) references fiscal_year_audit (client_id, fiscal_year, number),
  check (re_audited_on is null or audit_concluded_on is not null));
create index on fiscal_year_audit (msp_id, client_id);
alter table fiscal_year_audit enable row level security;
alter table fiscal_year_audit force row level security;
create policy app on fiscal_year_audit to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on fiscal_year_audit to ${service}_app;
