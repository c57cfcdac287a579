-- Drills to be run and schedules to be kept, by any replica: a queue like package_work, and without
-- a tenant policy for the same reason, so it holds ids and times and nothing else.
create table drill_work (
  msp_id uuid not null,
  client_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('DRILL', 'SCHEDULE')),
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  primary key (client_id, subject_id));
create index drill_work_due on drill_work (kind, due_at);
alter table drill_work enable row level security;
alter table drill_work force row level security;
create policy worker on drill_work to ${service}_app using (true);
create policy transfer on drill_work to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert, update, delete on drill_work to ${service}_app;
grant select (msp_id, client_id), update (msp_id) on drill_work to ${service}_transfer;
