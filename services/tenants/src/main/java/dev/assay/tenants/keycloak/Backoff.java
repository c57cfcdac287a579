package dev.assay.tenants.keycloak;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, and never for long. */
final class Backoff {

  static final Duration LONGEST = Duration.ofMinutes(5);

  private Backoff() {}

  /**
   * The pause after so many tries.
   *
   * @param attempts 1 after the first
   */
  static Duration after(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
