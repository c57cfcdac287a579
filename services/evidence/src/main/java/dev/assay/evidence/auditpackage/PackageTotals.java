package dev.assay.evidence.auditpackage;

import java.time.Instant;
import java.util.Optional;

/**
 * What a package will hold.
 *
 * @param longestLock the latest end of the files' locks; empty without files
 */
record PackageTotals(
    int items, int files, long bytes, int excluded, Optional<Instant> longestLock) {}
