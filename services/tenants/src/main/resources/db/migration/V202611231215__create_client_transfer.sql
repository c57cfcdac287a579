-- A client goes from one MSP to another once its present MSP has proposed it, the other has accepted it and the platform
-- has approved it (docs/adr/0014). Each of the three writes its own step in its own scope, and the policies let nobody
-- write another's. msp_id is the MSP that is to receive the client.
create table client_transfer (
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  msp_id uuid not null,
  from_msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  -- As the proposing MSP shows the client to the other one.
  client_name text not null check (length(client_name) between 1 and 200),
  reason text not null check (length(reason) between 1 and 1000),
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, id, msp_id, from_msp_id),
  foreign key (client_id) references client (client_id),
  constraint client_transfer_target foreign key (msp_id) references msp (msp_id),
  check (msp_id <> from_msp_id));
create index on client_transfer (msp_id, id);
alter table client_transfer enable row level security;
alter table client_transfer force row level security;
create policy app on client_transfer to ${service}_app
  using (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    or (nullif(current_setting('app.client_id', true), '') is null
      and nullif(current_setting('app.msp_id', true), '')::uuid in (
        msp_id, from_msp_id, '00000000-0000-0000-0000-000000000000')))
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and from_msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy transfer on client_transfer for select to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on client_transfer to ${service}_app;
grant select (client_id, id, msp_id) on client_transfer to ${service}_transfer;

create table client_transfer_step (
  client_id uuid not null,
  transfer_id uuid not null,
  msp_id uuid not null,
  from_msp_id uuid not null,
  step text not null check (step in ('ACCEPTED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  needs text generated always as (case when step = 'APPROVED' then 'ACCEPTED' end) stored,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (client_id, transfer_id, step),
  foreign key (client_id, transfer_id, msp_id, from_msp_id)
    references client_transfer (client_id, id, msp_id, from_msp_id),
  constraint client_transfer_accepted foreign key (client_id, transfer_id, needs)
    references client_transfer_step (client_id, transfer_id, step));
create unique index client_transfer_ends_once on client_transfer_step (client_id, transfer_id)
  where step <> 'ACCEPTED';
alter table client_transfer_step enable row level security;
alter table client_transfer_step force row level security;
create policy app on client_transfer_step to ${service}_app
  using (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    or (nullif(current_setting('app.client_id', true), '') is null
      and nullif(current_setting('app.msp_id', true), '')::uuid in (
        msp_id, from_msp_id, '00000000-0000-0000-0000-000000000000')))
  with check (case step
    when 'WITHDRAWN' then
      client_id = nullif(current_setting('app.client_id', true), '')::uuid
      and from_msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    when 'ACCEPTED' then
      nullif(current_setting('app.client_id', true), '') is null
      and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    when 'DECLINED' then
      nullif(current_setting('app.client_id', true), '') is null
      and nullif(current_setting('app.msp_id', true), '')::uuid in (
        msp_id, '00000000-0000-0000-0000-000000000000')
    else
      nullif(current_setting('app.client_id', true), '') is null
      and nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000' end);
create policy transfer on client_transfer_step for select to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on client_transfer_step to ${service}_app;
grant select on client_transfer_step to ${service}_transfer;

-- Who of an MSP that has lost the client once worked for it: what they did stays, and so does their name.
create table former_person (
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  display_name text not null check (length(display_name) between 1 and 200),
  kind text not null check (kind in ('PERSON', 'SERVICE_ACCOUNT')),
  former_msp_id uuid not null,
  known_since timestamptz not null,
  left_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id) references client (client_id));
alter table former_person enable row level security;
alter table former_person force row level security;
create policy app on former_person to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on former_person to ${service}_app;
