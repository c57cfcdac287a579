-- With which MSP a client is since when, as far as this service has been told; there is a row for those alone that moved
-- (docs/adr/0014). Written in the client's scope at the MSP that it has come to.
create table client_home (
  client_id uuid not null,
  msp_id uuid not null,
  since timestamptz not null,
  primary key (client_id));
alter table client_home enable row level security;
alter table client_home force row level security;
create policy app on client_home to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert, update (msp_id, since) on client_home to ${service}_app;
