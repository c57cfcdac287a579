-- When drills are due: a policy each of whose versions holds from the day, in UTC, on which it was
-- set to the day on which the next one was. Never changed, only added.
create table evidence_drill_schedule (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  version int not null check (version > 0),
  active boolean not null,
  every_months int not null check (every_months in (1, 3, 6, 12)),
  sample_size int not null check (sample_size between 1 and 200),
  first_on date not null,
  days_to_finish int not null check (days_to_finish between 1 and 28),
  reason text not null check (length(reason) between 1 and 500),
  set_by text not null check (length(set_by) <= 128),
  set_at timestamptz not null,
  primary key (client_id, version));
alter table evidence_drill_schedule enable row level security;
alter table evidence_drill_schedule force row level security;
create policy client on evidence_drill_schedule to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy transfer on evidence_drill_schedule to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill_schedule to ${service}_app;
grant select (msp_id, client_id), update (msp_id) on evidence_drill_schedule to ${service}_transfer;
