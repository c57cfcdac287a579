package dev.assay.controls.evidence;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of an evidence item, as a request names it. */
@Schema(name = "EvidenceFileRef")
public record FileRef(
    @NotNull @Schema(required = true) UUID evidenceId,
    @NotNull @Schema(required = true) UUID fileId) {}
