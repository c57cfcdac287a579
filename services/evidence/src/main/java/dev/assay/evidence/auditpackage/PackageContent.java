package dev.assay.evidence.auditpackage;

import dev.assay.evidence.store.StoredBytes;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes of a package on, and breaks the answer off when they are not all there. */
final class PackageContent implements StreamingOutput {

  private static final int PIECE = 64 * 1024;

  private final StoredBytes bytes;
  private final long expected;

  PackageContent(StoredBytes bytes, long expected) {
    this.bytes = bytes;
    this.expected = expected;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (bytes) {
      byte[] piece = new byte[PIECE];
      long passed = 0;
      for (int read = bytes.content().read(piece); read >= 0; read = bytes.content().read(piece)) {
        out.write(piece, 0, read);
        passed += read;
      }
      if (passed != expected) {
        // The header is out: only a broken connection tells the reader.
        throw new IOException("the store ended a package after %d bytes".formatted(passed));
      }
    }
  }
}
