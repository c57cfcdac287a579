package dev.assay.evidence.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Seeds that nobody chose. */
@ApplicationScoped
class Seeds {

  private final SecureRandom random = new SecureRandom();

  /** 32 random bytes in lower-case hexadecimal. */
  String fresh() {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return HexFormat.of().formatHex(seed);
  }
}
