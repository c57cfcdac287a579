package dev.assay.evidence.lock;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;

/**
 * A sealed file whose retention is to be decided again, taken by this replica.
 *
 * @param lease fencing token: whoever takes it over, or finds news of it, makes another one
 * @param attempts how often it was taken without an end
 */
public record LockDue(TenantScope.Client client, UUID file, UUID lease, int attempts) {}
