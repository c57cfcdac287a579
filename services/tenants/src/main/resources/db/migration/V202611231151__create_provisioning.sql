-- What is still to be done about a person's account at Keycloak, by any replica: whoever takes a row moves its due_at
-- into the future and owns it until then (lease is the fencing token).
--
-- Without a tenant policy, because workers look for work before they know whose it is, and a first sign-in is a subject
-- before it is anybody's person. So it holds ids and times and nothing else; all that a worker reads or changes besides
-- it does inside the scope of the place. CREATE, SEND and EXPIRE are about an invitation, the others about a person.
create table provisioning_work (
  msp_id uuid not null,
  scope_id uuid not null,
  entity_id uuid not null,
  kind text not null check (kind in ('CREATE', 'SEND', 'EXPIRE', 'DISABLE', 'ENABLE', 'LOG_OUT')),
  subject text check (length(subject) between 1 and 128),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  primary key (msp_id, entity_id, kind),
  check (kind in ('CREATE', 'EXPIRE') or subject is not null));
create index provisioning_work_due on provisioning_work (due_at);
create index provisioning_work_first_sign_in on provisioning_work (subject) where kind = 'EXPIRE';
alter table provisioning_work enable row level security;
alter table provisioning_work force row level security;
create policy worker on provisioning_work to ${service}_app using (true);
grant select, insert, update, delete on provisioning_work to ${service}_app;

-- How each piece of that work ended; the code says why one failed.
create table provisioning_step (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  entity_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('CREATE', 'SEND', 'DISABLE', 'ENABLE', 'LOG_OUT')),
  outcome text not null check (outcome in ('DONE', 'FAILED')),
  code text check (length(code) between 1 and 64),
  asked_at timestamptz not null,
  at timestamptz not null,
  primary key (msp_id, entity_id, id),
  check ((outcome = 'FAILED') = (code is not null)));
alter table provisioning_step enable row level security;
alter table provisioning_step force row level security;
create policy app on provisioning_step to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id in (
      nullif(current_setting('app.msp_id', true), '')::uuid,
      nullif(current_setting('app.client_id', true), '')::uuid))
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert on provisioning_step to ${service}_app;

-- The accounts that this service has switched off, and therefore may switch on again: what Keycloak's own admins switched
-- off is not in it. Accounts are the realm's and nobody's tenant's, so it holds their ids and nothing else.
create table account_off (
  subject text not null check (length(subject) between 1 and 128),
  at timestamptz not null default now(),
  primary key (subject));
alter table account_off enable row level security;
alter table account_off force row level security;
create policy worker on account_off to ${service}_app using (true);
grant select, insert, delete on account_off to ${service}_app;
