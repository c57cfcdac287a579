-- scope_id is the client where there is one, else the MSP: keys of different scopes never meet.
create table idempotency_key (
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  subject text not null check (length(subject) <= 128),
  operation text not null check (length(operation) <= 128),
  key text not null check (length(key) <= 128),
  request_hash text not null check (length(request_hash) = 64),
  status int not null default 0,
  body text,
  location text,
  etag text,
  claimed_at timestamptz not null default now(),
  primary key (scope_id, subject, operation, key));
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy app on idempotency_key to ${service}_app using (
  scope_id = coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert, update on idempotency_key to ${service}_app;
