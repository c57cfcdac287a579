-- One time somebody applied a library version to a year; its id is what the audit event is about.
create table library_application (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  fiscal_year int not null check (fiscal_year between 2002 and 2100),
  library_version text not null check (length(library_version) <= 20),
  applied_by_person_id uuid not null,
  applied_at timestamptz not null,
  primary key (client_id, id));
create index library_application_msp on library_application (msp_id, id);
alter table library_application enable row level security;
alter table library_application force row level security;
create policy client on library_application to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on library_application for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on library_application for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on library_application to ${service}_app;
grant select on library_application to ${service}_fleet, ${service}_portfolio;

create table client_control (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  application_id uuid not null,
  fiscal_year int not null check (fiscal_year between 2002 and 2100),
  control_id text not null check (control_id ~ '^[A-Z]{2}-[0-9]{2,3}$'),
  library_version text not null check (length(library_version) <= 20),
  domain text not null check (domain ~ '^[A-Z]{2}$'),
  key boolean not null,
  risk text not null check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  owner_person_id uuid,
  operator_person_id uuid,
  reviewer_person_id uuid,
  due_on date,
  version bigint not null default 0,
  changed_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, fiscal_year, control_id),
  foreign key (client_id, application_id) references library_application (client_id, id),
  -- Whoever operates a control does not review it (rulebook 5.7).
  check (reviewer_person_id <> operator_person_id));
create index client_control_application on client_control (client_id, application_id);
create index client_control_msp on client_control (msp_id, fiscal_year, control_id);
alter table client_control enable row level security;
alter table client_control force row level security;
create policy client on client_control to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on client_control for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on client_control for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on client_control to ${service}_app;
-- What a control is, is decided when it is applied; only who does it and when may change.
grant update (owner_person_id, operator_person_id, reviewer_person_id, due_on, version, changed_at)
  on client_control to ${service}_app;
grant select on client_control to ${service}_fleet, ${service}_portfolio;

create table client_control_system (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  client_control_id uuid not null,
  system_id uuid not null,
  primary key (client_id, client_control_id, system_id),
  foreign key (client_id, client_control_id) references client_control (client_id, id));
create index client_control_system_msp on client_control_system (msp_id, system_id);
alter table client_control_system enable row level security;
alter table client_control_system force row level security;
create policy client on client_control_system to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on client_control_system for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on client_control_system for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on client_control_system to ${service}_app;
grant select on client_control_system to ${service}_fleet, ${service}_portfolio;
