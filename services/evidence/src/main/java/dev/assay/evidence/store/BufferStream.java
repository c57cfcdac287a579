package dev.assay.evidence.store;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a buffer where it is; the SDK rewinds it with mark and reset. */
final class BufferStream extends InputStream {

  private final ByteBuffer buffer;

  BufferStream(ByteBuffer buffer) {
    this.buffer = buffer;
    buffer.mark();
  }

  @Override
  public int read() {
    return buffer.hasRemaining() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!buffer.hasRemaining()) {
      return length == 0 ? 0 : -1;
    }
    int taken = Math.min(length, buffer.remaining());
    buffer.get(into, offset, taken);
    return taken;
  }

  @Override
  public int available() {
    return buffer.remaining();
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public synchronized void mark(int limit) {
    buffer.mark();
  }

  @Override
  public synchronized void reset() {
    buffer.reset();
  }
}
