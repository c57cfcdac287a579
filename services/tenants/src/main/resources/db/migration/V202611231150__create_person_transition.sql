-- The place that a person belongs to, in one column, so that other tables can refer to a person of that very place.
alter table person add column scope_id uuid not null generated always as (coalesce(client_id, msp_id)) stored;
alter table person add constraint person_of_scope unique (msp_id, id, scope_id);
create index person_by_subject on person (msp_id, subject);

-- What became of a person: disabled when they leave, active again for a reason. Without any row a person is active. The
-- steps are numbered and alternate, so of two that come at once only one can be the next.
create table person_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  scope_id uuid not null default coalesce(
    nullif(current_setting('app.client_id', true), '')::uuid,
    nullif(current_setting('app.msp_id', true), '')::uuid),
  person_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('ACTIVE', 'DISABLED')),
  cause text not null check (cause in ('DEPARTURE', 'INVITATION_WITHDRAWN', 'INVITATION_EXPIRED', 'REINSTATEMENT')),
  last_day date,
  decided_by text not null check (length(decided_by) between 1 and 128),
  decided_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  constraint person_transition_once primary key (msp_id, person_id, number),
  foreign key (msp_id, person_id, scope_id) references person (msp_id, id, scope_id),
  check ((state = 'DISABLED') = (number % 2 = 1)),
  check ((state = 'ACTIVE') = (cause = 'REINSTATEMENT')),
  check ((last_day is not null) = (cause = 'DEPARTURE')));
alter table person_transition enable row level security;
alter table person_transition force row level security;
create policy app on person_transition to ${service}_app
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
create policy directory on person_transition for select to ${service}_directory using (true);
grant select, insert on person_transition to ${service}_app;
grant select (msp_id, person_id, number, state) on person_transition to ${service}_directory;

-- Whether an account is still needed anywhere is a question across tenants: ids and subjects, no names.
create policy directory on person for select to ${service}_directory using (true);
grant select (msp_id, client_id, id, subject) on person to ${service}_directory;
