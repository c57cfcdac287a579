-- An operator's reading at one client. No grant of the MSP's, so that nobody there has to be asked; and never changed or
-- removed, so that everybody there sees it.
--
-- Access cannot be stretched by asking again: the rows of one operator at one client are a chain (each names the one
-- before, ordinals have no gap and no fork), and none begins before the rest that follows the one before. The figures
-- are the most that the dated rules may allow.
create table break_glass (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  subject text not null check (length(subject) between 1 and 128),
  person_id uuid not null,
  reason text not null check (length(reason) between 20 and 1000),
  rule_set text not null,
  ordinal integer not null check (ordinal >= 1),
  previous_ordinal integer generated always as (case when ordinal > 1 then ordinal - 1 end) stored,
  previous_rests_until timestamptz,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  rests_until timestamptz not null,
  primary key (client_id, id),
  constraint break_glass_chain unique (client_id, subject, ordinal),
  unique (client_id, subject, ordinal, rests_until),
  unique (client_id, id, subject),
  foreign key (client_id, subject, previous_ordinal, previous_rests_until)
    references break_glass (client_id, subject, ordinal, rests_until),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  check ((ordinal > 1) = (previous_rests_until is not null)),
  constraint break_glass_rests check (valid_from >= previous_rests_until),
  constraint break_glass_is_short check (
    valid_until > valid_from and valid_until <= valid_from + interval '4 hours'),
  constraint break_glass_is_rare check (rests_until >= valid_until + interval '20 hours'));
create index on break_glass (msp_id, client_id);
create index on break_glass (msp_id, id);
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy app on break_glass to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on break_glass for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on break_glass for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy directory on break_glass for select to ${service}_directory using (true);
grant select, insert on break_glass to ${service}_app;
grant select on break_glass to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id, id, subject, person_id, valid_from, valid_until) on break_glass
  to ${service}_directory;

create table break_glass_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  break_glass_id uuid not null,
  subject text not null,
  step text not null check (step in ('ENDED', 'ACKNOWLEDGED')),
  decided_by text not null,
  decided_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  constraint break_glass_transition_once primary key (client_id, break_glass_id, step),
  foreign key (client_id, break_glass_id, subject) references break_glass (client_id, id, subject),
  foreign key (msp_id, client_id) references client (msp_id, client_id),
  constraint break_glass_transition_by_others check (step = 'ENDED' or decided_by <> subject));
create index on break_glass_transition (msp_id, client_id);
alter table break_glass_transition enable row level security;
alter table break_glass_transition force row level security;
create policy app on break_glass_transition to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on break_glass_transition for select to ${service}_fleet
  using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on break_glass_transition for select to ${service}_portfolio
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy directory on break_glass_transition for select to ${service}_directory using (true);
grant select, insert on break_glass_transition to ${service}_app;
grant select on break_glass_transition to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id, break_glass_id, step) on break_glass_transition to ${service}_directory;
