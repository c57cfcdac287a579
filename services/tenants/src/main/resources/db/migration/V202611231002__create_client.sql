-- An MSP's scope may add a client and sees none; a client's scope sees and changes that client alone; lists across
-- clients are the fleet's and the portfolio's.
create table client (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null,
  legal_name text not null check (length(legal_name) between 1 and 200),
  sort_name text collate "C" generated always as (lower(legal_name)) stored,
  fiscal_year_end_month smallint not null check (fiscal_year_end_month between 1 and 12),
  fiscal_year_end_day smallint not null check (fiscal_year_end_day between 1 and case fiscal_year_end_month
    when 2 then 29 when 4 then 30 when 6 then 30 when 9 then 30 when 11 then 30 else 31 end),
  time_zone text not null check (length(time_zone) <= 64),
  filer_status text check (filer_status in (
    'LARGE_ACCELERATED', 'ACCELERATED', 'NON_ACCELERATED', 'NEWLY_PUBLIC', 'NOT_A_FILER')),
  status text not null default 'ONBOARDING' check (status in (
    'ONBOARDING', 'ACTIVE', 'SUSPENDED', 'OFFBOARDING', 'CLOSED')),
  created_at timestamptz not null,
  version bigint not null,
  primary key (client_id),
  unique (msp_id, client_id),
  foreign key (msp_id) references msp (msp_id));
create index client_by_name on client (msp_id, sort_name, client_id);
alter table client enable row level security;
alter table client force row level security;
create policy app on client to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = coalesce(nullif(current_setting('app.client_id', true), '')::uuid, client_id));
create policy fleet on client for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on client for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy directory on client for select to ${service}_directory using (true);
grant select, insert, update on client to ${service}_app;
grant select on client to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id, status) on client to ${service}_directory;
