package dev.assay.evidence.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 of a whole file while its bytes pass. */
public final class Sha256 {

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Takes the next bytes. */
  public void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Lower-case hexadecimal; ends the computation. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A Repr-Digest or Content-Digest header's value (RFC 9530). */
  public static String asDigestHeader(String hex) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
  }
}
