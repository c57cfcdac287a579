-- Periodic reviews of who has access (control AM-04): the listing is frozen line by line, each line is decided once, and
-- what happens to a review are rows.
create table access_review (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid default nullif(current_setting('app.client_id', true), '')::uuid,
  scope_id uuid not null generated always as (coalesce(client_id, msp_id)) stored,
  id uuid not null,
  coverage text not null check (coverage in ('ALL', 'PRIVILEGED')),
  rule_set text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  decide_by date not null,
  complete_by date not null,
  query text not null,
  parameters text not null,
  row_count integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  grants_ever integer not null,
  grants_revoked integer not null,
  grants_expired integer not null,
  grants_pending integer not null,
  grants_scheduled integer not null,
  primary key (msp_id, id),
  unique (msp_id, id, scope_id),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  check (decide_by <= complete_by),
  constraint access_review_is_complete check (
    row_count = grants_ever - grants_revoked - grants_expired - grants_pending - grants_scheduled));
create index on access_review (msp_id, scope_id, id);
alter table access_review enable row level security;
alter table access_review force row level security;
create policy app on access_review to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
create policy fleet on access_review for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on access_review for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on access_review to ${service}_app;
grant select on access_review to ${service}_fleet, ${service}_portfolio;

-- The lines are written first and hashed as they stand here, so the review they belong to follows in the transaction.
create table access_review_line (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  review_id uuid not null,
  grant_id uuid not null,
  person_id uuid not null,
  subject text not null,
  role text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by text not null,
  granted_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  primary key (msp_id, review_id, grant_id),
  unique (msp_id, review_id, grant_id, subject),
  foreign key (msp_id, review_id, scope_id) references access_review (msp_id, id, scope_id)
    deferrable initially deferred,
  foreign key (msp_id, grant_id, scope_id) references role_grant (msp_id, id, scope_id));
create index on access_review_line (msp_id, grant_id);
alter table access_review_line enable row level security;
alter table access_review_line force row level security;
create policy app on access_review_line to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert on access_review_line to ${service}_app;

create table access_review_decision (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  review_id uuid not null,
  grant_id uuid not null,
  subject text not null,
  decision text not null check (decision in ('KEEP', 'REVOKE', 'CHANGE')),
  change_to text,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by text not null,
  decided_at timestamptz not null,
  independent boolean not null,
  remove_by date,
  constraint access_review_decision_once primary key (msp_id, review_id, grant_id),
  foreign key (msp_id, review_id, scope_id) references access_review (msp_id, id, scope_id),
  foreign key (msp_id, review_id, grant_id, subject)
    references access_review_line (msp_id, review_id, grant_id, subject),
  constraint access_review_decision_by_others check (decided_by <> subject),
  check ((decision = 'CHANGE') = (change_to is not null)),
  check ((decision = 'KEEP') = (remove_by is null)));
alter table access_review_decision enable row level security;
alter table access_review_decision force row level security;
create policy app on access_review_decision to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert on access_review_decision to ${service}_app;

-- The listing as it is afterwards: what proves that removals were carried out.
create table access_review_extract (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  review_id uuid not null,
  id uuid not null,
  query text not null,
  parameters text not null,
  run_by text not null,
  run_at timestamptz not null,
  row_count integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  listing text not null,
  outstanding integer not null check (outstanding >= 0),
  primary key (msp_id, id),
  foreign key (msp_id, review_id, scope_id) references access_review (msp_id, id, scope_id));
create index on access_review_extract (msp_id, review_id, id);
alter table access_review_extract enable row level security;
alter table access_review_extract force row level security;
create policy app on access_review_extract to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
grant select, insert on access_review_extract to ${service}_app;

-- A review closes once, one way or the other.
create table access_review_closure (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid default nullif(current_setting('app.client_id', true), '')::uuid,
  scope_id uuid not null generated always as (coalesce(client_id, msp_id)) stored,
  review_id uuid not null,
  outcome text not null check (outcome in ('COMPLETED', 'FAILED')),
  reason text not null check (length(reason) between 1 and 1000),
  closed_by text not null,
  closed_at timestamptz not null,
  constraint access_review_closed_once primary key (msp_id, review_id),
  foreign key (msp_id, review_id, scope_id) references access_review (msp_id, id, scope_id),
  foreign key (msp_id, client_id) references client (msp_id, client_id));
alter table access_review_closure enable row level security;
alter table access_review_closure force row level security;
create policy app on access_review_closure to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
create policy fleet on access_review_closure for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on access_review_closure for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on access_review_closure to ${service}_app;
grant select on access_review_closure to ${service}_fleet, ${service}_portfolio;

-- Who else could decide on a line is asked in the directory's role.
grant select (scope_id) on role_grant to ${service}_directory;
