-- The register of MSPs is the platform's: its scope (the reserved MSP id 0) writes it and sees all of it; an MSP sees
-- its own row.
create table msp (
  msp_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  created_at timestamptz not null,
  primary key (msp_id),
  check (msp_id <> '00000000-0000-0000-0000-000000000000'));
alter table msp enable row level security;
alter table msp force row level security;
create policy app on msp to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    or nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000')
  with check (
    nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
create policy directory on msp for select to ${service}_directory using (true);
grant select, insert on msp to ${service}_app;
grant select (msp_id, status) on msp to ${service}_directory;
