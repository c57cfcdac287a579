-- One decision a proposal, by somebody else than who proposed it: the key carries the proposer here, so that no code
-- can leave the comparison out. The app may only add.
create table in_scope_system_decision (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  system_id uuid not null,
  number bigint not null,
  decision text not null check (decision in ('APPROVED', 'REJECTED')),
  reason text check (length(reason) between 1 and 1000),
  proposed_by text not null,
  decided_by text not null check (length(decided_by) between 1 and 128),
  decided_by_person_id uuid not null,
  decided_at timestamptz not null,
  primary key (client_id, system_id, number),
  foreign key (client_id, system_id, number, proposed_by)
    references in_scope_system_version (client_id, system_id, number, proposed_by),
  constraint somebody_else_decides check (decided_by <> proposed_by),
  constraint rejection_has_a_reason check (decision <> 'REJECTED' or reason is not null));
create index on in_scope_system_decision (msp_id, system_id);
alter table in_scope_system_decision enable row level security;
alter table in_scope_system_decision force row level security;
create policy app on in_scope_system_decision to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on in_scope_system_decision for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on in_scope_system_decision for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on in_scope_system_decision to ${service}_app;
grant select on in_scope_system_decision to ${service}_fleet, ${service}_portfolio;
