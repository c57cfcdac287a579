-- People of the platform (reserved MSP id 0), of an MSP (client_id null) and of its clients. A client's scope also sees
-- its MSP's people, who work for it, but writes only its own.
create table person (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  subject text not null check (length(subject) between 1 and 128),
  display_name text not null check (length(display_name) between 1 and 200),
  kind text not null check (kind in ('PERSON', 'SERVICE_ACCOUNT')),
  created_at timestamptz not null,
  primary key (msp_id, id),
  constraint person_once unique nulls not distinct (msp_id, client_id, subject),
  unique (msp_id, id, subject),
  foreign key (msp_id, client_id) references client (msp_id, client_id));
create index on person (msp_id, client_id, id);
alter table person enable row level security;
alter table person force row level security;
create policy app on person to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and (client_id is null or client_id = nullif(current_setting('app.client_id', true), '')::uuid))
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id is not distinct from nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on person to ${service}_app;
