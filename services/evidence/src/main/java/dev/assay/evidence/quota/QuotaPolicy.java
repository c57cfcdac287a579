package dev.assay.evidence.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A quota that somebody set. */
@Schema(name = "EvidenceQuotaPolicy")
record QuotaPolicy(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "Bytes.") long bytes,
    @Schema(required = true) LocalDate inForceFrom,
    @Schema(required = true) String reason,
    @Schema(required = true, description = "Subject of whoever set it.") String setBy,
    @Schema(required = true) Instant setAt) {

  static final String EXAMPLE =
      """
      {"id":"01932f3e-7a00-7c40-8a53-000000000001","bytes":2199023255552,"inForceFrom":"2026-11-23","reason":"Two more systems in scope.","setBy":"00000000-0000-4000-8000-000000000002","setAt":"2026-11-23T10:15:29.001Z"}
      """;
}
