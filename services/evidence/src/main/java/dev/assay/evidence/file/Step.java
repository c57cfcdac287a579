package dev.assay.evidence.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step in a file's life, with the facts that its new state must carry. */
public sealed interface Step {

  /** The state that the step leads to. */
  FileState state();

  /** The store has it, under a first lock. */
  record Uploaded(String versionId, Instant retainUntil) implements Step {
    @Override
    public FileState state() {
      return FileState.UPLOADED;
    }
  }

  /** Read back, and equal to what was received. */
  record Verified() implements Step {
    @Override
    public FileState state() {
      return FileState.VERIFIED;
    }
  }

  /** Locked for as long as a rule asks. */
  record Sealed(Instant retainUntil, String ruleSet) implements Step {
    @Override
    public FileState state() {
      return FileState.SEALED;
    }
  }

  /** Never came to be stored. */
  record Abandoned(String reason) implements Step {
    @Override
    public FileState state() {
      return FileState.ABANDONED;
    }
  }

  /**
   * Not what was received; kept and never shown.
   *
   * @param versionId of an object that appeared after its upload was given up, else null
   */
  record Quarantined(String reason, @Nullable String versionId) implements Step {
    @Override
    public FileState state() {
      return FileState.QUARANTINED;
    }
  }
}
