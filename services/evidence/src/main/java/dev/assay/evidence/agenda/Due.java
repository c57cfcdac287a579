package dev.assay.evidence.agenda;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;

/**
 * Something that fell due, taken by this replica.
 *
 * @param subject the series or the request
 * @param lease the fencing token: whoever has it may end the work
 * @param attempts how often it was taken
 */
public record Due(TenantScope.Client client, UUID subject, UUID lease, int attempts) {}
