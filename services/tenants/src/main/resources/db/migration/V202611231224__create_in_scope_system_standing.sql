-- Where each version stands. Approving to leave scope is retiring.
create view in_scope_system_version_standing with (security_invoker = true) as
select v.client_id, v.system_id, v.number, v.proposal, v.name, v.kind, v.hosting, v.rationale, v.supports,
       v.vendor_name, v.vendor_id, v.owner_person_id, v.effective_on, v.leaves_scope,
       v.proposed_by, v.proposed_by_person_id, v.proposed_at,
       case when d.decision is null then 'PROPOSED'
            when d.decision = 'REJECTED' then 'REJECTED'
            when v.leaves_scope then 'RETIRED'
            else 'APPROVED' end as state,
       d.decided_by_person_id, d.decided_at, d.reason as decision_reason,
       array(select r.other_id from in_scope_system_relation r
             where r.client_id = v.client_id and r.system_id = v.system_id and r.number = v.number
               and r.kind = 'RUNS_ON' order by r.other_id) as runs_on,
       array(select r.other_id from in_scope_system_relation r
             where r.client_id = v.client_id and r.system_id = v.system_id and r.number = v.number
               and r.kind = 'STORES_DATA_IN' order by r.other_id) as stores_data_in
from in_scope_system_version v
left join in_scope_system_decision d
  on d.client_id = v.client_id and d.system_id = v.system_id and d.number = v.proposal;
grant select on in_scope_system_version_standing to ${service}_app, ${service}_fleet, ${service}_portfolio;

-- Where each system stands: its newest version, and what was approved before. A version that the release before wrote
-- has no row of its own and stands as proposed.
create view in_scope_system_standing with (security_invoker = true) as
select s.client_id, s.id, s.name, s.kind, s.hosting, s.rationale, s.supports,
       s.vendor_name, s.vendor_id, s.owner_person_id, s.created_at, s.version,
       v.proposal, v.effective_on, coalesce(v.leaves_scope, false) as leaves_scope,
       coalesce(v.state, 'PROPOSED') as state,
       v.proposed_by_person_id, v.proposed_at, v.decided_by_person_id, v.decided_at, v.decision_reason,
       coalesce(v.runs_on, '{}') as runs_on, coalesce(v.stores_data_in, '{}') as stores_data_in,
       approved.version as approved_version, approved.in_scope_from
from in_scope_system s
left join in_scope_system_version_standing v
  on v.client_id = s.client_id and v.system_id = s.id and v.number = s.version
left join lateral (
  select max(a.number) as version, min(a.effective_on) as in_scope_from
  from in_scope_system_version a
  join in_scope_system_decision d
    on d.client_id = a.client_id and d.system_id = a.system_id and d.number = a.proposal
  where a.client_id = s.client_id and a.system_id = s.id and d.decision = 'APPROVED') approved on true;
grant select on in_scope_system_standing to ${service}_app, ${service}_fleet, ${service}_portfolio;
