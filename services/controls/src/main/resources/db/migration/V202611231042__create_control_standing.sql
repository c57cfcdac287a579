-- Approvals of a year's scope. Nothing can write one yet, so no year is approved: the app may only look.
create table scope_approval (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  fiscal_year int not null check (fiscal_year between 2002 and 2100),
  approved_by_person_id uuid not null,
  approved_at timestamptz not null,
  primary key (client_id, fiscal_year));
create index scope_approval_msp on scope_approval (msp_id, fiscal_year);
alter table scope_approval enable row level security;
alter table scope_approval force row level security;
create policy client on scope_approval to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on scope_approval for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on scope_approval for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select on scope_approval to ${service}_app, ${service}_fleet, ${service}_portfolio;

-- A control's status is its last accepted conclusion: derived from the rows, stored nowhere.
create view control_standing with (security_invoker = true) as
select c.client_id, c.id, c.fiscal_year, c.control_id, c.library_version, c.domain, c.key, c.risk,
       c.owner_person_id, c.operator_person_id, c.reviewer_person_id, c.due_on, c.version,
       array(select s.system_id from client_control_system s
             where s.client_id = c.client_id and s.client_control_id = c.id
             order by s.system_id) as system_ids,
       coalesce(accepted.status, 'NOT_STARTED') as status,
       accepted.id as conclusion_id,
       coalesce(accepted.evidence_count, 0) as evidence_count,
       waiting.id as waiting_conclusion_id
from client_control c
left join lateral (
  select n.id, n.status,
         (select count(*)::int from conclusion_evidence e
          where e.client_id = n.client_id and e.conclusion_id = n.id) as evidence_count
  from conclusion n
  join conclusion_review r on r.client_id = n.client_id and r.conclusion_id = n.id
  where n.client_id = c.client_id and n.client_control_id = c.id and r.decision = 'ACCEPTED'
  order by n.number desc limit 1) accepted on true
left join lateral (
  select n.id from conclusion n
  where n.client_id = c.client_id and n.client_control_id = c.id
    and not exists (select from conclusion_review r
                    where r.client_id = n.client_id and r.conclusion_id = n.id)
  order by n.number desc limit 1) waiting on true;
grant select on control_standing to ${service}_app, ${service}_fleet, ${service}_portfolio;
