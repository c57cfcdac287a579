-- Every move of a client from one state to the next. Each begins where the one before it ended, so that the rows are
-- one unbroken way from ONBOARDING; client.status repeats where it leads, for lists and the directory.
create table client_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  number int not null check (number > 0),
  previous int generated always as (nullif(number, 1) - 1) stored,
  from_status text not null,
  to_status text not null,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (client_id, number),
  unique (client_id, number, to_status),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  constraint client_transition_follows foreign key (client_id, previous, from_status)
    references client_transition (client_id, number, to_status),
  check (number > 1 or from_status = 'ONBOARDING'),
  check ((from_status, to_status) in (
    ('ONBOARDING', 'ACTIVE'), ('ONBOARDING', 'OFFBOARDING'), ('ACTIVE', 'SUSPENDED'), ('ACTIVE', 'OFFBOARDING'),
    ('SUSPENDED', 'ACTIVE'), ('SUSPENDED', 'OFFBOARDING'), ('OFFBOARDING', 'ACTIVE'), ('OFFBOARDING', 'CLOSED'))));
create index on client_transition (msp_id, client_id);
alter table client_transition enable row level security;
alter table client_transition force row level security;
create policy app on client_transition to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on client_transition to ${service}_app;
