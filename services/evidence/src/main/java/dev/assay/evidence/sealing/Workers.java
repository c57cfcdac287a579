package dev.assay.evidence.sealing;

import dev.assay.evidence.work.Sealing;
import dev.assay.evidence.work.Work;
import dev.assay.evidence.work.WorkQueue;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does the queue's work: a file right after its upload, everything else in rounds. Any number of
 * replicas may do so at once.
 */
@ApplicationScoped
class Workers implements Sealing {

  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Reading back is as heavy as uploading; more at once would only slow each other. */
  private static final int AT_ONCE = 2;

  private final Scopes scopes;
  private final WorkQueue queue;
  private final Seal seal;
  private final Settle settle;
  private final boolean enabled;
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Workers(
      Scopes scopes,
      WorkQueue queue,
      Seal seal,
      Settle settle,
      @ConfigProperty(name = "assay.evidence.workers.enabled", defaultValue = "true")
          boolean enabled) {
    this.scopes = scopes;
    this.queue = queue;
    this.seal = seal;
    this.settle = settle;
    this.enabled = enabled;
  }

  @PreDestroy
  void stop() {
    threads.close();
  }

  @Override
  public void soon(TenantScope.Client client, UUID file) {
    if (enabled && hands.tryAcquire()) {
      threads.execute(
          () -> {
            try {
              take(() -> queue.take(client, file, LEASE)).forEach(this::attempt);
            } catch (RuntimeException later) {
              LOG.debugf(later, "Not sealed at once; the next round will");
            } finally {
              hands.release();
            }
          });
    }
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    if (enabled) {
      try {
        drain();
      } catch (RuntimeException down) {
        LOG.warnf("No work could be taken: %s", down.getMessage());
      }
    }
  }

  /** Works until nothing is due; returns how much was done. */
  int drain() {
    int done = 0;
    for (List<Work> taken = takeSome(); !taken.isEmpty(); taken = takeSome()) {
      CompletableFuture.allOf(
              taken.stream()
                  .map(work -> CompletableFuture.runAsync(() -> attempt(work), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
      done += taken.size();
    }
    return done;
  }

  private List<Work> takeSome() {
    return take(() -> queue.take(AT_ONCE, LEASE));
  }

  /** The queue is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  private List<Work> take(Supplier<List<Work>> some) {
    return scopes.inTransaction(new TenantScope.Platform(), some);
  }

  private void attempt(Work work) {
    try {
      switch (work.kind()) {
        case SEAL -> seal.run(work);
        case SETTLE -> settle.run(work);
        case RECHECK -> settle.recheck(work);
      }
    } catch (IOException | RuntimeException failed) {
      LOG.warnf(
          "%s of file %s failed, attempt %d: %s",
          work.kind(), work.file(), work.attempts(), failed);
      tryLater(work);
    }
  }

  private void tryLater(Work work) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(work.attempts() - 1, 10));
    try {
      scopes.runInTransaction(
          work.client(), () -> queue.postpone(work, Duration.ofSeconds(seconds)));
    } catch (RuntimeException down) {
      LOG.debugf(down, "The lease will end by itself");
    }
  }
}
