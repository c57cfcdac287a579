package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.DIGEST_DIFFERS;

import dev.assay.http.problem.ProblemException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 that the sender declares in Content-Digest or Repr-Digest (RFC 9530; both mean the
 * same bytes here, as no content coding is taken).
 *
 * @param hex lower-case hexadecimal; empty when none was declared
 */
record DeclaredDigest(Optional<String> hex) {

  private static final int BYTES = 32;
  private static final Pattern MEMBER =
      Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):\\s*");

  /**
   * Reads both headers; algorithms other than sha-256 are left aside, as the RFC has it.
   *
   * @throws ProblemException 400 when one cannot be read or they differ
   */
  static DeclaredDigest parse(@Nullable String contentDigest, @Nullable String reprDigest) {
    Optional<String> content = sha256("Content-Digest", contentDigest);
    Optional<String> repr = sha256("Repr-Digest", reprDigest);
    if (content.isPresent() && repr.isPresent() && !content.equals(repr)) {
      throw ProblemException.invalid("Repr-Digest", "It differs from Content-Digest.");
    }
    return new DeclaredDigest(content.or(() -> repr));
  }

  private static Optional<String> sha256(String header, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    Optional<String> found = Optional.empty();
    for (String member : value.split(",", -1)) {
      Matcher read = MEMBER.matcher(member);
      if (!read.matches()) {
        throw unreadable(header);
      }
      if (read.group(1).equals("sha-256")) {
        found = Optional.of(hex(header, read.group(2)));
      }
    }
    return found;
  }

  private static String hex(String header, String base64) {
    byte[] digest;
    try {
      digest = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException wrong) {
      throw unreadable(header);
    }
    if (digest.length != BYTES) {
      throw unreadable(header);
    }
    return HexFormat.of().formatHex(digest);
  }

  private static ProblemException unreadable(String header) {
    return ProblemException.invalid(header, "Write sha-256=:<Base64 of the 32 bytes>: (RFC 9530).");
  }

  /**
   * Compares with what was received.
   *
   * @throws ProblemException 422 when they differ
   */
  void require(String actual) {
    if (hex.isPresent() && !hex.get().equals(actual)) {
      throw ProblemException.of(
          DIGEST_DIFFERS,
          "The bytes that arrived have the SHA-256 " + actual + ", and another was declared.");
    }
  }
}
