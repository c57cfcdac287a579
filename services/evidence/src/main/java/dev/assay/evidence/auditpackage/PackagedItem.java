package dev.assay.evidence.auditpackage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as the package tells of it. */
record PackagedItem(
    UUID id,
    String title,
    String controlId,
    LocalDate from,
    LocalDate to,
    String sourceSystem,
    @Nullable String obtainedHow,
    String addedBy,
    Instant arrivedAt) {}
