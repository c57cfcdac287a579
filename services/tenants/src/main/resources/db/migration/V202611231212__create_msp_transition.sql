-- An MSP is suspended and closed by the platform, whose scope alone writes the register; the MSP reads its own.
alter table msp drop constraint msp_status_check;
alter table msp add constraint msp_status_check check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED'));
alter table msp add column version bigint not null default 0;
grant update (status, version) on msp to ${service}_app;

create table msp_transition (
  msp_id uuid not null,
  number int not null check (number > 0),
  previous int generated always as (nullif(number, 1) - 1) stored,
  from_status text not null,
  to_status text not null,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (msp_id, number),
  unique (msp_id, number, to_status),
  foreign key (msp_id) references msp (msp_id),
  constraint msp_transition_follows foreign key (msp_id, previous, from_status)
    references msp_transition (msp_id, number, to_status),
  check (number > 1 or from_status = 'ACTIVE'),
  check ((from_status, to_status) in (
    ('ACTIVE', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'), ('SUSPENDED', 'CLOSED'))));
alter table msp_transition enable row level security;
alter table msp_transition force row level security;
create policy app on msp_transition to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    or nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000')
  with check (
    nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
grant select, insert on msp_transition to ${service}_app;
