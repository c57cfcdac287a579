-- Files of clients and people that an MSP brings in at once: what became of each row, and by which key of the MSP's own
-- a client is known, so that the same row is the same client when it comes again. Only the MSP's own scope sees them.
create table client_import (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  id uuid not null,
  format text not null check (format in ('NDJSON', 'CSV')),
  dry_run boolean not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  started_by text not null,
  idempotency_key text not null check (length(idempotency_key) between 8 and 128),
  started_at timestamptz not null,
  finished_at timestamptz,
  rows_done int not null default 0 check (rows_done >= 0),
  created int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  primary key (msp_id, id),
  constraint client_import_once unique (msp_id, started_by, idempotency_key),
  foreign key (msp_id) references msp (msp_id),
  check (created + unchanged + rejected = rows_done));
alter table client_import enable row level security;
alter table client_import force row level security;
create policy app on client_import to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and nullif(current_setting('app.client_id', true), '') is null);
grant select, insert on client_import to ${service}_app;
grant update (finished_at, rows_done, created, unchanged, rejected) on client_import to ${service}_app;

create table client_import_result (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  import_id uuid not null,
  row_number int not null check (row_number > 0),
  outcome text not null check (outcome in ('CREATED', 'UNCHANGED', 'REJECTED')),
  type text check (type in ('CLIENT', 'PERSON')),
  client_key text,
  client_id uuid,
  person_id uuid,
  -- The problem document of a row that was not taken, without what the row held.
  problem text check (length(problem) <= 20000),
  primary key (msp_id, import_id, row_number),
  foreign key (msp_id, import_id) references client_import (msp_id, id),
  check ((outcome = 'REJECTED') = (problem is not null)));
create index on client_import_result (msp_id, import_id, outcome, row_number);
alter table client_import_result enable row level security;
alter table client_import_result force row level security;
create policy app on client_import_result to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and nullif(current_setting('app.client_id', true), '') is null);
grant select, insert on client_import_result to ${service}_app;

create table client_import_key (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  import_key text collate "C" not null check (length(import_key) between 1 and 200),
  client_id uuid not null,
  -- Of the row as it came: the same again changes nothing, and another is not taken.
  row_sha256 text not null check (row_sha256 ~ '^[0-9a-f]{64}$'),
  constraint client_import_key_once primary key (msp_id, import_key),
  foreign key (msp_id, client_id) references client (msp_id, client_id));
create index on client_import_key (msp_id, client_id);
alter table client_import_key enable row level security;
alter table client_import_key force row level security;
create policy app on client_import_key to ${service}_app
  using (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and nullif(current_setting('app.client_id', true), '') is null);
grant select, insert on client_import_key to ${service}_app;
