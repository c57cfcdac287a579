package dev.assay.testing.outage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Switches the outage that stands before a part of the test's stack ({@code postgres}, {@code
 * store}). A Quarkus test and its resources live in two class loaders and share no objects, so the
 * order goes through a system property.
 */
public final class PartOutage {

  private static final String PREFIX = "assay.test.outage.";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(5);

  private PartOutage() {}

  /** Runs this while the part takes connections and answers nothing on them. */
  public static void whileHanging(String part, Runnable work) {
    order(part, "hang");
    try {
      work.run();
    } finally {
      // What hung would otherwise come true as soon as the part is back.
      order(part, "die");
      order(part, "end");
    }
  }

  /** Runs this while the part ends every connection. */
  public static void whileDead(String part, Runnable work) {
    order(part, "die");
    try {
      work.run();
    } finally {
      order(part, "end");
    }
  }

  /** Stands before the port of this part, and takes orders until it is closed. */
  public static Outage standBefore(String part, int port) {
    Outage outage = Outage.before(port);
    System.setProperty(PREFIX + part + ".port", Integer.toString(outage.port()));
    System.setProperty(PREFIX + part, "end");
    System.setProperty(PREFIX + part + ".done", "end");
    Thread.ofVirtual().name("outage of " + part).start(() -> obey(part, outage));
    return outage;
  }

  private static void obey(String part, Outage outage) {
    String own = Integer.toString(outage.port());
    // Whoever stands there last takes the orders.
    while (!outage.isClosed() && own.equals(System.getProperty(PREFIX + part + ".port"))) {
      String order = System.getProperty(PREFIX + part);
      if (!order.equals(System.getProperty(PREFIX + part + ".done"))) {
        switch (order) {
          case "hang" -> outage.hang();
          case "die" -> outage.die();
          default -> outage.end();
        }
        System.setProperty(PREFIX + part + ".done", order);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static void order(String part, String order) {
    if (System.getProperty(PREFIX + part) == null) {
      throw new IllegalStateException("no outage stands before " + part);
    }
    System.setProperty(PREFIX + part, order);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!order.equals(System.getProperty(PREFIX + part + ".done"))) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("the outage before " + part + " obeys no more");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
