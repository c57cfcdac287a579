-- Evidence that is asked for again and again. Never changed: a series that should go on otherwise is
-- ended, and another one begun.
create table evidence_series (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  control_id text not null check (control_id ~ '^[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}$'),
  title text not null check (length(title) between 1 and 200),
  asked text not null check (length(asked) between 1 and 4000),
  assignee_person_id uuid not null,
  rhythm text not null check (
    rhythm in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'DATES')),
  first_from date not null,
  due_after_days int not null check (due_after_days between 0 and 180),
  ahead_days int not null check (ahead_days between 0 and 366),
  time_zone text not null check (length(time_zone) between 1 and 64),
  raised_by text not null check (length(raised_by) <= 128),
  raised_by_person_id uuid not null,
  raised_at timestamptz not null,
  primary key (client_id, id));
create index evidence_series_of_control on evidence_series (client_id, control_id, id);
create index evidence_series_of_msp on evidence_series (msp_id, id);
alter table evidence_series enable row level security;
alter table evidence_series force row level security;
create policy client on evidence_series to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or assignee_person_id = nullif(current_setting('app.only_person', true), '')::uuid));
create policy fleet on evidence_series for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_series for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_series to ${service}_app;
grant select on evidence_series to ${service}_fleet, ${service}_portfolio;

-- The periods of a series that follows dates of its own, such as the quarters of a 52/53-week year.
create table evidence_series_period (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  series_id uuid not null,
  period_from date not null,
  period_to date not null,
  check (period_from <= period_to),
  primary key (client_id, series_id, period_from),
  foreign key (client_id, series_id) references evidence_series (client_id, id));
alter table evidence_series_period enable row level security;
alter table evidence_series_period force row level security;
create policy client on evidence_series_period to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_series s
      where s.client_id = evidence_series_period.client_id and s.id = evidence_series_period.series_id)));
create policy fleet on evidence_series_period for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_series_period for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_series_period to ${service}_app;
grant select on evidence_series_period to ${service}_fleet, ${service}_portfolio;

-- From when on a series asks no more: nothing for a period that begins after its last day.
create table evidence_series_end (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  series_id uuid not null,
  last_day date not null,
  reason text not null check (length(reason) between 1 and 1000),
  ended_by text not null check (length(ended_by) <= 128),
  ended_by_person_id uuid not null,
  ended_at timestamptz not null,
  primary key (client_id, series_id),
  foreign key (client_id, series_id) references evidence_series (client_id, id));
alter table evidence_series_end enable row level security;
alter table evidence_series_end force row level security;
create policy client on evidence_series_end to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_series s
      where s.client_id = evidence_series_end.client_id and s.id = evidence_series_end.series_id)));
create policy fleet on evidence_series_end for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_series_end for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_series_end to ${service}_app;
grant select on evidence_series_end to ${service}_fleet, ${service}_portfolio;
