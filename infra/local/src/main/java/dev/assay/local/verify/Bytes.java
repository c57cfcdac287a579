package dev.assay.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes of a file by their place. */
final class Bytes {

  private final FileChannel file;
  private final long size;

  Bytes(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  long size() {
    return size;
  }

  /** Exactly these bytes. */
  byte[] at(long place, int length) throws IOException, Refused {
    if (place + length > size) {
      throw new Refused("The package ends in the middle, at byte %d.".formatted(size));
    }
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, place + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.array();
  }

  /** A part of the file to be read in order. */
  InputStream stream(long place, long length) {
    return new InputStream() {
      private long next = place;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int wanted) throws IOException {
        long left = place + length - next;
        if (left == 0) {
          return wanted == 0 ? 0 : -1;
        }
        int read = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(wanted, left)), next);
        if (read < 0) {
          throw new IOException("the file became shorter while it was read");
        }
        next += read;
        return read;
      }
    };
  }
}
