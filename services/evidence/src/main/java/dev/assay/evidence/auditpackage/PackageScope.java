package dev.assay.evidence.auditpackage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * All that a package's bytes follow from.
 *
 * @param knownAt the moment as of which everything is told; what came later is not in it
 */
record PackageScope(UUID client, LocalDate from, LocalDate to, Instant knownAt) {}
