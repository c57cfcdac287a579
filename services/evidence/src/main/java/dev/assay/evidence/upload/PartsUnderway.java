package dev.assay.evidence.upload;

import dev.assay.evidence.store.EvidenceStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends the parts of one file, a few at a time, while the next one is still arriving. */
final class PartsUnderway {

  private final EvidenceStore store;
  private final String key;
  private final String uploadId;
  private final Executor threads;
  private final Semaphore slots;
  private final List<CompletableFuture<CompletedPart>> parts = new ArrayList<>();

  PartsUnderway(EvidenceStore store, String key, String uploadId, Executor threads, int most) {
    this.store = store;
    this.key = key;
    this.uploadId = uploadId;
    this.threads = threads;
    this.slots = new Semaphore(most);
  }

  /** Sends a part once there is room for it, and gives its memory back when the store has it. */
  void send(BodyMemory.Piece piece, int length) {
    slots.acquireUninterruptibly();
    int number = parts.size() + 1;
    try {
      failEarly();
      parts.add(CompletableFuture.supplyAsync(() -> put(piece, length, number), threads));
    } catch (RuntimeException notSent) {
      slots.release();
      piece.close();
      throw notSent;
    }
  }

  private CompletedPart put(BodyMemory.Piece piece, int length, int number) {
    try (piece) {
      return store.putPart(key, uploadId, number, ByteBuffer.wrap(piece.bytes(), 0, length));
    } finally {
      slots.release();
    }
  }

  /** A part that failed makes all further ones useless. */
  private void failEarly() {
    for (var part : parts) {
      if (part.isCompletedExceptionally()) {
        await(part);
      }
    }
  }

  /** Waits for all parts. */
  List<CompletedPart> all() {
    return parts.stream().map(PartsUnderway::await).toList();
  }

  /** Waits until nothing is on its way any more, however it ended. */
  void settle() {
    parts.forEach(part -> part.handle((done, failed) -> number(done)).join());
  }

  private static int number(@org.jspecify.annotations.Nullable CompletedPart part) {
    return part == null ? 0 : part.partNumber();
  }

  private static CompletedPart await(CompletableFuture<CompletedPart> part) {
    try {
      return part.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (CancellationException stopped) {
      throw new IllegalStateException("nobody cancels a part", stopped);
    }
  }
}
