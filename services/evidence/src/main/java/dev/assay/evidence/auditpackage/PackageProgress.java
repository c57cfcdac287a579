package dev.assay.evidence.auditpackage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a build has come; it begins anew when another builder takes over. */
@Schema(name = "AuditPackageProgress")
record PackageProgress(
    @Schema(required = true) int filesDone,
    @Schema(required = true) int filesTotal,
    @Schema(required = true) long bytesDone,
    @Schema(required = true) long bytesTotal) {}
