-- An audit package: a client's evidence of a period, as it was known at a moment. Its bytes follow
-- from the client, the period and that moment alone; who asked for it and when is not part of them.
create table audit_package (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  period_from date not null,
  period_to date not null,
  known_at timestamptz not null,
  bucket text not null,
  object_key text not null,
  asked_by text not null check (length(asked_by) <= 128),
  asked_at timestamptz not null,
  check (period_from <= period_to),
  check (known_at <= asked_at),
  primary key (client_id, id));
alter table audit_package enable row level security;
alter table audit_package force row level security;
-- It holds everybody's evidence, so whoever is shown their own alone is shown none.
create policy client on audit_package to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and nullif(current_setting('app.only_subject', true), '') is null);
grant select, insert on audit_package to ${service}_app;

-- What a package's bytes are: written down before the store makes an object of them, so that an
-- object that outlived its builder is known, and so that a second build must come to the same.
create table audit_package_bytes (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  package_id uuid not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  items int not null check (items >= 0),
  files int not null check (files >= 0),
  excluded int not null check (excluded >= 0),
  retain_until timestamptz not null,
  at timestamptz not null,
  primary key (client_id, package_id),
  foreign key (client_id, package_id) references audit_package (client_id, id));
alter table audit_package_bytes enable row level security;
alter table audit_package_bytes force row level security;
create policy client on audit_package_bytes to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on audit_package_bytes to ${service}_app;

-- The life of a package as a chain of rows, as evidence_transition is for files: of two builders
-- one can seal it.
create table audit_package_step (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  package_id uuid not null,
  state text not null,
  previous text,
  step smallint not null,
  at timestamptz not null,
  version_id text check (length(version_id) between 1 and 1024),
  retain_until timestamptz,
  reason text check (length(reason) <= 100),
  primary key (client_id, package_id, state),
  unique nulls not distinct (client_id, package_id, previous),
  foreign key (client_id, package_id) references audit_package (client_id, id),
  foreign key (client_id, package_id, previous)
    references audit_package_step (client_id, package_id, state),
  constraint legal_step check (
    (coalesce(previous, ''), state, step) in (
      ('', 'ASKED', 0),
      ('ASKED', 'BUILDING', 1),
      ('BUILDING', 'SEALED', 2),
      ('BUILDING', 'FAILED', 2))),
  constraint facts_of_state check (
    (version_id is not null) = (state = 'SEALED')
    and (retain_until is not null) = (state = 'SEALED')
    and (reason is not null) = (state = 'FAILED')));
alter table audit_package_step enable row level security;
alter table audit_package_step force row level security;
create policy client on audit_package_step to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on audit_package_step to ${service}_app;

-- How far a build has come. No history: it is only for whoever waits.
create table audit_package_progress (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  package_id uuid not null,
  files_done int not null check (files_done >= 0),
  files_total int not null check (files_total >= 0),
  bytes_done bigint not null check (bytes_done >= 0),
  bytes_total bigint not null check (bytes_total >= 0),
  at timestamptz not null,
  primary key (client_id, package_id),
  foreign key (client_id, package_id) references audit_package (client_id, id));
alter table audit_package_progress enable row level security;
alter table audit_package_progress force row level security;
create policy client on audit_package_progress to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert, update on audit_package_progress to ${service}_app;

-- Where each package stands now. security_invoker: otherwise the view would read as its owner.
create view audit_package_current with (security_invoker = true) as
select p.msp_id, p.client_id, p.id, p.period_from, p.period_to, p.known_at, p.bucket, p.object_key,
       p.asked_by, p.asked_at,
       latest.state, latest.at as state_at, latest.reason, latest.version_id,
       latest.retain_until,
       bytes.size_bytes, bytes.sha256, bytes.items, bytes.files, bytes.excluded,
       progress.files_done, progress.files_total, progress.bytes_done, progress.bytes_total
from audit_package p
join lateral (
  select s.state, s.at, s.reason, s.version_id, s.retain_until from audit_package_step s
  where s.client_id = p.client_id and s.package_id = p.id
  order by s.step desc limit 1) latest on true
left join audit_package_bytes bytes
  on bytes.client_id = p.client_id and bytes.package_id = p.id
left join audit_package_progress progress
  on progress.client_id = p.client_id and progress.package_id = p.id;
grant select on audit_package_current to ${service}_app;
