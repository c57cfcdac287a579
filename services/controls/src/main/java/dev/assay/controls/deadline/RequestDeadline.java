package dev.assay.controls.deadline;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** How long the current request may still wait for others: callers are promised two seconds. */
@RequestScoped
public class RequestDeadline {

  private static final Duration PATIENCE = Duration.ofMillis(1700);

  private final long startedAt = System.nanoTime();
  private final ExecutorService threads;

  RequestDeadline(@VirtualThreads ExecutorService threads) {
    this.threads = threads;
  }

  void start() {
    // The first call makes the bean, and with it the clock, before the grant is looked up.
  }

  /** Asks another service; several questions asked before the first answer run at once. */
  public <T> Answer<T> ask(String service, Callable<T> question) {
    Future<T> pending = threads.submit(question);
    return new Answer<>(service, pending, this);
  }

  long remainingNanos() {
    return Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - startedAt));
  }
}
