-- What tenants said of the audit of a fiscal year, each time that it said something new: only added,
-- so that every lock can be explained by what was known when it was given.
create table known_audit (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  fiscal_year text not null check (length(fiscal_year) between 1 and 20),
  year_start date not null,
  year_end date not null,
  audit_concluded_on date,
  re_audited_on date,
  -- The last day of the fiscal year in which the audit, or the second one, concluded.
  concluded_year_end date,
  learned_at timestamptz not null,
  check (year_start <= year_end),
  check (audit_concluded_on is not null or (re_audited_on is null and concluded_year_end is null)),
  primary key (client_id, id));
create index known_audit_of_year on known_audit (client_id, year_end, learned_at desc, id desc);
create index known_audit_of_msp on known_audit (msp_id, id);
alter table known_audit enable row level security;
alter table known_audit force row level security;
create policy client on known_audit to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on known_audit for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on known_audit for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on known_audit to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on known_audit to ${service}_app;
grant select on known_audit to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on known_audit to ${service}_transfer;

-- How a lock was lengthened after sealing, as the store confirmed it. Each row follows the one before
-- it and ends later, so of two workers that lengthen at once one writes a row, and no row can say
-- that a lock became shorter.
create table evidence_lock (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  file_id uuid not null,
  number int not null check (number >= 1),
  previous int,
  previous_until timestamptz not null,
  locked_until timestamptz not null,
  needed_until timestamptz not null,
  status text not null check (status in ('HELD', 'NOT_STARTED', 'DATED')),
  rule_set text not null check (length(rule_set) <= 100),
  governing_rule text check (length(governing_rule) <= 100),
  at timestamptz not null,
  check (locked_until > previous_until),
  check (locked_until >= needed_until),
  check (coalesce(previous, 0) = number - 1 and (previous is null) = (number = 1)),
  primary key (client_id, file_id, number),
  unique (client_id, file_id, number, locked_until),
  foreign key (client_id, file_id) references evidence_file (client_id, id),
  foreign key (client_id, file_id, previous, previous_until)
    references evidence_lock (client_id, file_id, number, locked_until));
create index evidence_lock_of_msp on evidence_lock (msp_id, file_id);
alter table evidence_lock enable row level security;
alter table evidence_lock force row level security;
create policy client on evidence_lock to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_subject', true), '') is null
    or exists (select from evidence_file f
      where f.client_id = evidence_lock.client_id and f.id = evidence_lock.file_id)))
  with check (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
create policy fleet on evidence_lock for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_lock for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
create policy transfer on evidence_lock to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert on evidence_lock to ${service}_app;
grant select on evidence_lock to ${service}_fleet, ${service}_portfolio;
grant select (msp_id, client_id), update (msp_id) on evidence_lock to ${service}_transfer;

-- When each sealed file's retention is decided again, by any replica: a queue like work, but its rows
-- stay for as long as their files do. Without a tenant policy for the same reason as there, so it
-- holds ids and times and nothing else. needed_until is what was last decided; a lock that ends
-- before it is one that the store has still to lengthen.
create table lock_work (
  msp_id uuid not null,
  client_id uuid not null,
  file_id uuid not null,
  due_at timestamptz not null,
  lease uuid,
  attempts int not null default 0,
  needed_until timestamptz,
  primary key (client_id, file_id));
create index lock_work_due on lock_work (due_at);
-- What was sealed before; forced policies name no owner, so they rest for this one statement.
alter table evidence_transition no force row level security;
insert into lock_work (msp_id, client_id, file_id, due_at)
  select msp_id, client_id, file_id, now() from evidence_transition where state = 'SEALED';
alter table evidence_transition force row level security;
alter table lock_work enable row level security;
alter table lock_work force row level security;
create policy worker on lock_work to ${service}_app using (true);
create policy transfer on lock_work to ${service}_transfer
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
grant select, insert, update on lock_work to ${service}_app;
grant select (msp_id, client_id), update (msp_id) on lock_work to ${service}_transfer;

-- By the table and not by the code: the release before this one seals, too.
create function keep_lock_in_view() returns trigger language plpgsql as $$
begin
  insert into lock_work (msp_id, client_id, file_id, due_at)
    values (new.msp_id, new.client_id, new.file_id, now())
    on conflict do nothing;
  return null;
end
$$;
create trigger keep_lock_in_view after insert on evidence_transition
  for each row when (new.state = 'SEALED') execute function keep_lock_in_view();
