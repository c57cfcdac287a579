package dev.assay.evidence.auditpackage;

/**
 * A package's bytes.
 *
 * @param size of the whole, in bytes
 * @param sha256 of the whole, lower-case hexadecimal
 */
record PackageBytes(long size, String sha256, int items, int files, int excluded) {}
