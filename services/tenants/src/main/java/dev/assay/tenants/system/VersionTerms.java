package dev.assay.tenants.system;

import java.time.LocalDate;

/**
 * From when a version holds, and whether it brings the system into scope or takes it out.
 *
 * @param leavesScope true for the version that retires the system
 */
record VersionTerms(LocalDate effectiveOn, boolean leavesScope) {}
