package dev.assay.evidence.upload;

import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoreUnavailable;
import dev.assay.evidence.upload.BodyMemory.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A body that goes to the store in parts, and becomes an object only when it is completed. */
final class LargeBody {

  private final EvidenceStore store;
  private final BodyMemory memory;
  private final Executor threads;
  private final int mostInFlight;
  private final String key;
  private final Instant lockedUntil;
  private @Nullable String uploadId;
  private @Nullable PartsUnderway underway;
  private List<CompletedPart> parts = List.of();

  LargeBody(
      EvidenceStore store,
      BodyMemory memory,
      Executor threads,
      int mostInFlight,
      Upload upload,
      Instant lockedUntil) {
    this.store = store;
    this.memory = memory;
    this.threads = threads;
    this.mostInFlight = mostInFlight;
    this.key = upload.objectKey();
    this.lockedUntil = lockedUntil;
  }

  /** Sends all of the body; when it returns, the store has every part. */
  void send(Body body, Optional<Piece> first) {
    String id = store.begin(key, lockedUntil);
    uploadId = id;
    var sending = new PartsUnderway(store, key, id, threads, mostInFlight);
    underway = sending;
    first.ifPresent(piece -> sending.send(piece, BodyMemory.PART));
    while (!body.hasEnded()) {
      Piece piece = memory.nextPart();
      int length;
      try {
        length = body.fill(piece.bytes());
      } catch (RuntimeException cut) {
        piece.close();
        throw cut;
      }
      if (length > 0) {
        sending.send(piece, length);
      } else {
        piece.close();
      }
    }
    parts = sending.all();
  }

  /** Makes the parts one object. */
  ObjectVersion complete() {
    return store.complete(key, java.util.Objects.requireNonNull(uploadId), parts, lockedUntil);
  }

  /**
   * Throws the parts away.
   *
   * @return false when the store did not answer: a worker must do it later
   */
  boolean throwAway() {
    if (underway == null) {
      return true;
    }
    underway.settle();
    try {
      store.abort(key);
      return true;
    } catch (StoreUnavailable later) {
      return false;
    }
  }
}
