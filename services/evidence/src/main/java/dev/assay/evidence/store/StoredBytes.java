package dev.assay.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * The bytes of one version on their way out of the store, with what the store says about them.
 *
 * @param content to be read once; reading fails when the store falls silent
 * @param size bytes
 * @param lockedUntil end of its COMPLIANCE lock; empty when it has none
 */
public record StoredBytes(InputStream content, long size, Optional<Instant> lockedUntil)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
