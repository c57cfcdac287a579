package dev.assay.readiness.year;

import java.time.Instant;

/**
 * Where facts came from.
 *
 * @param service who gave them
 * @param path what was asked
 * @param readAt when the answer was there (UTC)
 */
public record SourceRead(String service, String path, Instant readAt) {}
