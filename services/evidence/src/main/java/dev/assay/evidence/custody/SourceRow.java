package dev.assay.evidence.custody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The append-only row that a statement rests on. */
@Schema(name = "CustodySource")
public record SourceRow(
    @Schema(required = true, examples = "evidence_transition") String table,
    @Schema(required = true, description = "The row's key within its client.") String key) {}
