package dev.assay.evidence.sealing;

import dev.assay.evidence.file.Sha256;
import dev.assay.evidence.file.StoredFile;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.StoredBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads a stored version as a stranger would, and compares it with what was received. */
@ApplicationScoped
class ReadBack {

  private static final int PIECE = 256 * 1024;

  private final EvidenceStore store;

  ReadBack(EvidenceStore store) {
    this.store = store;
  }

  /** What came of reading a version. */
  sealed interface Result {

    /** As received, and locked at least as long as was asked. */
    record Equal() implements Result {}

    /** Not what was received; the reason is a code. */
    record Different(String reason) implements Result {}
  }

  /**
   * Reads all of it.
   *
   * @param stillReading called between reads, often
   * @throws IOException when the store falls silent, which proves nothing
   */
  Result of(StoredFile file, Runnable stillReading) throws IOException {
    Optional<StoredBytes> found = file.version().flatMap(store::open);
    if (found.isEmpty()) {
      return new Result.Different("object-missing");
    }
    try (StoredBytes stored = found.get()) {
      if (stored.size() != file.size()) {
        return new Result.Different("size-differs");
      }
      Instant asked = file.retainUntil().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
      if (stored.lockedUntil().filter(until -> !until.isBefore(asked)).isEmpty()) {
        return new Result.Different("lock-missing");
      }
      return file.sha256().equals(sha256(stored.content(), stillReading))
          ? new Result.Equal()
          : new Result.Different("digest-differs");
    }
  }

  private static String sha256(InputStream in, Runnable stillReading) throws IOException {
    var sha256 = new Sha256();
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      sha256.update(piece, 0, read);
      stillReading.run();
    }
    return sha256.hex();
  }
}
