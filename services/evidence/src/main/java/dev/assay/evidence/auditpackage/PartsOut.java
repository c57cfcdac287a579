package dev.assay.evidence.auditpackage;

import dev.assay.evidence.file.Sha256;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Sends what is written to it to the store, a part at a time, while the next one is being filled.
 * Nothing is an object before {@link #complete}.
 */
final class PartsOut extends OutputStream {

  /** Ten thousand of them, which is as many as stores take, are 80 GiB. */
  private static final int PART = 8 * 1024 * 1024;

  private static final int BUFFERS = 3;

  private final EvidenceStore store;
  private final Executor threads;
  private final String key;
  private final Instant lockedUntil;
  private final String uploadId;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
  private final List<CompletableFuture<CompletedPart>> parts = new ArrayList<>();
  private final Sha256 sha256 = new Sha256();
  private byte[] filling = new byte[PART];
  private int filled;
  private long size;
  private boolean closed;

  PartsOut(EvidenceStore store, Executor threads, String key, Instant lockedUntil) {
    this.store = store;
    this.threads = threads;
    this.key = key;
    this.lockedUntil = lockedUntil;
    for (int i = 1; i < BUFFERS; i++) {
      free.add(new byte[PART]);
    }
    this.uploadId = store.begin(key, lockedUntil);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    sha256.update(bytes, offset, length);
    size += length;
    int done = 0;
    while (done < length) {
      if (filled == PART) {
        send();
        filling = take();
      }
      int fits = Math.min(length - done, PART - filled);
      System.arraycopy(bytes, offset + done, filling, filled, fits);
      filled += fits;
      done += fits;
    }
  }

  private void send() {
    byte[] part = filling;
    int length = filled;
    int number = parts.size() + 1;
    filled = 0;
    parts.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(PartsOut::await);
    parts.add(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return store.putPart(key, uploadId, number, ByteBuffer.wrap(part, 0, length));
              } finally {
                free.add(part);
              }
            },
            threads));
  }

  private byte[] take() throws IOException {
    try {
      return free.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a part was on its way", stopped);
    }
  }

  /** Sends the last part; nothing more can be written. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      send();
    }
  }

  /** Bytes written. */
  long size() {
    return size;
  }

  /** Of all of it, once it is closed; to be asked once. */
  String sha256() {
    return sha256.hex();
  }

  /** Waits until the store has every part. */
  void settle() {
    parts.forEach(PartsOut::await);
  }

  /** Waits until nothing is on its way any more, however it ended. */
  void giveUp() {
    parts.forEach(part -> part.handle((done, failed) -> key).join());
  }

  /** Makes the parts one object. */
  ObjectVersion complete() {
    return store.complete(key, uploadId, parts.stream().map(PartsOut::await).toList(), lockedUntil);
  }

  private static CompletedPart await(CompletableFuture<CompletedPart> part) {
    try {
      return part.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
