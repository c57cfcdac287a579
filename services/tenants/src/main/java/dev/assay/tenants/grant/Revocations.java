package dev.assay.tenants.grant;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenants.grant.Authority.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes roles away, at once and for good, with the event of each. Whether somebody may is asked
 * elsewhere: by whoever decides on a grant, reviews it, or lets a person go.
 */
@ApplicationScoped
public class Revocations {

  private final RoleGrants grants;
  private final Authority authority;
  private final Scopes scopes;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  Revocations(
      RoleGrants grants,
      Authority authority,
      Scopes scopes,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.grants = grants;
    this.authority = authority;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes away whatever the person has, will have or waits for in the current scope, in the name of
   * the current request's caller.
   *
   * @return the grants that ended so
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> ofPerson(UUID personId, String reason) {
    return ofPerson(personId, reason, caller.token().subject(), audit::record);
  }

  /** The same in the name of background work. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> ofPerson(UUID personId, String reason, AuditActor actor) {
    return ofPerson(personId, reason, actor.subject(), event -> audit.record(event, actor));
  }

  private List<UUID> ofPerson(UUID personId, String reason, String by, Recorder recorder) {
    authority.await(GrantPlaceIds.of(scopes.current().orElseThrow()), Turn.ALONE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<UUID> revoked = new ArrayList<>();
    for (GrantHistory history : grants.openOf(personId, now)) {
      revoke(history, by, now, reason, recorder);
      revoked.add(history.grant().id);
    }
    return List.copyOf(revoked);
  }

  /**
   * Takes one grant of the current scope away, in the caller's name, where it is not over already.
   * The caller of this method holds the turn of the place, alone.
   *
   * @return whether it was there to be taken away
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean ifOpen(UUID grantId, Instant now, String reason) {
    return grants
        .find(grantId)
        .filter(
            history ->
                switch (history.statusAt(now)) {
                  case PENDING_APPROVAL, SCHEDULED, ACTIVE -> true;
                  case EXPIRED, REVOKED -> false;
                })
        .map(history -> revoke(history, caller.token().subject(), now, reason))
        .isPresent();
  }

  GrantHistory revoke(GrantHistory history, String by, Instant now, String reason) {
    return revoke(history, by, now, reason, audit::record);
  }

  private GrantHistory revoke(
      GrantHistory history, String by, Instant now, String reason, Recorder recorder) {
    var revocation =
        new GrantTransition(history.grant().id, GrantTransition.Step.REVOKED, by, now, reason);
    grants.revoke(revocation);
    recorder.record(event("grant.revoked", history.grant()));
    return history.revoked(revocation);
  }

  static AuditEvent event(String action, RoleGrant grant) {
    return AuditEvent.of(action, "GRANT", grant.id)
        .with("personId", grant.personId)
        .with("role", grant.role)
        .with("validFrom", grant.validFrom)
        .with("validUntil", grant.validUntil);
  }

  private interface Recorder {
    void record(AuditEvent event);
  }
}
