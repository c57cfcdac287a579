package dev.assay.evidence.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A legal hold as the API shows it. */
@Schema(name = "LegalHold")
@JsonInclude(JsonInclude.Include.ALWAYS)
record HoldResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String matter,
    @Schema(required = true) String reason,
    @Schema(required = true) HoldState state,
    @Schema(required = true, description = "Whether it holds what its filter says, or items.")
        boolean byFilter,
    @Schema(required = true, nullable = true) @Nullable String controlId,
    @Schema(required = true, nullable = true) @Nullable LocalDate periodFrom,
    @Schema(required = true, nullable = true) @Nullable LocalDate periodTo,
    @Schema(required = true, description = "How many items it holds now, or would if in force.")
        long items,
    @Schema(required = true) String placedBy,
    @Schema(required = true) Instant placedAt,
    @Schema(required = true, nullable = true) @Nullable String releaseReason,
    @Schema(required = true, nullable = true) @Nullable String releaseAskedBy,
    @Schema(required = true, nullable = true) @Nullable Instant releaseAskedAt,
    @Schema(required = true, nullable = true) @Nullable String liftedBy,
    @Schema(required = true, nullable = true) @Nullable Instant liftedAt) {}
