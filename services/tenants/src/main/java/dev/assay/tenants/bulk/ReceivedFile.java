package dev.assay.tenants.bulk;

import static dev.assay.http.problem.CommonProblem.BODY_TOO_LARGE;

import dev.assay.http.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A body that has arrived whole, on this machine's disk for as long as it is read: a slow sender
 * holds no transaction.
 *
 * @param path the temporary file
 * @param sha256 of all bytes, in lower-case hexadecimal
 * @param size in bytes
 */
record ReceivedFile(Path path, String sha256, long size) implements AutoCloseable {

  /** The most bytes and rows that one import takes. */
  static final long MAX_BYTES = 64L << 20;

  static final int MAX_ROWS = 200_000;

  private static final int PIECE = 1 << 16;

  /**
   * Takes the body in.
   *
   * @throws ProblemException 413 when it is larger than {@link #MAX_BYTES} or has more lines than
   *     {@link #MAX_ROWS}
   */
  static ReceivedFile of(InputStream body) throws IOException {
    Path path = Files.createTempFile("assay-import-", ".rows");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long size = 0;
      long lines = 0;
      byte[] piece = new byte[PIECE];
      try (OutputStream out =
          new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
          size += read;
          lines += lineEnds(piece, read);
          require(size <= MAX_BYTES, "At most %d bytes in one import.".formatted(MAX_BYTES));
          require(lines <= MAX_ROWS, "At most %d rows in one import.".formatted(MAX_ROWS));
          out.write(piece, 0, read);
        }
      }
      return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()), size);
    } catch (IOException | RuntimeException unread) {
      Files.deleteIfExists(path);
      throw unread;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static long lineEnds(byte[] piece, int length) {
    long ends = 0;
    for (int i = 0; i < length; i++) {
      if (piece[i] == '\n') {
        ends++;
      }
    }
    return ends;
  }

  private static void require(boolean small, String detail) {
    if (!small) {
      throw ProblemException.of(BODY_TOO_LARGE, detail);
    }
  }

  InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), PIECE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
