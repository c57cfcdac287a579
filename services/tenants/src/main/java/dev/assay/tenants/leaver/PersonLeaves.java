package dev.assay.tenants.leaver;

import dev.assay.tenants.grant.Revoker;
import java.time.Instant;
import java.util.UUID;

/**
 * A person is about to be disabled, in this transaction: whatever is open for them ends with it.
 *
 * @param by in whose name
 * @param at when
 */
public record PersonLeaves(UUID personId, Revoker by, Instant at) {}
