-- People who were asked to come; they become a person once Keycloak knows them. The mail address is there as long as the
-- invitation is open, since only then is it needed; what stays is a keyed hash of it.
create table invitation (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  id uuid not null,
  mail text check (length(mail) between 3 and 254),
  mail_hash text not null check (mail_hash ~ '^[0-9a-f]{64}$'),
  display_name text not null check (length(display_name) between 1 and 200),
  role text not null check (role in (
    'PLATFORM_OPERATOR', 'MSP_ADMIN', 'MSP_TECHNICIAN', 'MSP_REVIEWER', 'CLIENT_EXECUTIVE', 'CONTROL_OWNER', 'AUDITOR')),
  invited_by text not null check (length(invited_by) between 1 and 128),
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  person_id uuid,
  primary key (msp_id, id),
  unique (msp_id, id, scope_id),
  foreign key (msp_id, person_id, scope_id) references person (msp_id, id, scope_id));
create index on invitation (msp_id, scope_id, id);
create index on invitation (msp_id, person_id);
create index on invitation (msp_id, scope_id, mail_hash);
create unique index invitation_open_once on invitation (msp_id, scope_id, mail_hash) where mail is not null;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy app on invitation to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert, update (mail, expires_at, person_id) on invitation to ${service}_app;

-- How an invitation ended; it ends once.
create table invitation_end (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  invitation_id uuid not null,
  outcome text not null check (outcome in ('ACCEPTED', 'WITHDRAWN', 'EXPIRED')),
  decided_by text not null check (length(decided_by) between 1 and 128),
  decided_at timestamptz not null,
  reason text check (length(reason) between 1 and 1000),
  constraint invitation_end_once primary key (msp_id, invitation_id),
  foreign key (msp_id, invitation_id, scope_id) references invitation (msp_id, id, scope_id),
  check ((reason is not null) = (outcome = 'WITHDRAWN')));
alter table invitation_end enable row level security;
alter table invitation_end force row level security;
create policy app on invitation_end to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert on invitation_end to ${service}_app;
