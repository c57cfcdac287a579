package dev.assay.evidence.auditpackage;

/** What an entry of a package was written as. */
record Entry(String path, long size, String sha256) {}
