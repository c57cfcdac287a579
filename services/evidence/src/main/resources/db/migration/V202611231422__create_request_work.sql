-- What is to be done at a time for a series or a request, by any replica; as table work, and like it
-- without a tenant policy: workers look for work before they know whose it is. Ids and times alone.
create table request_work (
  msp_id uuid not null,
  client_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('SERIES', 'REMIND')),
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  primary key (client_id, subject_id));
create index request_work_due on request_work (kind, due_at);
alter table request_work enable row level security;
alter table request_work force row level security;
create policy worker on request_work to ${service}_app using (true);
grant select, insert, update, delete on request_work to ${service}_app;
