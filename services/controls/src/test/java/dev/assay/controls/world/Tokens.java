package dev.assay.controls.world;

import dev.assay.testing.token.TestTokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One token a subject, so that stubs can tell callers apart by it. */
public final class Tokens {

  private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();

  private Tokens() {}

  /** This person's token: the same one each time. */
  public static String of(String subject) {
    return ISSUED.computeIfAbsent(subject, TestTokens::of);
  }
}
