package dev.assay.evidence.holding;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was SEALED at the moment asked about. */
@Schema(name = "HeldFile")
record HeldFile(
    @Schema(required = true) UUID id,
    @Schema(required = true) String name,
    @Schema(required = true) String mediaType,
    @Schema(required = true, description = "Bytes.") long size,
    @Schema(required = true, pattern = "^[0-9a-f]{64}$") String sha256,
    @Schema(required = true, description = "Since when it counts as evidence.") Instant sealedAt,
    @Schema(required = true, description = "End of the lock that it was sealed with.")
        Instant retainUntil,
    @Schema(required = true) String retentionRuleSet) {}
