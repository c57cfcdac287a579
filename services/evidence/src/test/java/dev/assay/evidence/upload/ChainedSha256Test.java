package dev.assay.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainedSha256Test {

  /** Around the lengths at which the digest takes a block, and its padding another one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 55, 56, 63, 64, 65, 119, 128, 1000, 8191, 100_003})
  void isTheDigestOfTheWholeHoweverItIsCut(int part) throws NoSuchAlgorithmException {
    byte[] whole = new byte[3 * part + 7];
    new Random(part).nextBytes(whole);
    byte @Nullable [] state = null;

    for (int from = 0; from < whole.length; from += part) {
      byte[] piece = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + part));
      var chain = new ChainedSha256(state);
      chain.update(piece, piece.length);
      state = chain.state();
    }

    assertThat(new ChainedSha256(state).hex())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)));
  }
}
