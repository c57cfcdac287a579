-- What follows a client to another MSP, and what stays: the role transfer alone may change msp_id, of one client's rows,
-- and of the client's own row only in the very transaction in which the platform's approval is written.
alter table client add column msp_since timestamptz;
alter table client add constraint client_with_msp unique (client_id, msp_id);
grant select (msp_since, created_at) on client to ${service}_directory;

-- Grants of an MSP's people at a client stay with that MSP when the client leaves, as the history that they are; all who
-- are in the client's scope go on reading them. While a grant is not former, its client is still its MSP's.
alter table role_grant add column former boolean not null default false;
alter table role_grant add column client_msp_id uuid
  generated always as (case when former then null else msp_id end) stored;
alter table role_grant drop constraint role_grant_msp_id_client_id_fkey;
alter table role_grant add constraint role_grant_client
  foreign key (client_id, client_msp_id) references client (client_id, msp_id);
create index on role_grant (client_id, id);
create index on role_grant_transition (scope_id, grant_id, step);
alter policy app on role_grant
  using (
    scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid))
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));
alter policy app on role_grant_transition
  using (
    scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid))
  with check (
    msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
    and scope_id = coalesce(
      nullif(current_setting('app.client_id', true), '')::uuid,
      nullif(current_setting('app.msp_id', true), '')::uuid));

create policy transfer on client to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and exists (
      select from client_transfer t
      join client_transfer_step s on s.client_id = t.client_id and s.transfer_id = t.id
      where t.client_id = client.client_id and t.msp_id = client.msp_id
        and s.step = 'APPROVED' and s.xmin = pg_current_xact_id()::xid));
grant select (msp_id, client_id), update (msp_id) on client to ${service}_transfer;

create policy transfer on role_grant to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select (msp_id, client_id, id, side, former), update (msp_id, former) on role_grant to ${service}_transfer;

create policy transfer on role_grant_transition to ${service}_transfer
  using (scope_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select (msp_id, scope_id, grant_id), update (msp_id) on role_grant_transition to ${service}_transfer;

create policy transfer on client_import_key to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select (msp_id, client_id, import_key), update (msp_id, import_key) on client_import_key to ${service}_transfer;

-- A review of a client's access is the client's, of the grants too that stay with the MSP whose people held them.
alter table role_grant add constraint role_grant_in_scope unique (scope_id, id);
do $$
declare
  k record;
begin
  for k in
    select c.conname from pg_constraint c
    where c.contype = 'f' and c.conrelid = 'access_review_line'::regclass and c.confrelid = 'role_grant'::regclass
  loop
    execute format('alter table access_review_line drop constraint %I', k.conname);
  end loop;
  for k in
    select c.conname from pg_constraint c
    where c.contype = 'f' and c.conrelid = 'in_scope_system'::regclass and c.confrelid = 'person'::regclass
  loop
    execute format('alter table in_scope_system rename constraint %I to in_scope_system_owner_person', k.conname);
  end loop;
end
$$;
alter table access_review_line add constraint access_review_line_grant
  foreign key (scope_id, grant_id) references role_grant (scope_id, id);

-- All else that is a client's follows it: each table with the ids of both, but for those that say what an MSP did.
do $$
declare
  follows record;
begin
  for follows in
    select c.relname as name, (
      select min(a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('client_id', 'scope_id') and not a.attisdropped) as client
    from pg_class c
    join pg_attribute m on m.attrelid = c.oid and m.attname = 'msp_id' and not m.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'transfer')
      and c.relname not in ('client_import_result', 'client_home')
  loop
    continue when follows.client is null;
    execute format(
      'create policy transfer on %I to ${service}_transfer
         using (%I = nullif(current_setting(''app.client_id'', true), '''')::uuid)', follows.name, follows.client);
    execute format(
      'grant select (msp_id, %I), update (msp_id) on %I to ${service}_transfer', follows.client, follows.name);
  end loop;
end
$$;

-- While a client moves, its rows point to one another across two MSPs until all have followed.
do $$
declare
  k record;
begin
  for k in
    select c.conrelid::regclass as follows, c.conname from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not c.condeferrable
      and cardinality(c.conkey) > 1
      and exists (select from pg_attribute a
        where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname in ('msp_id', 'client_msp_id'))
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', k.follows, k.conname);
  end loop;
end
$$;
