-- A retrieval drill: a sample of an owner's sealed files, as of a moment, fetched and compared. What
-- it draws follows from this row and from what was sealed then.
create table evidence_drill (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  sample_size int not null check (sample_size between 1 and 200),
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  control_id text check (control_id ~ '^[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}$'),
  period_from date,
  period_to date,
  as_of timestamptz not null,
  asked_by text not null check (length(asked_by) <= 128),
  asked_at timestamptz not null,
  -- Of those that a schedule asks for: the day it is of, and when it must have ended.
  begins_on date,
  due_at timestamptz,
  check (period_from <= period_to),
  check (as_of <= asked_at),
  check ((begins_on is null) = (due_at is null)),
  primary key (client_id, id),
  unique (client_id, begins_on));
alter table evidence_drill enable row level security;
alter table evidence_drill force row level security;
-- It may draw anybody's evidence, so whoever is shown their own alone is shown none.
create policy client on evidence_drill to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and nullif(current_setting('app.only_subject', true), '') is null);
create policy portfolio on evidence_drill for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_drill to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill to ${service}_app;
grant select on evidence_drill to ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_drill to ${service}_transfer;

-- The draw: once, with the digest of the list that it was drawn from.
create table evidence_drill_draw (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  drill_id uuid not null,
  algorithm text not null check (length(algorithm) <= 100),
  population int not null check (population >= 0),
  population_sha256 text not null check (population_sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (client_id, drill_id),
  foreign key (client_id, drill_id) references evidence_drill (client_id, id));
alter table evidence_drill_draw enable row level security;
alter table evidence_drill_draw force row level security;
create policy client on evidence_drill_draw to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy portfolio on evidence_drill_draw for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_drill_draw to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill_draw to ${service}_app;
grant select on evidence_drill_draw to ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_drill_draw to ${service}_transfer;

-- The sample, in its order.
create table evidence_drill_pick (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  drill_id uuid not null,
  position int not null check (position between 1 and 200),
  file_id uuid not null,
  primary key (client_id, drill_id, position),
  unique (client_id, drill_id, file_id),
  foreign key (client_id, drill_id) references evidence_drill_draw (client_id, drill_id),
  foreign key (client_id, file_id) references evidence_file (client_id, id));
alter table evidence_drill_pick enable row level security;
alter table evidence_drill_pick force row level security;
create policy client on evidence_drill_pick to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy portfolio on evidence_drill_pick for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_drill_pick to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill_pick to ${service}_app;
grant select on evidence_drill_pick to ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_drill_pick to ${service}_transfer;

-- What was seen of each file of the sample; no finding means that all was as its row says. The
-- codes are the release's: a later one may look at more.
create table evidence_drill_check (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  drill_id uuid not null,
  position int not null,
  file_id uuid not null,
  expected_locked_until timestamptz not null,
  findings text not null check (findings ~ '^([A-Z_]{2,40}(,[A-Z_]{2,40})*)?$'),
  seen_size bigint check (seen_size >= 0),
  seen_sha256 text check (seen_sha256 ~ '^[0-9a-f]{64}$'),
  seen_locked_until timestamptz,
  time_stamp text not null check (time_stamp ~ '^[A-Z_]{2,40}$'),
  at timestamptz not null,
  primary key (client_id, drill_id, position),
  foreign key (client_id, drill_id, position)
    references evidence_drill_pick (client_id, drill_id, position),
  foreign key (client_id, drill_id, file_id)
    references evidence_drill_pick (client_id, drill_id, file_id));
create index evidence_drill_check_of_file on evidence_drill_check (client_id, file_id);
alter table evidence_drill_check enable row level security;
alter table evidence_drill_check force row level security;
create policy client on evidence_drill_check to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy portfolio on evidence_drill_check for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_drill_check to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill_check to ${service}_app;
grant select on evidence_drill_check to ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_drill_check to ${service}_transfer;

-- The end: the signed document word for word, and the item that keeps it. One transaction writes
-- this row, the item and its file, so no drill has two.
create table evidence_drill_result (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  drill_id uuid not null,
  outcome text not null check (outcome in ('PASSED', 'FAILED', 'NOTHING_HELD')),
  ended_at timestamptz not null,
  document text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  signature text not null check (length(signature) between 1 and 1000),
  key_id text not null check (key_id ~ '^[0-9a-f]{64}$'),
  public_key text not null check (length(public_key) between 1 and 1000),
  evidence_id uuid not null,
  file_id uuid not null,
  primary key (client_id, drill_id),
  foreign key (client_id, drill_id) references evidence_drill_draw (client_id, drill_id),
  foreign key (client_id, evidence_id) references evidence (client_id, id),
  foreign key (client_id, file_id) references evidence_file (client_id, id));
create index evidence_drill_result_failed on evidence_drill_result (client_id, ended_at, drill_id)
  where outcome = 'FAILED';
create index evidence_drill_result_failed_of_msp on evidence_drill_result (msp_id, ended_at, drill_id)
  where outcome = 'FAILED';
alter table evidence_drill_result enable row level security;
alter table evidence_drill_result force row level security;
create policy client on evidence_drill_result to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and nullif(current_setting('app.only_subject', true), '') is null);
create policy portfolio on evidence_drill_result for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_drill_result to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_drill_result to ${service}_app;
grant select on evidence_drill_result to ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_drill_result to ${service}_transfer;

-- Where each drill stands. security_invoker: otherwise the view would read as its owner.
create view evidence_drill_current with (security_invoker = true) as
select d.msp_id, d.client_id, d.id, d.sample_size, d.seed, d.control_id, d.period_from, d.period_to,
       d.as_of, d.asked_by, d.asked_at, d.begins_on, d.due_at,
       draw.algorithm, draw.population, draw.population_sha256, draw.at as drawn_at,
       seen.checked, seen.differing,
       result.outcome, result.ended_at, result.sha256, result.signature, result.key_id,
       result.public_key, result.evidence_id, result.file_id
from evidence_drill d
left join evidence_drill_draw draw on draw.client_id = d.client_id and draw.drill_id = d.id
left join evidence_drill_result result on result.client_id = d.client_id and result.drill_id = d.id
left join lateral (
  select count(*) as checked, count(*) filter (where c.findings <> '') as differing
  from evidence_drill_check c where c.client_id = d.client_id and c.drill_id = d.id) seen on true;
grant select on evidence_drill_current to ${service}_app, ${service}_portfolio;
