package dev.assay.evidence.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a sample with what was seen of it.
 *
 * @param expectedLockedUntil as the vault said when it was fetched; null until then
 * @param findings codes, the worst first; null until it was fetched
 */
record Line(
    int position,
    UUID fileId,
    UUID evidenceId,
    String versionId,
    long expectedSize,
    String expectedSha256,
    @Nullable Instant expectedLockedUntil,
    @Nullable List<String> findings,
    Seen seen,
    @Nullable String timeStamp,
    @Nullable Instant at) {

  static final String OK = "OK";
  static final String NOT_CHECKED = "NOT_CHECKED";

  boolean isOk() {
    return findings != null && findings.isEmpty();
  }

  /** The worst finding, {@value #OK} without any, {@value #NOT_CHECKED} until it was fetched. */
  String result() {
    if (findings == null) {
      return NOT_CHECKED;
    }
    return findings.isEmpty() ? OK : findings.getFirst();
  }
}
