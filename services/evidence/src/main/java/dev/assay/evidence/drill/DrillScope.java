package dev.assay.evidence.drill;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which files a drill draws from: those SEALED at a moment, of a control and a period where these
 * are given.
 *
 * @param periodFrom evidence whose own period reaches this day or later
 * @param periodTo evidence whose own period begins on this day or earlier
 */
record DrillScope(
    @Nullable String controlId,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    Instant asOf) {}
