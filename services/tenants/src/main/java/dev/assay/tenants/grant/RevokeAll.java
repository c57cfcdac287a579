package dev.assay.tenants.grant;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Takes all of one person's grants in the current scope away, as single revocations would. */
@ApplicationScoped
public class RevokeAll {

  private final RoleGrants grants;
  private final Scopes scopes;
  private final AuditTrail audit;

  RevokeAll(RoleGrants grants, Scopes scopes, AuditTrail audit) {
    this.grants = grants;
    this.scopes = scopes;
    this.audit = audit;
  }

  /**
   * Revokes what nobody has revoked and no time has ended; everything is written when it returns.
   *
   * @return how many grants that were
   * @throws ProblemException 403 when the person who asks may not revoke one of them
   */
  public int of(UUID personId, Revoker by, Instant now, String reason) {
    int revoked = 0;
    for (GrantHistory history : grants.notRevokedOf(personId)) {
      if (history.statusAt(now) != GrantStatus.EXPIRED
          && revoke(history.grant(), by, now, reason)) {
        revoked++;
      }
    }
    return revoked;
  }

  private boolean revoke(RoleGrant grant, Revoker by, Instant now, String reason) {
    if (by instanceof Revoker.Person person
        && !GrantRules.mayRevoke(person.roles(), grant.role, level())) {
      throw ProblemException.of(
          TenantsProblem.GRANT_BEYOND_OWN_ROLE,
          "They hold a grant that your roles do not let you revoke: " + grant.role + ".");
    }
    var revocation =
        new GrantTransition(grant.id, GrantTransition.Step.REVOKED, by.subject(), now, reason);
    if (!grants.revokeUnlessRevoked(revocation)) {
      return false;
    }
    AuditEvent event = Revocations.event("grant.revoked", grant);
    switch (by) {
      case Revoker.Person person -> audit.record(event);
      case Revoker.Worker worker -> audit.record(event, worker.actor());
    }
    return true;
  }

  private GrantRules.Level level() {
    return switch (scopes.current().orElseThrow(IllegalStateException::new)) {
      case TenantScope.Client client -> GrantRules.Level.CLIENT;
      case TenantScope.Msp msp -> GrantRules.Level.MSP;
      case TenantScope.Platform() -> GrantRules.Level.PLATFORM;
      case TenantScope.Fleet fleet -> throw reading(fleet);
      case TenantScope.Portfolio portfolio -> throw reading(portfolio);
      case TenantScope.Directory directory -> throw reading(directory);
    };
  }

  private static IllegalStateException reading(TenantScope scope) {
    return new IllegalStateException("no grant stands in a scope for reading: " + scope);
  }
}
