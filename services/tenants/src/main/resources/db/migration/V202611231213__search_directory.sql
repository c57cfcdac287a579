-- Ten thousand clients and twenty thousand people are found by the beginning of a name, and clients by their states too,
-- each by walking one index in the order of the answer.
create index client_by_status on client (msp_id, status, sort_name, client_id);
create index client_by_filer_status on client (msp_id, filer_status, sort_name, client_id);

alter table person add column sort_name text collate "C" generated always as (lower(display_name)) stored;
create index person_by_name on person (msp_id, sort_name, id);
create policy fleet on person for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on person for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and (client_id is null
      or client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[])));
grant select on person to ${service}_fleet, ${service}_portfolio;
