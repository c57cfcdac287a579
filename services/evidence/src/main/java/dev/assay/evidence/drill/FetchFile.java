package dev.assay.evidence.drill;

import dev.assay.evidence.file.Sha256;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.StoredBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Fetches a version whole, as a stranger would, in constant memory. */
@ApplicationScoped
class FetchFile {

  private static final int PIECE = 256 * 1024;

  private final EvidenceStore store;

  FetchFile(EvidenceStore store) {
    this.store = store;
  }

  /**
   * Fetches and compares. What differs is fetched once more before it is believed: one damaged
   * answer on the way is not a damaged file.
   *
   * @param stillFetching called between reads, often
   * @throws IOException when the store falls silent, which proves nothing
   */
  Checked check(Pick pick, Runnable stillFetching) throws IOException {
    Checked first = once(pick, stillFetching);
    return first.findings().isEmpty() ? first : once(pick, stillFetching);
  }

  private Checked once(Pick pick, Runnable stillFetching) throws IOException {
    return Checked.of(pick, fetch(pick, stillFetching), TimeStampCheck.NONE_HELD);
  }

  private Seen fetch(Pick pick, Runnable stillFetching) throws IOException {
    stillFetching.run();
    Optional<StoredBytes> found = store.open(pick.version());
    if (found.isEmpty()) {
      return Seen.NOTHING;
    }
    try (StoredBytes stored = found.get()) {
      var sha256 = new Sha256();
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = stored.content().read(piece);
          read >= 0;
          read = stored.content().read(piece)) {
        sha256.update(piece, 0, read);
        size += read;
        stillFetching.run();
      }
      return new Seen(size, sha256.hex(), stored.lockedUntil().orElse(null));
    }
  }
}
