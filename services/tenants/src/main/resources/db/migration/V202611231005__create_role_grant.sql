-- For whom somebody works at an MSP: for the MSP, or for its clients, never for both. The first grant writes it; every
-- grant refers to it with its own side, so that no order of events, however concurrent, can put a person on both.
create table allegiance (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  subject text not null check (length(subject) between 1 and 128),
  side text not null check (side in ('PLATFORM', 'MSP', 'CLIENT')),
  primary key (msp_id, subject),
  unique (msp_id, subject, side),
  check ((side = 'PLATFORM') = (msp_id = '00000000-0000-0000-0000-000000000000')));
alter table allegiance enable row level security;
alter table allegiance force row level security;
create policy app on allegiance to ${service}_app
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on allegiance to ${service}_app;

-- Grants stand at the platform, at an MSP (client_id null) or at a client; each scope sees its own. They are never
-- changed: what becomes of a grant is rows of role_grant_transition.
create table role_grant (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid default nullif(current_setting('app.client_id', true), '')::uuid,
  scope_id uuid not null generated always as (coalesce(client_id, msp_id)) stored,
  id uuid not null,
  person_id uuid not null,
  subject text not null,
  role text not null,
  side text not null generated always as (case
    when role = 'PLATFORM_OPERATOR' then 'PLATFORM'
    when role in ('MSP_ADMIN', 'MSP_TECHNICIAN', 'MSP_REVIEWER', 'INTEGRATION') then 'MSP'
    when role in ('CLIENT_EXECUTIVE', 'CONTROL_OWNER', 'AUDITOR') then 'CLIENT' end) stored,
  valid_from timestamptz not null,
  valid_until timestamptz check (valid_until > valid_from),
  reason text not null check (length(reason) between 1 and 1000),
  needs_approval boolean not null,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (msp_id, id),
  unique (msp_id, id, scope_id),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  foreign key (msp_id, person_id, subject) references person (msp_id, id, subject),
  constraint role_grant_one_side foreign key (msp_id, subject, side) references allegiance (msp_id, subject, side),
  check (client_id is not null or (side <> 'CLIENT' and role <> 'INTEGRATION')),
  check (role not in ('PLATFORM_OPERATOR', 'MSP_ADMIN') or client_id is null),
  check (role <> 'AUDITOR' or valid_until is not null),
  check (needs_approval = (role in ('CLIENT_EXECUTIVE', 'AUDITOR'))),
  check (granted_by <> subject));
create index on role_grant (msp_id, scope_id, id);
create index on role_grant (msp_id, subject);
create index on role_grant (msp_id, person_id);
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy app on role_grant to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
create policy directory on role_grant for select to ${service}_directory using (true);
grant select, insert on role_grant to ${service}_app;
grant select (msp_id, client_id, id, person_id, subject, role, valid_from, valid_until, needs_approval)
  on role_grant to ${service}_directory;

-- One row a step, so that each can happen once; a revoked grant stays revoked.
create table role_grant_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  grant_id uuid not null,
  step text not null check (step in ('APPROVED', 'REVOKED')),
  decided_by text not null,
  decided_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  constraint role_grant_transition_once primary key (msp_id, grant_id, step),
  foreign key (msp_id, grant_id, scope_id) references role_grant (msp_id, id, scope_id));
alter table role_grant_transition enable row level security;
alter table role_grant_transition force row level security;
create policy app on role_grant_transition to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
create policy directory on role_grant_transition for select to ${service}_directory using (true);
grant select, insert on role_grant_transition to ${service}_app;
grant select (msp_id, grant_id, step) on role_grant_transition to ${service}_directory;
