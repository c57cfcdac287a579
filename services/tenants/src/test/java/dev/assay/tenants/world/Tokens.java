package dev.assay.tenants.world;

import dev.assay.testing.token.TestTokens;

/** Access tokens of the people in these tests. */
public final class Tokens {

  /** The first operator, whom the service makes at its first start. */
  public static final String OPERATOR = "00000000-0000-4000-8000-000000000001";

  private Tokens() {}

  public static String of(String subject) {
    return TestTokens.of(subject);
  }
}
