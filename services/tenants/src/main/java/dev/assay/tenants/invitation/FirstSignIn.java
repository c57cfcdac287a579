package dev.assay.tenants.invitation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.directory.SignedIn;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.ProvisioningQueue.Invited;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Accepts an invitation when its account first comes with a token, whatever service it comes to. It
 * looks once in a while for each account, beside the request, which does not wait for it.
 */
@ApplicationScoped
class FirstSignIn {

  private static final Logger LOG = Logger.getLogger(FirstSignIn.class);
  private static final AuditActor ACTOR = AuditActor.system("first-sign-in");

  /** How long an invitation may stay open after somebody came who was already here. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int MOST = 50_000;

  private final Invitations invitations;
  private final ProvisioningQueue queue;
  private final Scopes scopes;
  private final AuditTrail audit;
  private final Clock clock;
  private final boolean enabled;
  private final Cache<String, Boolean> lookedAt =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MOST).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

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

  void onSignIn(@Observes SignedIn signedIn) {
    String subject = signedIn.subject();
    if (enabled && lookedAt.asMap().putIfAbsent(subject, true) == null) {
      threads.execute(() -> look(subject));
    }
  }

  private void look(String subject) {
    try {
      scopes
          .inTransaction(new TenantScope.Platform(), () -> queue.openInvitationsOf(subject))
          .forEach(this::accept);
    } catch (RuntimeException down) {
      lookedAt.invalidate(subject);
      LOG.debugf("An invitation may stay open until the next sign-in: %s", down.getMessage());
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
