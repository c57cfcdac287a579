package dev.assay.evidence.store;

/**
 * One version of one object: what a lock holds, and what is read.
 *
 * @param key object key, {@code <client id>/<file id>}
 * @param versionId the store's name for the version
 */
public record ObjectVersion(String key, String versionId) {}
