-- Packages still to be built, by any replica: a queue like work, and apart from it, because a build
-- takes minutes where a seal takes milliseconds. Without a tenant policy for the same reason as
-- there, so it holds ids and nothing else.
create table package_work (
  msp_id uuid not null,
  client_id uuid not null,
  package_id uuid not null,
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  primary key (client_id, package_id));
create index package_work_due on package_work (due_at);
alter table package_work enable row level security;
alter table package_work force row level security;
create policy worker on package_work to ${service}_app using (true);
grant select, insert, update, delete on package_work to ${service}_app;
