-- One log a client; events of an MSP itself, and of the platform, go to a log of their own.
create table audit_event (
  log_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  id uuid not null,
  at timestamptz not null,
  action text not null,
  entity_type text not null,
  entity_id uuid not null,
  -- Text, not jsonb: these exact bytes (RFC 8785) are what the ledger hashes.
  body text not null check (length(body) <= 65536),
  primary key (log_id, id));
create index audit_event_entity on audit_event (log_id, entity_id, id);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy app on audit_event to ${service}_app using (
  log_id = coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid));
create policy relay on audit_event for select to ${service}_relay using (true);
grant select, insert on audit_event to ${service}_app;
grant select on audit_event to ${service}_relay;

-- Pointers that wait for the ledger's relay; written by the app, taken by the relay alone.
create table outbox (
  log_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  id uuid not null,
  event_id uuid not null,
  primary key (log_id, id),
  foreign key (log_id, event_id) references audit_event (log_id, id));
alter table outbox enable row level security;
alter table outbox force row level security;
create policy app on outbox for insert to ${service}_app with check (
  log_id = coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid));
create policy relay on outbox to ${service}_relay using (true);
grant insert on outbox to ${service}_app;
grant select, delete on outbox to ${service}_relay;
