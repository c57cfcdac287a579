-- Rules of filer status that operators entered beside those that come with the service. They are the law's, not a
-- tenant's: every scope reads them, the platform's alone writes them, and nobody changes one.
create table filer_rule_set (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  id uuid not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9-]{2,59}$'),
  proposed_from date not null,
  source text not null check (length(source) between 1 and 2000),
  rules text not null check (rules is json object),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (msp_id, id),
  unique (msp_id, id, entered_by),
  constraint filer_rule_set_name unique (msp_id, name),
  check (msp_id = '00000000-0000-0000-0000-000000000000'));
alter table filer_rule_set enable row level security;
alter table filer_rule_set force row level security;
create policy app on filer_rule_set to ${service}_app
  using (nullif(current_setting('app.msp_id', true), '') is not null)
  with check (
    nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
grant select, insert on filer_rule_set to ${service}_app;

-- One decision on each, adopted by somebody else than who entered it; two never begin on one day.
create table filer_rule_decision (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  rule_set_id uuid not null,
  entered_by text not null,
  outcome text not null check (outcome in ('ADOPTED', 'WITHDRAWN')),
  effective_from date,
  decided_by text not null,
  decided_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  constraint filer_rule_decision_once primary key (msp_id, rule_set_id),
  constraint filer_rule_decision_one_a_day unique (msp_id, effective_from),
  foreign key (msp_id, rule_set_id, entered_by) references filer_rule_set (msp_id, id, entered_by),
  check ((outcome = 'ADOPTED') = (effective_from is not null)),
  constraint filer_rule_decision_by_another check (outcome = 'WITHDRAWN' or decided_by <> entered_by),
  check (msp_id = '00000000-0000-0000-0000-000000000000'));
alter table filer_rule_decision enable row level security;
alter table filer_rule_decision force row level security;
create policy app on filer_rule_decision to ${service}_app
  using (nullif(current_setting('app.msp_id', true), '') is not null)
  with check (
    nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
grant select, insert on filer_rule_decision to ${service}_app;

-- An adopted rule set whose row here is missing has yet to be carried to the clients' derived statuses.
create table filer_rule_carried (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  rule_set_id uuid not null,
  carried_at timestamptz not null,
  primary key (msp_id, rule_set_id),
  foreign key (msp_id, rule_set_id) references filer_rule_decision (msp_id, rule_set_id),
  check (msp_id = '00000000-0000-0000-0000-000000000000'));
alter table filer_rule_carried enable row level security;
alter table filer_rule_carried force row level security;
create policy app on filer_rule_carried to ${service}_app
  using (
    nullif(current_setting('app.msp_id', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
grant select, insert on filer_rule_carried to ${service}_app;
