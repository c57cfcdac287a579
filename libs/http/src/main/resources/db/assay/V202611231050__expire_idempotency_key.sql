-- Keys are promised for 24 hours. Whoever creates next in a scope removes those of that scope that
-- are older, so that this needs no job, no lock among replicas and no role that sees all tenants.
create index idempotency_key_age on idempotency_key (scope_id, claimed_at);
grant delete on idempotency_key to ${service}_app;
