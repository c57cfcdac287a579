package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.UPLOAD_CUT;

import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.file.Sha256;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request as they come: counted, hashed, limited. */
final class Body {

  private final InputStream in;
  private final long limit;
  private final MediaTypeName said;
  private Runnable stillComing = () -> {};
  private final Sha256 sha256 = new Sha256();
  private long size;
  private boolean ended;

  /**
   * @param limit the most bytes to take
   * @param said what the bytes are to be
   */
  Body(InputStream in, long limit, MediaTypeName said) {
    this.in = in;
    this.said = said;
    this.limit = limit;
  }

  /** Calls this between reads from now on, often. */
  void whileComing(Runnable call) {
    this.stillComing = call;
  }

  /**
   * Fills a buffer from its start.
   *
   * @return how many bytes came; fewer than fit only at the end of the body
   * @throws ProblemException 400 when the sender went away, 413 when more came than is allowed, 422
   *     when the first bytes are not of the type that was said
   */
  int fill(byte[] buffer) {
    boolean first = size == 0;
    int filled = 0;
    while (filled < buffer.length && !ended) {
      int read = read(buffer, filled);
      if (read < 0) {
        ended = true;
      } else {
        sha256.update(buffer, filled, read);
        filled += read;
        size += read;
      }
      if (size > limit) {
        throw ProblemException.of(
            CommonProblem.BODY_TOO_LARGE, "At most %d bytes here.".formatted(limit));
      }
      stillComing.run();
    }
    if (first) {
      Sniffed.require(said, buffer, filled);
    }
    return filled;
  }

  private int read(byte[] buffer, int from) {
    try {
      return in.read(buffer, from, buffer.length - from);
    } catch (IOException gone) {
      throw cut();
    }
  }

  /** What to say of a body that ended before it should. */
  ProblemException cut() {
    return ProblemException.of(UPLOAD_CUT, "Only %d bytes arrived.".formatted(size));
  }

  /** Checks the length that was announced. */
  void requireLength(Announcement announced) {
    if (announced.length().isPresent() && announced.length().getAsLong() != size) {
      throw cut();
    }
  }

  /** Whether all of it has come. */
  boolean hasEnded() {
    return ended;
  }

  /** Bytes that have come. */
  long size() {
    return size;
  }

  /** Of all bytes that have come; to be asked once, at the end. */
  String sha256() {
    return sha256.hex();
  }
}
