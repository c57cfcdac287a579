package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.UPLOADS_SATURATED;

import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all bodies on their way share. Part-sized pieces are used again: made anew each
 * time they would fill the old generation and stop the world to leave it.
 */
@ApplicationScoped
class BodyMemory {

  /** Bodies up to this size are one PUT; larger ones go in parts of it (5 MiB is S3's least). */
  static final int PART = 8 * 1024 * 1024;

  private static final int UNIT = 1024;

  private final Semaphore units;
  private final Duration patience;
  private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

  BodyMemory(UploadLimits limits) {
    // Fair, or small bodies would always overtake a part.
    this.units = new Semaphore((int) (limits.bodyMemoryBytes() / UNIT), true);
    this.patience = limits.memoryPatience();
  }

  /** A piece of memory; closing gives it back, and then nobody may touch its bytes. */
  final class Piece implements AutoCloseable {

    private final byte[] bytes;
    private final int taken;
    private boolean closed;

    private Piece(byte[] bytes, int taken) {
      this.bytes = bytes;
      this.taken = taken;
    }

    byte[] bytes() {
      return bytes;
    }

    /** The same memory for somebody else to close; closing this one does nothing from now on. */
    Piece handOver() {
      closed = true;
      return new Piece(bytes, taken);
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      if (bytes.length == PART) {
        idle.add(bytes);
      }
      units.release(taken);
    }
  }

  /** Memory for the next part of a file: its earlier parts are on their way, so it may take. */
  Piece nextPart() {
    return piece(PART, patience.multipliedBy(10));
  }

  /**
   * Memory for a body of this size, at most one part.
   *
   * @throws ProblemException 503 when too many uploads are on their way
   */
  Piece piece(int size) {
    return piece(size, patience);
  }

  private Piece piece(int size, Duration wait) {
    int needed = Math.max(1, (size + UNIT - 1) / UNIT);
    try {
      if (!units.tryAcquire(needed, wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.of(UPLOADS_SATURATED, "Other uploads take all the memory.")
            .withHeader("Retry-After", "2");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for memory", stopped);
    }
    byte[] used = size == PART ? idle.poll() : null;
    return new Piece(used == null ? new byte[size] : used, needed);
  }
}
