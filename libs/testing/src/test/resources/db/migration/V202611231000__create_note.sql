create table note (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  version int not null default 0,
  text text not null check (length(text) <= 100),
  primary key (client_id, id));
alter table note enable row level security;
alter table note force row level security;
create policy app on note to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on note for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on note for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any (
    (select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on note to ${service}_transfer using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create index note_of_msp on note (msp_id, id);
grant select, insert, update on note to ${service}_app;
grant select on note to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on note to ${service}_transfer;
