package dev.assay.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One GET at a fixed rate over a few connections. A request that is late because the one before it
 * was slow counts from when it should have been sent, so that waiting is not left out.
 */
final class FixedRate implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final List<Wire> wires = new ArrayList<>();

  FixedRate(URI url, String token) throws IOException {
    for (int i = 0; i < CONNECTIONS; i++) {
      wires.add(new Wire(url, token));
    }
  }

  /** Milliseconds of each answer. */
  Sample run(int perSecond, Duration duration) throws IOException, InterruptedException {
    long every = TimeUnit.SECONDS.toNanos(1) * CONNECTIONS / perSecond;
    long begin = System.nanoTime();
    long end = begin + duration.toNanos();
    List<Callable<List<Double>>> senders = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Wire wire = wires.get(i);
      long first = begin + every * i / CONNECTIONS;
      senders.add(() -> send(wire, first, every, end));
    }
    List<Double> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (Future<List<Double>> sender : threads.invokeAll(senders)) {
        all.addAll(sender.get());
      }
    } catch (ExecutionException failed) {
      throw new IOException("The load broke off", failed.getCause());
    }
    return new Sample(all);
  }

  private static List<Double> send(Wire wire, long first, long every, long end)
      throws IOException, InterruptedException {
    List<Double> milliseconds = new ArrayList<>();
    for (long due = first; due < end; due += every) {
      long wait = due - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      wire.get();
      milliseconds.add((System.nanoTime() - due) / 1e6);
    }
    return milliseconds;
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }
}
