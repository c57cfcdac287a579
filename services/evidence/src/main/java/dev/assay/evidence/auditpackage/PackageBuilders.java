package dev.assay.evidence.auditpackage;

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

/** Builds what was asked for, one package at a time a replica: one takes memory for its parts. */
@ApplicationScoped
class PackageBuilders {

  private static final Logger LOG = Logger.getLogger(PackageBuilders.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Scopes scopes;
  private final PackageWork queue;
  private final BuildPackage build;
  private final boolean enabled;

  PackageBuilders(
      Scopes scopes,
      PackageWork queue,
      BuildPackage build,
      @ConfigProperty(name = "assay.evidence.workers.enabled", defaultValue = "true")
          boolean enabled) {
    this.scopes = scopes;
    this.queue = queue;
    this.build = build;
    this.enabled = enabled;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    if (enabled) {
      try {
        for (var work = take(); work.isPresent(); work = take()) {
          attempt(work.get());
        }
      } catch (RuntimeException down) {
        LOG.warnf("No package could be taken: %s", down.getMessage());
      }
    }
  }

  /** The queue is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  private Optional<PackageWork.Taken> take() {
    return scopes.inTransaction(new TenantScope.Platform(), () -> queue.take(LEASE));
  }

  private void attempt(PackageWork.Taken work) {
    try {
      build.run(work);
    } catch (IOException | RuntimeException failed) {
      LOG.warnf("Package %s failed, attempt %d: %s", work.id(), work.attempts(), failed);
      tryLater(work);
    }
  }

  private void tryLater(PackageWork.Taken work) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(work.attempts() - 1, 10));
    try {
      scopes.runInTransaction(
          work.client(), () -> queue.postpone(work, Duration.ofSeconds(seconds)));
    } catch (RuntimeException down) {
      LOG.debugf(down, "The lease will end by itself");
    }
  }
}
