-- Uploads that are on their way: who holds which Idempotency-Key, and how many bytes they may still
-- bring. A row lives as long as its upload and leaves no trace when that is refused.
create table upload_claim (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  file_id uuid not null,
  subject text not null check (length(subject) <= 128),
  key text not null check (length(key) <= 128),
  request_hash text not null check (length(request_hash) = 64),
  announced_bytes bigint not null check (announced_bytes >= 0),
  claimed_at timestamptz not null default now(),
  primary key (client_id, file_id),
  unique (client_id, subject, key));
alter table upload_claim enable row level security;
alter table upload_claim force row level security;
create policy client on upload_claim to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
-- Update only so that a row can be locked.
grant select, insert, update, delete on upload_claim to ${service}_app;

-- What is still to be done for a file, by any replica: whoever takes a row moves its due_at into the
-- future and owns it until then (lease is the fencing token).
--
-- Without a tenant policy, because workers look for work before they know whose it is. So it
-- holds ids and nothing else; all that a worker reads or changes it does inside that client's scope.
create table work (
  msp_id uuid not null,
  client_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('SETTLE', 'SEAL', 'RECHECK')),
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  primary key (client_id, file_id));
create index work_due on work (due_at);
alter table work enable row level security;
alter table work force row level security;
create policy worker on work to ${service}_app using (true);
grant select, insert, update, delete on work to ${service}_app;
