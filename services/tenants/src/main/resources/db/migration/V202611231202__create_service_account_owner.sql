-- Who answers for a service account: a person of the MSP, named anew when they hand over. The last row counts.
alter table person add unique (msp_id, id, kind);
create table service_account_owner (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  id uuid not null,
  account_id uuid not null,
  account_kind text not null generated always as ('SERVICE_ACCOUNT') stored,
  owner_id uuid not null,
  owner_kind text not null generated always as ('PERSON') stored,
  reason text not null check (length(reason) between 1 and 1000),
  named_by text not null,
  named_at timestamptz not null,
  primary key (msp_id, id),
  foreign key (msp_id, account_id, account_kind) references person (msp_id, id, kind),
  foreign key (msp_id, owner_id, owner_kind) references person (msp_id, id, kind));
create index on service_account_owner (msp_id, account_id, id);
create index on service_account_owner (msp_id, owner_id);
alter table service_account_owner enable row level security;
alter table service_account_owner force row level security;
create policy app on service_account_owner to ${service}_app
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid)
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and nullif(current_setting('app.client_id', true), '') is null);
grant select, insert on service_account_owner to ${service}_app;

-- Older releases leave it null, and may still make grants without an end; this one names the person who answers, and
-- then there is an end within a year.
alter table role_grant add column responsible_id uuid;
alter table role_grant add foreign key (msp_id, responsible_id) references person (msp_id, id);
alter table role_grant add constraint role_grant_of_service_account check (
  responsible_id is null
  or (role = 'INTEGRATION' and valid_until is not null and valid_until <= valid_from + interval '366 days'));
create index on role_grant (msp_id, responsible_id);
