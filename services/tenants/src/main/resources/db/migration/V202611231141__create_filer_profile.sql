-- What a client's filer status is made of, by fiscal year. Nothing is changed: each entry is a new version, and the
-- latest counts.
create table filer_profile_version (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  fiscal_year smallint not null check (fiscal_year between 1900 and 9999),
  version integer not null check (version >= 1),
  registration text not null check (registration in ('REPORTING', 'NOT_A_FILER')),
  fiscal_year_end date not null,
  year_end_month smallint not null,
  year_end_day smallint not null,
  currency text not null default 'USD' check (currency = 'USD'),
  public_float bigint check (public_float >= 0),
  public_float_measured_on date,
  previous_public_float bigint check (previous_public_float >= 0),
  revenue bigint check (revenue >= 0),
  previous_revenue bigint check (previous_revenue >= 0),
  months_reporting integer not null check (months_reporting >= 0),
  annual_reports_filed_before integer not null check (annual_reports_filed_before >= 0),
  previous_status text check (previous_status in ('LARGE_ACCELERATED', 'ACCELERATED', 'NON_ACCELERATED')),
  egc_claimed boolean not null,
  ipo_date date,
  non_convertible_debt bigint check (non_convertible_debt >= 0),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (client_id, id),
  constraint filer_profile_version_once unique (client_id, fiscal_year, version),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  check ((public_float is null) = (public_float_measured_on is null)),
  check (public_float_measured_on <= fiscal_year_end),
  check (registration = 'REPORTING' or (
    public_float is null and previous_public_float is null and revenue is null and previous_revenue is null
    and months_reporting = 0 and annual_reports_filed_before = 0 and previous_status is null
    and not egc_claimed and ipo_date is null and non_convertible_debt is null)),
  check (registration = 'NOT_A_FILER' or revenue is not null));
create index on filer_profile_version (msp_id, client_id);
alter table filer_profile_version enable row level security;
alter table filer_profile_version force row level security;
create policy app on filer_profile_version to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on filer_profile_version to ${service}_app;

-- What follows from the latest profile; it goes before the status that somebody entered. The release before this one
-- neither reads nor writes it.
alter table client add column derived_filer_status text check (derived_filer_status in (
  'LARGE_ACCELERATED', 'ACCELERATED', 'NON_ACCELERATED', 'NEWLY_PUBLIC', 'NOT_A_FILER'));
