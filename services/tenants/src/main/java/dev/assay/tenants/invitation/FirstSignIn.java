package dev.assay.tenants.invitation;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.directory.SignedIn;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.ProvisioningQueue.Invited;
import dev.assay.tenants.provisioning.WorkKind;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Accepts an invitation when its account first comes with a token, whatever service it comes to.
 * Each replica knows who is awaited, so that the question which every request asks costs no more
 * for it, and acceptance happens beside the request.
 */
@ApplicationScoped
class FirstSignIn {

  private static final Logger LOG = Logger.getLogger(FirstSignIn.class);
  private static final AuditActor ACTOR = AuditActor.system("first-sign-in");

  private final Invitations invitations;
  private final ProvisioningQueue queue;
  private final Scopes scopes;
  private final AuditTrail audit;
  private final Clock clock;
  private final boolean enabled;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Set<String> awaited = ConcurrentHashMap.newKeySet();

  FirstSignIn(
      Invitations invitations,
      ProvisioningQueue queue,
      Scopes scopes,
      AuditTrail audit,
      Clock clock,
      @ConfigProperty(name = "assay.provisioning.enabled", defaultValue = "true") boolean enabled) {
    this.invitations = invitations;
    this.queue = queue;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
    this.enabled = enabled;
  }

  @PreDestroy
  void stop() {
    threads.close();
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void learn() {
    if (enabled) {
      try {
        Set<String> known = ConcurrentHashMap.newKeySet();
        known.addAll(scopes.inTransaction(new TenantScope.Platform(), queue::awaited));
        awaited = known;
      } catch (RuntimeException down) {
        LOG.debugf("Who is awaited could not be read: %s", down.getMessage());
      }
    }
  }

  void onSignIn(@Observes SignedIn signedIn) {
    if (awaited.remove(signedIn.subject())) {
      threads.execute(() -> look(signedIn.subject()));
    }
  }

  /** Whatever fails here is tried again at a later sign-in: whoever is still awaited is learnt. */
  private void look(String subject) {
    try {
      scopes
          .inTransaction(new TenantScope.Platform(), () -> queue.openInvitationsOf(subject))
          .forEach(this::accept);
    } catch (RuntimeException down) {
      LOG.debugf("An invitation stays open until the next sign-in: %s", down.getMessage());
    }
  }

  private void accept(Invited invited) {
    scopes.runInTransaction(invited.scope(), () -> accept(invited.invitation()));
  }

  private void accept(UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    invitations
        .lock(id)
        .filter(Invitation::isOpen)
        .filter(open -> now.isBefore(open.expiresAt))
        .ifPresent(
            open -> {
              invitations.end(open, InvitationStatus.ACCEPTED, ACTOR.subject(), now, null);
              queue.withdraw(id, WorkKind.SEND, WorkKind.EXPIRE);
              audit.record(Inviting.event("invitation.accepted", open), ACTOR);
            });
  }
}
