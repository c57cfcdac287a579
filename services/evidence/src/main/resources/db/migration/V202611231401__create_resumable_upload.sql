-- An upload that comes in parts over many requests. It holds its bytes of the quota by its claim and
-- ends with it: completed, aborted or expired, the claim goes and takes these rows along.
create table resumable_upload (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  file_id uuid not null,
  evidence_id uuid not null,
  subject text not null check (length(subject) <= 128),
  name text not null check (length(name) between 1 and 255),
  media_type text not null check (length(media_type) between 3 and 127),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  supersedes uuid,
  part_bytes bigint not null check (part_bytes >= 5242880),
  parts_taken int not null default 0 check (parts_taken between 0 and 10000),
  -- The digest of the parts so far, to be taken up with the next one by whichever replica gets it.
  digest_state bytea,
  store_upload_id text check (length(store_upload_id) between 1 and 1024),
  begun_at timestamptz not null,
  completing_at timestamptz,
  expires_at timestamptz not null,
  primary key (client_id, file_id),
  check ((parts_taken = 0) = (digest_state is null)),
  foreign key (client_id, file_id) references upload_claim (client_id, file_id) on delete cascade,
  foreign key (client_id, evidence_id) references evidence (client_id, id));
create index resumable_upload_of_item on resumable_upload (client_id, evidence_id);
alter table resumable_upload enable row level security;
alter table resumable_upload force row level security;
create policy client on resumable_upload to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert, update on resumable_upload to ${service}_app;

-- A part that the store has, in its place in the digest.
create table resumable_part (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  file_id uuid not null,
  number int not null check (number between 1 and 10000),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  etag text not null check (length(etag) between 1 and 200),
  taken_at timestamptz not null,
  primary key (client_id, file_id, number),
  foreign key (client_id, file_id)
    references resumable_upload (client_id, file_id) on delete cascade);
alter table resumable_part enable row level security;
alter table resumable_part force row level security;
create policy client on resumable_part to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on resumable_part to ${service}_app;
