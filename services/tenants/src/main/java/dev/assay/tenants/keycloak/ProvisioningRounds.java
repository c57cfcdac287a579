package dev.assay.tenants.keycloak;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.invitation.EndedInvitations;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.Work;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Does the queue's work in rounds. Any number of replicas may do so at once. */
@ApplicationScoped
class ProvisioningRounds {

  private static final Logger LOG = Logger.getLogger(ProvisioningRounds.class);

  /** Longer than all calls of one piece of work together may take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final int AT_ONCE = 4;

  private final Scopes scopes;
  private final ProvisioningQueue queue;
  private final CreateAccount create;
  private final SendInvitation send;
  private final AlignAccount align;
  private final EndedInvitations ended;
  private final boolean enabled;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ProvisioningRounds(
      Scopes scopes,
      ProvisioningQueue queue,
      CreateAccount create,
      SendInvitation send,
      AlignAccount align,
      EndedInvitations ended,
      @ConfigProperty(name = "assay.provisioning.enabled", defaultValue = "true") boolean enabled) {
    this.scopes = scopes;
    this.queue = queue;
    this.create = create;
    this.send = send;
    this.align = align;
    this.ended = ended;
    this.enabled = enabled;
  }

  @PreDestroy
  void stop() {
    threads.close();
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

  /** Works until nothing is due; returns how often something was tried. */
  int drain() {
    int tried = 0;
    for (List<Work> taken = takeSome(); !taken.isEmpty(); taken = takeSome()) {
      CompletableFuture.allOf(
              taken.stream()
                  .map(work -> CompletableFuture.runAsync(() -> attempt(work), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
      tried += taken.size();
    }
    return tried;
  }

  /** The queue is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  private List<Work> takeSome() {
    return scopes.inTransaction(new TenantScope.Platform(), () -> queue.take(AT_ONCE, LEASE));
  }

  private void attempt(Work work) {
    try {
      switch (work.kind()) {
        case CREATE -> create.run(work);
        case SEND -> send.run(work);
        case EXPIRE -> ended.expire(work);
        case DISABLE, ENABLE -> align.run(work);
        case LOG_OUT -> align.logOut(work);
      }
    } catch (RuntimeException failed) {
      // A message of ours names no address; one of somebody else's might, so only its kind is told.
      LOG.warnf(
          "%s of %s failed, attempt %d: %s",
          work.kind(),
          work.entity(),
          work.attempts(),
          failed instanceof KeycloakUnavailable
              ? failed.getMessage()
              : failed.getClass().getName());
      tryLater(work);
    }
  }

  private void tryLater(Work work) {
    try {
      scopes.runInTransaction(
          work.scope(), () -> queue.postpone(work, Backoff.after(work.attempts())));
    } catch (RuntimeException down) {
      LOG.debugf("The lease will end by itself: %s", down.getMessage());
    }
  }
}
