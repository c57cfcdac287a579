package dev.assay.evidence.file;

import static dev.assay.evidence.EvidenceProblem.EVIDENCE_DAMAGED;

import dev.assay.evidence.store.StoredBytes;
import dev.assay.http.problem.ProblemException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes a version's bytes on to a reader, and breaks the answer off when they are not all there.
 */
final class FileContent implements StreamingOutput {

  private static final int PIECE = 64 * 1024;

  private final StoredBytes bytes;
  private final long expected;

  private FileContent(StoredBytes bytes, long expected) {
    this.bytes = bytes;
    this.expected = expected;
  }

  /** The content, when the store's version has the size that was received. */
  static FileContent of(StoredFile file, StoredBytes bytes) throws IOException {
    if (bytes.size() != file.size()) {
      bytes.close();
      throw ProblemException.of(EVIDENCE_DAMAGED, "The stored object has another size.");
    }
    return new FileContent(bytes, file.size());
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
        throw new IOException("the store ended an object after %d bytes".formatted(passed));
      }
    }
  }
}
