package dev.assay.evidence.auditpackage;

import java.time.Instant;
import java.util.UUID;

/**
 * An audit event of an item or one of its files.
 *
 * @param body the exact bytes that the ledger hashes (RFC 8785)
 */
record AuditLine(UUID item, Instant at, UUID id, String body) {}
