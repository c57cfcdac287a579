-- A legal hold suspends the end of retention for what a matter may need: the items named, or all
-- that meet a filter, those that arrive later included. It is placed by one person; one asks for
-- its end and another one agrees. Each of the three is a row that is never changed.
create table legal_hold (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  matter text not null check (length(matter) between 1 and 200),
  reason text not null check (length(reason) between 1 and 2000),
  by_filter boolean not null,
  control_id text check (control_id ~ '^[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}$'),
  period_from date,
  period_to date,
  placed_by text not null check (length(placed_by) <= 128),
  placed_at timestamptz not null,
  check (period_from <= period_to),
  constraint filter_or_items check (
    by_filter or (control_id is null and period_from is null and period_to is null)),
  primary key (client_id, id));
create index legal_hold_of_msp on legal_hold (msp_id, id);
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy client on legal_hold to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on legal_hold for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on legal_hold for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on legal_hold to ${service}_app;
grant select on legal_hold to ${service}_fleet, ${service}_portfolio;

-- The items that a hold names.
create table legal_hold_item (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  hold_id uuid not null,
  evidence_id uuid not null,
  primary key (client_id, evidence_id, hold_id),
  foreign key (client_id, hold_id) references legal_hold (client_id, id),
  foreign key (client_id, evidence_id) references evidence (client_id, id));
create index legal_hold_item_of_hold on legal_hold_item (client_id, hold_id);
create index legal_hold_item_of_msp on legal_hold_item (msp_id, hold_id);
alter table legal_hold_item enable row level security;
alter table legal_hold_item force row level security;
create policy client on legal_hold_item to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on legal_hold_item for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on legal_hold_item for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on legal_hold_item to ${service}_app;
grant select on legal_hold_item to ${service}_fleet, ${service}_portfolio;

-- Somebody asks that a hold be lifted; once for each hold.
create table legal_hold_release (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  hold_id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by text not null check (length(asked_by) <= 128),
  asked_at timestamptz not null,
  primary key (client_id, hold_id),
  unique (client_id, hold_id, asked_by),
  foreign key (client_id, hold_id) references legal_hold (client_id, id));
create index legal_hold_release_of_msp on legal_hold_release (msp_id, hold_id);
alter table legal_hold_release enable row level security;
alter table legal_hold_release force row level security;
create policy client on legal_hold_release to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on legal_hold_release for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on legal_hold_release for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on legal_hold_release to ${service}_app;
grant select on legal_hold_release to ${service}_fleet, ${service}_portfolio;

-- The hold is lifted. Who asked stands in the row again, held by the key, so that the check can
-- see to it that somebody else agreed.
create table legal_hold_lifted (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  hold_id uuid not null,
  asked_by text not null,
  lifted_by text not null check (length(lifted_by) <= 128),
  lifted_at timestamptz not null,
  constraint two_people check (asked_by <> lifted_by),
  primary key (client_id, hold_id),
  foreign key (client_id, hold_id, asked_by)
    references legal_hold_release (client_id, hold_id, asked_by));
create index legal_hold_lifted_of_msp on legal_hold_lifted (msp_id, hold_id);
alter table legal_hold_lifted enable row level security;
alter table legal_hold_lifted force row level security;
create policy client on legal_hold_lifted to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on legal_hold_lifted for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on legal_hold_lifted for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on legal_hold_lifted to ${service}_app;
grant select on legal_hold_lifted to ${service}_fleet, ${service}_portfolio;
