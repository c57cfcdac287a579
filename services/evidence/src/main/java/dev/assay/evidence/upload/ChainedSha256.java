package dev.assay.evidence.upload;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a file whose parts come in different requests, perhaps to different replicas: its
 * state is kept between two parts. So the digest of the whole is known before the store makes an
 * object of them, and no byte is read twice.
 */
final class ChainedSha256 {

  private static final int BYTES = 32;

  private final SHA256Digest digest;

  /**
   * Goes on where another one stopped.
   *
   * @param state what {@link #state} gave, or null at the beginning of the file
   */
  ChainedSha256(byte @Nullable [] state) {
    this.digest = state == null ? new SHA256Digest() : new SHA256Digest(state);
  }

  /** Takes the next bytes. */
  void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** All that is needed to go on later. */
  byte[] state() {
    return digest.getEncodedState();
  }

  /** Of all bytes so far, in lower-case hexadecimal; ends the computation. */
  String hex() {
    byte[] hash = new byte[BYTES];
    digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }
}
