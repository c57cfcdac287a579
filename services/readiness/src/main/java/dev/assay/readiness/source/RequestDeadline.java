package dev.assay.readiness.source;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** How long the current request may still wait for others: callers are promised two seconds. */
@RequestScoped
public class RequestDeadline {

  private static final Duration PATIENCE = Duration.ofMillis(1800);

  private final long startedAt = System.nanoTime();

  void start() {
    // The first call makes the bean, and with it the clock, before the grant is looked up.
  }

  long remainingNanos() {
    return Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - startedAt));
  }
}
