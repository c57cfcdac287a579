package dev.assay.evidence.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a file stands. Only SEALED counts as evidence. The database holds the same steps as a
 * constraint, so that no code can take another.
 */
@Schema(
    description =
        "PENDING: announced to the store. UPLOADED: stored under a first lock. VERIFIED: read back"
            + " and equal. SEALED: locked for as long as the rule asks; only this counts as"
            + " evidence. ABANDONED: never came to be stored. QUARANTINED: what is stored is not"
            + " what was received; kept, never shown.")
public enum FileState {
  PENDING,
  UPLOADED,
  VERIFIED,
  SEALED,
  ABANDONED,
  QUARANTINED;

  /** Whether a file may go from this state to that. */
  public boolean mayBecome(FileState next) {
    return switch (this) {
      case PENDING -> next == UPLOADED || next == ABANDONED;
      case UPLOADED -> next == VERIFIED || next == QUARANTINED;
      case VERIFIED -> next == SEALED || next == QUARANTINED;
      case ABANDONED -> next == QUARANTINED;
      case SEALED, QUARANTINED -> false;
    };
  }

  /** How many steps lie before this one when it follows {@code previous}. */
  int stepAfter(FileState previous) {
    return switch (previous) {
      case PENDING -> 1;
      case UPLOADED, ABANDONED -> 2;
      case VERIFIED -> 3;
      case SEALED, QUARANTINED -> throw new IllegalArgumentException(previous + " is an end");
    };
  }

  /** Whether the bytes may be given out. */
  public boolean isReadable() {
    return this == UPLOADED || this == VERIFIED || this == SEALED;
  }
}
