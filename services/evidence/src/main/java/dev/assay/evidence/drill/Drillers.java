package dev.assay.evidence.drill;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Begins and runs the drills that are due, one at a time a replica. */
@ApplicationScoped
class Drillers {

  private static final Logger LOG = Logger.getLogger(Drillers.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final Scopes scopes;
  private final DrillWork queue;
  private final RunDrill drill;
  private final KeepSchedule schedule;
  private final boolean enabled;

  Drillers(
      Scopes scopes,
      DrillWork queue,
      RunDrill drill,
      KeepSchedule schedule,
      @ConfigProperty(name = "assay.evidence.workers.enabled", defaultValue = "true")
          boolean enabled) {
    this.scopes = scopes;
    this.queue = queue;
    this.drill = drill;
    this.schedule = schedule;
    this.enabled = enabled;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    if (enabled) {
      try {
        work(DrillWork.Kind.SCHEDULE);
        work(DrillWork.Kind.DRILL);
      } catch (RuntimeException down) {
        LOG.warnf("No drill could be taken: %s", down.getMessage());
      }
    }
  }

  private void work(DrillWork.Kind kind) {
    for (var work = take(kind); work.isPresent(); work = take(kind)) {
      attempt(kind, work.get());
    }
  }

  /** The queue is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  private Optional<DrillWork.Taken> take(DrillWork.Kind kind) {
    return scopes.inTransaction(new TenantScope.Platform(), () -> queue.take(kind, LEASE));
  }

  private void attempt(DrillWork.Kind kind, DrillWork.Taken work) {
    try {
      switch (kind) {
        case SCHEDULE -> scopes.runInTransaction(work.client(), () -> schedule.run(work));
        case DRILL -> drill.run(work);
      }
    } catch (IOException | RuntimeException failed) {
      LOG.warnf("%s %s did not end, attempt %d: %s", kind, work.subject(), work.attempts(), failed);
      tryLater(work);
    }
  }

  private void tryLater(DrillWork.Taken work) {
    long seconds = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(work.attempts() - 1, 10));
    try {
      scopes.runInTransaction(
          work.client(), () -> queue.postpone(work, Duration.ofSeconds(seconds)));
    } catch (RuntimeException down) {
      LOG.debugf(down, "The lease will end by itself");
    }
  }
}
