-- An item of evidence: what it shows, for which control and which dates, and how it was obtained.
-- The period that it covers stands apart from the moment it arrived. Never changed, only added.
create table evidence (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  control_id text not null check (control_id ~ '^[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}$'),
  period_from date not null,
  period_to date not null,
  source_system text not null check (length(source_system) between 1 and 200),
  obtained_how text check (length(obtained_how) between 1 and 4000),
  added_by text not null check (length(added_by) <= 128),
  arrived_at timestamptz not null,
  check (period_from <= period_to),
  primary key (client_id, id));
create index evidence_of_control on evidence (client_id, control_id, id);
create index evidence_of_msp on evidence (msp_id, id);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy client on evidence to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on evidence for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence to ${service}_app;
grant select on evidence to ${service}_fleet, ${service}_portfolio;

-- A file of an item: what we received, counted and hashed by ourselves before the store made an
-- object of it. Where it stands in its life is in evidence_transition.
create table evidence_file (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  evidence_id uuid not null,
  name text not null check (length(name) between 1 and 255),
  media_type text not null check (length(media_type) between 3 and 127),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bucket text not null,
  object_key text not null,
  added_by text not null check (length(added_by) <= 128),
  added_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, evidence_id) references evidence (client_id, id));
create index evidence_file_of_item on evidence_file (client_id, evidence_id, id);
-- The byte quota sums sizes from the index alone.
create index evidence_file_bytes on evidence_file (client_id) include (size_bytes);
create index evidence_file_of_msp on evidence_file (msp_id, id);
alter table evidence_file enable row level security;
alter table evidence_file force row level security;
create policy client on evidence_file to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on evidence_file for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_file for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_file to ${service}_app;
grant select on evidence_file to ${service}_fleet, ${service}_portfolio;

-- The life of a file as a chain of rows. The keys make the state machine: a state is entered once,
-- only from a state that was entered, and each state is left once. So of two workers that want to
-- move a file, or an upload that ends and a clean-up that gives it up, exactly one can.
create table evidence_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  file_id uuid not null,
  state text not null,
  previous text,
  step smallint not null,
  at timestamptz not null,
  version_id text check (length(version_id) between 1 and 1024),
  retain_until timestamptz,
  rule_set text check (length(rule_set) <= 100),
  reason text check (length(reason) <= 100),
  primary key (client_id, file_id, state),
  unique nulls not distinct (client_id, file_id, previous),
  foreign key (client_id, file_id) references evidence_file (client_id, id),
  foreign key (client_id, file_id, previous)
    references evidence_transition (client_id, file_id, state),
  constraint legal_step check (
    (coalesce(previous, ''), state, step) in (
      ('', 'PENDING', 0),
      ('PENDING', 'UPLOADED', 1),
      ('PENDING', 'ABANDONED', 1),
      ('UPLOADED', 'VERIFIED', 2),
      ('UPLOADED', 'QUARANTINED', 2),
      ('ABANDONED', 'QUARANTINED', 2),
      ('VERIFIED', 'SEALED', 3),
      ('VERIFIED', 'QUARANTINED', 3))),
  constraint facts_of_state check (
    (version_id is not null) = (state = 'UPLOADED' or (state = 'QUARANTINED' and previous = 'ABANDONED'))
    and (retain_until is not null) = (state in ('UPLOADED', 'SEALED'))
    and (rule_set is not null) = (state = 'SEALED')
    and (reason is not null) = (state in ('ABANDONED', 'QUARANTINED'))));
create index evidence_transition_of_msp on evidence_transition (msp_id, file_id);
alter table evidence_transition enable row level security;
alter table evidence_transition force row level security;
create policy client on evidence_transition to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on evidence_transition for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_transition for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_transition to ${service}_app;
grant select on evidence_transition to ${service}_fleet, ${service}_portfolio;

-- Where each file stands now. security_invoker: otherwise the view would read as its owner.
create view evidence_file_current with (security_invoker = true) as
select f.msp_id, f.client_id, f.id, f.evidence_id, f.name, f.media_type, f.size_bytes, f.sha256,
       f.bucket, f.object_key, f.added_by, f.added_at,
       latest.state, latest.at as state_at, latest.reason,
       uploaded.version_id,
       coalesce(sealed.retain_until, uploaded.retain_until) as retain_until,
       sealed.rule_set
from evidence_file f
join lateral (
  select t.state, t.at, t.reason from evidence_transition t
  where t.client_id = f.client_id and t.file_id = f.id
  order by t.step desc limit 1) latest on true
left join evidence_transition uploaded
  on uploaded.client_id = f.client_id and uploaded.file_id = f.id and uploaded.state = 'UPLOADED'
left join evidence_transition sealed
  on sealed.client_id = f.client_id and sealed.file_id = f.id and sealed.state = 'SEALED';
grant select on evidence_file_current to ${service}_app, ${service}_fleet, ${service}_portfolio;
