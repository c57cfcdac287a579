package dev.assay.evidence.work;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;

/**
 * A piece of work that this worker owns for as long as its lease.
 *
 * @param client whose file it is, and the scope to do the work in
 * @param lease fencing token: whoever takes the work over has another one
 * @param attempts how often somebody took it, this time included
 */
public record Work(TenantScope.Client client, UUID file, WorkKind kind, UUID lease, int attempts) {}
