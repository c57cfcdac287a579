package dev.assay.tenants.world;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The real time, moved ahead by as much as a test asks. */
public final class TestClock extends Clock {

  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  /** Whoever moves the clock moves it back. */
  public static void ahead(Duration by) {
    AHEAD.set(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(AHEAD.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /** Takes the place of the system's clock. */
  @Mock
  @ApplicationScoped
  static class Source {
    @Produces
    @Mock
    @ApplicationScoped
    Clock clock() {
      return new TestClock();
    }
  }
}
